// The search itself: from what a reader types to stories, in all languages of the site. It knows nothing of any page.

import { lexicon, SURENESS } from "./lexicon.js";
import { names } from "./names.js";
import { decode, decodePlaces, HEADLINE } from "./postings.js";
import { parse, respelled } from "./query.js";

/** The format of the index that this file reads. */
const VERSION = 1;

/** A hit in another language than the reader's counts for so much of one in theirs. */
const ANOTHER_LANGUAGE = 0.7;

/** A word in the headline counts for so much more. */
const IN_HEADLINE = 1.6;

/** The newest story counts for so much more than the oldest. */
const RECENCY = 0.15;

/** What each word of a name tells of a story in which the name is spelled otherwise. */
const NAMED = 0.7;

/** So many forms by which a typed beginning may go on. */
const MOST_BEGINNINGS = 24;

/**
 * Open the index whose files the reader `files` reads.
 *
 * `tools` fold words, cut texts into them and match them with entries, made for the index that is passed to them.
 */
export async function open(files, makeTools) {
  const index = await files.json("index.json");
  if (index.version !== VERSION) throw new Error(`index.json: expected version ${VERSION}, found ${index.version}`);
  const tools = { files, ...makeTools(index) };
  const languages = index.languages.map((language) => ({ ...language, lexicon: lexicon(language, tools) }));
  const known = names(tools);
  return {
    index,
    names: () => files.json("names.json"),
    forms: (code, word) => languages.find((language) => language.code === code).lexicon.meant(word, false),
    spellings: () => files.json("spellings.json"),
    search: (typed, options) => search({ index, languages, tools, names: known }, typed, options),
    story: (number) => story(index, files, number),
  };
}

/**
 * Return what is found for the `typed` words, the best first: stories with the version that a reader of `here` is
 * shown, why it was found, and by which forms. With `unfinished` the last word may go on; `only` may narrow.
 */
async function search(site, typed, { here, unfinished = false, only = () => true }) {
  const plain = parse(typed, site.tools.words);
  if (plain.words.length === 0) return { hits: [], note: null };
  const query = { ...plain, names: await site.names.heldBy(plain.words) };
  for (const attempt of attempts(site, typed, query, { unfinished, here })) {
    const found = await attempt.find();
    const hits = rank(site, found, here).filter((hit) => only(hit));
    if (hits.length > 0) return { hits, note: attempt.note, query: attempt.query ?? query };
  }
  return { hits: [], note: null, query };
}

/**
 * Yield the ways to understand a query, the plainest first: as typed, with endings of the reader's language behind names
 * from another, on another keyboard, with slips.
 */
function* attempts(site, typed, query, { unfinished, here }) {
  const meant = (language, word, last) => language.lexicon.meant(word, unfinished && last);
  const orElse = (find) => async (language, word) => {
    const forms = await language.lexicon.meant(word, false);
    return forms.length > 0 ? forms : find(language.lexicon, word);
  };
  yield { note: null, find: () => inEveryLanguage(site, query, meant) };
  const { cases } = site.languages.find(({ code }) => code === here) ?? {};
  if (cases) {
    const cased = orElse((lexicon, word) => lexicon.cased(word, cases));
    yield { note: null, find: () => inEveryLanguage(site, query, cased) };
  }
  for (const text of respelled(typed, site.index.keyboards)) {
    const other = parse(text, site.tools.words);
    if (other.words.length > query.words.length || other.words.some((word) => word.length === 1)) continue;
    const whole = async () => (await inEveryLanguage(site, other, meant)).filter((hit) => isWhole(hit, other));
    yield { note: "keyboard", query: other, find: whole };
  }
  const nearly = orElse((lexicon, word) => lexicon.nearly(word));
  yield { note: "slip", find: () => inEveryLanguage(site, query, nearly) };
}

/** Return whether every word of the query stands there. */
function isWhole(hit, query) {
  return hit.words.size === query.words.length;
}

/** Return the stories in which every word stands, in whichever languages; or else those with most of the words. */
async function inEveryLanguage(site, query, meant) {
  const found = await Promise.all(site.languages.map((language) => inLanguage(site, language, query, meant)));
  const all = found.flat();
  const known = query.words.map((_, at) => all.some(({ words }) => words.has(at)));
  const most = Math.max(0, ...all.map(({ words }) => words.size));
  const whole = query.words.length;
  if (most < whole && (query.phrases.length > 0 || most * 2 < whole)) return [];
  const absent = known.filter((one) => !one).length;
  return all.filter(({ words }) => words.size >= Math.min(most, whole - absent));
}

/** Return what is found in one language: story, score, forms, and which words of the query. */
async function inLanguage({ tools }, language, query, meant) {
  const lists = await Promise.all(
    query.words.map(async (word, at) => {
      const forms = await meant(language, word, at === query.words.length - 1);
      return Promise.all(usable(forms).map((form) => withPostings(tools.files, language.code, form)));
    }),
  );
  const found = new Map();
  for (const [at, forms] of lists.entries()) gather(found, forms, at, language);
  for (const name of query.names ?? []) gatherName(found, name, language);
  const phrased = await Promise.all(query.phrases.map((phrase) => holding(tools.files, language.code, lists, phrase)));
  return [...found.values()].filter(({ story }) => phrased.every((stories) => stories.has(story)));
}

