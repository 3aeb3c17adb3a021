// The words that a search found, marked where they stand: the address brings them along as ?h=word+word.

/** Mark the words of the address in the article that `body` is the text of. */
export async function start(body) {
  const wanted = new URLSearchParams(location.search).get("h");
  if (!wanted) return;
  const { words } = await import("../search/tokens.js");
  const forms = new Set(wanted.split(/\s+/));
  const title = document.querySelector(".article__title");
  for (const text of [...textNodes(title), ...textNodes(body)]) {
    const found = [...words(text.data)].filter((word) => forms.has(word.text.toLowerCase()));
    for (const { start, end } of found.reverse()) mark(text, start, end);
  }
}

/** Return the pieces of text in `element`. */
function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

/** Mark the characters of `text` from `start` up to `end`. */
function mark(text, start, end) {
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  range.surroundContents(document.createElement("mark"));
}
