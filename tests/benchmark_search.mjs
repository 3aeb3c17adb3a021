// Searches the index in a folder by the browser's own code, and prints as JSON which files each first word asks for.

import { readFile } from "node:fs/promises";
import { open } from "../docs/assets/js/search/engine.js";
import { tools } from "../docs/assets/js/search/tools.js";

const [root, ...queries] = process.argv.slice(2);
const SHOWN = 10;

/** Return a reader of the files below `root` that remembers which it was asked for. */
function reader() {
  const asked = new Map();
  const once = (name, read) => {
    if (!asked.has(name)) asked.set(name, readFile(`${root}/${name}`).then(read));
    return asked.get(name);
  };
  const text = (name) => once(name, (bytes) => bytes.toString());
  return { asked, text, json: async (name) => JSON.parse(await text(name)), bytes: (name) => once(name, (bytes) => bytes) };
}

const told = [];
for (const query of queries) {
  const files = reader();
  const find = async () => {
    const { hits } = await site.search(query, { here: "ru", unfinished: true });
    await Promise.all(hits.slice(0, SHOWN).map(({ story }) => site.story(story)));
    return hits.length;
  };
  const started = performance.now();
  const site = await open(files, tools);
  const count = await find();
  const first = performance.now() - started;
  const again = performance.now();
  await find();
  told.push({ query, count, files: [...files.asked.keys()], first, again: performance.now() - again });
}
console.log(JSON.stringify(told));