/** Return the forms that are surely meant, and the most common of those that merely begin as the word does. */
function usable(forms) {
  const beginnings = forms.filter(({ reason }) => reason === "beginning");
  beginnings.sort((one, other) => other.place.stories - one.place.stories || (one.form < other.form ? -1 : 1));
  return [...forms.filter(({ reason }) => reason !== "beginning"), ...beginnings.slice(0, MOST_BEGINNINGS)];
}

async function withPostings(files, code, form) {
  const bytes = await files.bytes(`${code}/stories-${form.place.file}.bin`);
  return { ...form, postings: decode(bytes, form.place) };
}

/** Add to `found` the stories of the `forms` that word number `at` of the query means. */
function gather(found, forms, at, language) {
  const stories = new Map();
  for (const { form, reason, postings } of forms) {
    for (const { story, weight, flags } of postings) {
      const score = SURENESS[reason] * weight * (flags & HEADLINE ? IN_HEADLINE : 1);
      const one = stories.get(story) ?? { score: 0, forms: [], reasons: new Set() };
      one.score = Math.max(one.score, score) + Math.min(one.score, score) / 10;
      one.forms.push({ form, flags, reason });
      one.reasons.add(reason);
      stories.set(story, one);
    }
  }
  const rarity = Math.log(1 + (language.versions - stories.size + 0.5) / (stories.size + 0.5));
  for (const [story, one] of stories) {
    const hit = hitOf(found, story, language);
    hit.score += one.score * Math.max(rarity, 0.1);
    hit.forms.push(...one.forms);
    hit.words.set(at, one.reasons);
  }
}

/** Add to `found` the stories in which a name of several words occurs, however it is spelled there. */
function gatherName(found, { words, stories, spellings }, language) {
  const forms = spellings.filter(([code]) => code === language.code).flatMap(([, ...spelled]) => spelled);
  for (const story of stories[language.code] ?? []) {
    const hit = hitOf(found, story, language);
    hit.forms.push(...forms.map((form) => ({ form, flags: 0, reason: "name" })));
    for (const at of words.filter((one) => !hit.words.has(one))) {
      hit.words.set(at, new Set(["name"]));
      hit.score += NAMED;
    }
  }
}

/** Return the hit of a story, a new one where there was none. */
function hitOf(found, story, language) {
  if (!found.has(story)) {
    found.set(story, { story, language: language.code, score: 0, forms: [], words: new Map() });
  }
  return found.get(story);
}

/** Return the stories in which the words of a phrase stand one behind the other. */
async function holding(files, code, lists, phrase) {
  const placed = await Promise.all(phrase.map((at) => placesOf(files, code, lists[at])));
  const stories = new Set();
  for (const [story, starts] of placed[0]) {
    const follows = (start) => placed.every((places, offset) => places.get(story)?.has(start + offset));
    if ([...starts].some(follows)) stories.add(story);
  }
  return stories;
}

/** Return story to the places at which any of the forms stands. */
async function placesOf(files, code, forms) {
  const found = new Map();
  for (const { place, postings } of forms) {
    const lists = decodePlaces(await files.bytes(`${code}/places-${place.file}.bin`), place);
    postings.forEach(({ story }, at) => {
      if (!found.has(story)) found.set(story, new Set());
      for (const one of lists[at]) found.get(story).add(one);
    });
  }
  return found;
}

/**
 * Return one hit a story, the best first: by how many of the words stand there, whether they do in the reader's language
 * and are no mere beginnings, and then by what they tell of the story and how new it is.
 */
function rank({ index }, found, here) {
  const isOwn = ({ language, words }) =>
    language === here && [...words.values()].every((reasons) => reasons.size > 1 || !reasons.has("beginning"));
  const surest = (hit) => hit.words.size + (isOwn(hit) ? 0.5 : 0);
  const order = (one, other) => surest(other) - surest(one) || other.score - one.score || one.story - other.story;
  const best = new Map();
  const scored = found.map((hit) => {
    const newness = 1 + RECENCY * (1 - hit.story / index.stories.count);
    return { ...hit, score: hit.score * newness * (hit.language === here ? 1 : ANOTHER_LANGUAGE) };
  });
  for (const hit of scored.sort(order)) {
    if (best.has(hit.story)) best.get(hit.story).others.push(hit);
    else best.set(hit.story, { ...hit, others: [] });
  }
  return [...best.values()];
}

/** Return day and versions of a story: language to address, headline and lead. */
async function story({ stories: { starts } }, files, number) {
  let at = starts.length - 1;
  while (starts[at] > number) at--;
  const [day, versions] = (await files.json(`stories-${at}.json`))[number - starts[at]];
  return { day, versions };
}
