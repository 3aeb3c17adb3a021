// What the search of the site makes of a query, as JSON: run by search_lab.py, which shows it.
// node search_lab.mjs DATA LANGUAGE QUERY

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { open } from "../docs/assets/js/search/engine.js";
import { lexicon, SURENESS } from "../docs/assets/js/search/lexicon.js";
import { tools as makeTools } from "../docs/assets/js/search/tools.js";

const [data, here, typed] = process.argv.slice(2);
const files = {
  text: (name) => readFile(join(data, name), "utf8"),
  json: async (name) => JSON.parse(await files.text(name)),
  bytes: async (name) => new Uint8Array(await readFile(join(data, name))),
};
const site = await open(files, makeTools);
const { hits, note, query } = await site.search(typed, { here });
const words = query?.words ?? [];
const shown = await Promise.all(hits.map(story));
process.stdout.write(JSON.stringify({ words, note, forms: await forms(), stories: shown, count: hits.length }));

/** Return the forms that each word of the query finds in each language, by the rule that the engine went by. */
async function forms() {
  const tools = { files, ...makeTools(site.index) };
  const asked = words.flatMap((word) => site.index.languages.map((language) => [word, lexicon(language, tools)]));
  return (await Promise.all(asked.map(([word, language]) => formsOf(word, language)))).flat();
}

async function formsOf(word, language) {
  const meant = await language.meant(word, false);
  const found = meant.length === 0 && note === "slip" ? await language.nearly(word) : meant;
  return found.map(({ form, reason, place: { stories } }) => ({
    ...{ word, language: language.code, form, rule: note === "keyboard" ? `${note}, ${reason}` : reason },
    ...{ sureness: SURENESS[reason], stories },
  }));
}

/** Return a hit as it is shown. */
async function story({ story, language, score, forms }) {
  const { versions } = await site.story(story);
  return { score, language, headline: versions[language][1], forms: [...new Set(forms.map(({ form }) => form))] };
}
