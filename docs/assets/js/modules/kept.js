// The list of the pages that are kept on this device, and a word to a reader whom the service worker sent here.

import { ROOT } from "../settings.js";
import { isPossible, keptPages } from "../shelf.js";

/** Fill in the list, and say so where another page was asked for. */
export async function start(page) {
  showMissing(page.querySelector(".kept__missing"));
  const items = isPossible() ? (await keptPages()).map(item) : [];
  page.querySelector(".kept__list").append(...items);
  page.querySelector(".kept__text").hidden = !items.length;
  page.querySelector(".kept__none").hidden = items.length > 0;
}

/** The service worker names the page that it could not get behind the #. */
function showMissing(note) {
  const wanted = new URL(`.${location.hash.slice(1)}`, ROOT);
  if (!location.hash.startsWith("#/") || !wanted.href.startsWith(ROOT.href)) return;
  note.querySelector("a").href = wanted;
  note.hidden = false;
}

/** Return an entry of the list: the headline of the page, in its language, as a link. */
function item({ address, page }) {
  const { documentElement, body } = page;
  const link = document.createElement("a");
  Object.assign(link, { href: address, lang: documentElement.lang, dir: body.dir });
  link.textContent = page.querySelector("h1")?.textContent || address;
  const entry = document.createElement("li");
  entry.append(link);
  return entry;
}
