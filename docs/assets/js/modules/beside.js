// Two versions side by side, at the article's address with ?beside=<language>: each row holds paragraphs that
// correspond. The other version comes from its own page, so that there is no page for a pair of languages.

import { pairs, paragraphs } from "../correspondence.js";

/** Offer the other versions of the article, and show the one that the address names. */
export async function start(section) {
  for (const link of document.querySelectorAll(".versions__beside")) link.hidden = false;
  const wanted = new URLSearchParams(location.search).get("beside");
  const items = [...document.querySelectorAll("[data-paragraphs]")];
  const item = items.find(({ dataset }) => dataset.language === wanted);
  if (!item) return;
  section.hidden = false;
  try {
    const other = await fetched(item.querySelector(".versions__link").href);
    section.append(table(section, item, other));
  } catch {
    const message = section.querySelector(".beside__failed");
    message.textContent = message.dataset.message;
    return;
  }
  document.querySelector(".article__body").remove();
  document.documentElement.dataset.beside = wanted;
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

/** Return the page at `address` as a document. */
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Return the table of the article and its `other` version, which the list's `item` describes. */
function table(section, item, other) {
  const sides = [
    { language: section.dataset.language, blocks: paragraphs(document), prefix: "p" },
    { language: item.dataset.language, blocks: paragraphs(other), prefix: "other-p" },
  ].map((side) => ({ ...side, head: section.querySelector(`template[data-head="${side.language}"]`) }));
  markContrasts(item, sides);
  const made = document.createElement("table");
  made.className = "beside__table";
  made.createTHead().append(row(sides.map(heading)));
  const body = made.createTBody();
  for (const pair of pairs(item.dataset.paragraphs)) {
    body.append(row(pair.map((numbers, at) => cell(numbers, sides[at], sides[1 - at]))));
  }
  return made;
}

/** Return a row of `cells`. */
function row(cells) {
  const made = document.createElement("tr");
  made.append(...cells);
  return made;
}

/** Return the head of a column. */
function heading({ head }) {
  const made = document.createElement("th");
  made.scope = "col";
  made.append(head.content.cloneNode(true));
  return made;
}

/** Return the cell with the paragraphs `numbers` of one side, or with the words that only the other side has some. */
function cell(numbers, side, other) {
  const made = document.createElement("td");
  if (numbers.length === 0) {
    made.className = "beside__none";
    made.textContent = other.head.dataset.only;
    return made;
  }
  const { lang, dir } = side.head.content.firstElementChild;
  Object.assign(made, { lang, dir });
  made.append(...numbers.map((number) => shown(side.blocks[number - 1], `${side.prefix}${number}`)));
  return made;
}

/** Return a block of an article as it stands in a cell: a quotation, an item or a row inside of what makes it one. */
function shown(block, id) {
  const frames = {
    BLOCKQUOTE: ["blockquote"],
    UL: ["ul"],
    OL: ["ol"],
    TBODY: ["table", "tbody"],
    THEAD: ["table", "tbody"],
  };
  const copy = document.importNode(block.closest("h2, h3, h4") ?? block, true);
  copy.id = id;
  for (const inside of copy.querySelectorAll("[id]")) inside.removeAttribute("id");
  return (frames[block.parentElement.tagName] ?? []).reduceRight((inner, name) => {
    const frame = document.createElement(name);
    frame.append(inner);
    return frame;
  }, copy);
}

/** Mark what the two sides say differently, in words. */
function markContrasts(item, sides) {
  for (const contrast of item.querySelectorAll("[data-here]")) {
    const note = contrast.querySelector(".contrasts__kind").textContent;
    const places = [contrast.dataset.here, contrast.dataset.there];
    places.forEach((place, at) => {
      const [paragraph, start, end] = place.split(" ").map(Number);
      mark(sides[at].blocks[paragraph - 1], start, end, note);
    });
  }
}

/** Mark the characters of `block` from `start` up to `end`, and say in `note` why. */
function mark(block, start, end, note) {
  let at = 0;
  let last = null;
  for (const text of textNodes(block)) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, text.length);
    at += text.length;
    if (from >= to) continue;
    last = block.ownerDocument.createElement("mark");
    const range = block.ownerDocument.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    range.surroundContents(last);
  }
  if (!last) return;
  const words = block.ownerDocument.createElement("small");
  words.lang = document.documentElement.lang;
  words.dir = document.documentElement.dir;
  words.textContent = ` (${note})`;
  last.append(words);
}

/** Return the pieces of the article's text in `block`: what the template or a mark put before or into it is none. */
function textNodes(block) {
  const walker = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest(".article__dateline, small")) found.push(walker.currentNode);
  }
  const [first] = found;
  const gap = block.querySelector(".article__dateline") ? first.data.length - first.data.trimStart().length : 0;
  if (gap) found[0] = first.splitText(gap);
  return found;
}
