// Stories found, as a page shows them: each in one version, with its day and where the words stand if not in it.

import { open } from "./engine.js";
import { reader } from "./files.js";
import { tools } from "./tools.js";

/** So many forms are marked on the page that a result leads to. */
const MOST_MARKS = 12;

/**
 * Return what answers a query, with the words and languages of `settings` and the index at `root`: how many stories
 * were found, what was made of the query, and the first `most` of them.
 */
export async function results(settings, root) {
  const site = await open(reader(root), tools);
  return async (typed, { most, unfinished = false, narrowing = {} }) => {
    const only = await narrowed(site, narrowing);
    const { hits, query, note } = await site.search(typed, { here: settings.here, unfinished, only });
    if (narrowing.byDay) hits.sort((one, other) => one.story - other.story);
    const shown = hits.slice(0, most).map(async (hit) => result(hit, await site.story(hit.story), query, settings));
    const said = note && settings.notes[note].replace("{words}", understood(hits, query, note).join(", "));
    return { count: hits.length, note: said, results: await Promise.all(shown) };
  };
}

/** Return what says of a hit whether it is wanted: by language, by year, by a name that occurs in the story. */
async function narrowed({ index, names }, { language, year, name }) {
  const [first, last] = year ? storiesOf(index.years, year) : [0, Number.POSITIVE_INFINITY];
  const named = name ? new Set((await names())[name]) : null;
  return (hit) =>
    (!language || [hit, ...hit.others].some((one) => one.language === language)) &&
    hit.story >= first &&
    hit.story < last &&
    (!named || named.has(hit.story));
}

/** So many words are named that a slip may have been meant for. */
const MOST_SLIPS = 3;

/** Return the words that a query was taken for: those of another keyboard, or those that are spelled nearly so. */
function understood(hits, query, note) {
  if (note === "keyboard") return [query.words.join(" ")];
  const forms = hits.flatMap(({ forms }) => forms.filter(({ reason }) => reason === "slip"));
  return [...new Set(forms.map(({ form }) => form))].slice(0, MOST_SLIPS);
}

/** Return the first story of a year, and the first behind it: stories are numbered from the newest. */
function storiesOf(years, wanted) {
  let first = 0;
  for (const [year, count] of years) {
    if (String(year) === wanted) return [first, first + count];
    first += count;
  }
  return [0, 0];
}

/** Return a day in words, by the pattern of its month: browsers know the days of few languages. */
function dayInWords(day, patterns) {
  const [year, month, number] = day.split("-").map(Number);
  return patterns[month - 1].replace("{year}", year).replace("{day}", number);
}

/** Return a hit as pages show it. */
function result(hit, { day, versions }, query, settings) {
  const language = settings.here in versions ? settings.here : hit.language;
  const [url, headline, lead] = versions[language];
  const { name, lang, dir } = settings.languages[language];
  const standsHere = [hit, ...hit.others].find((one) => one.language === language);
  const marks = [...new Set((standsHere ?? hit).forms.map(({ form }) => form))].slice(0, MOST_MARKS);
  return {
    href: `${url}?h=${encodeURIComponent(marks.join(" "))}`,
    headline,
    lead,
    lang,
    dir,
    isOwn: language === settings.here,
    language: name,
    day: day && dayInWords(day, settings.days),
    note: standsHere ? null : settings.languages[hit.language].foundIn,
    missing: query.words.filter((_, at) => !hit.words.has(at)),
    score: hit.score,
  };
}
