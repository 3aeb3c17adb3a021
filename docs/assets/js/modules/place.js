// Staying in place: a link to another version leads to the paragraph that corresponds to the one being read.

import { counterpart, paragraphs } from "../correspondence.js";

/** The reader has come to the text when it begins above this share of the screen. */
const BEGUN = 0.3;

/** A paragraph of which no more than so many pixels are left below the bar has been read: two lines. */
const READ = 48;

/** Show the bar at the head of the text, and let every link to another version keep the reader's place. */
export function start(bar) {
  const versions = new Map();
  for (const item of document.querySelectorAll("[data-paragraphs]")) {
    versions.set(address(item.querySelector(".versions__link")), item.dataset.paragraphs);
  }
  if (versions.size === 0) return;
  bar.hidden = false;
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.("a[hreflang], .versions__beside");
    if (!link || link.closest(".contrasts")) return;
    const paragraph = current(bar);
    const written = versions.get(address(link));
    if (written) link.hash = paragraph ? `p${counterpart(written, paragraph)}` : "";
    else if (link.matches(".versions__beside")) link.hash = paragraph ? `p${paragraph}` : "";
  });
}

/** Return where a link leads, without its anchor. */
function address(link) {
  return link.href.replace(/#.*/, "");
}

/** Return the number of the paragraph being read, or 0 where the reader has not come to the text yet. */
function current(bar) {
  const places = paragraphs(document).map((one) => one.getBoundingClientRect());
  if (places.length === 0 || places[0].top >= innerHeight * BEGUN) return 0;
  const line = bar.getBoundingClientRect().bottom;
  const reading = places.findIndex(({ top, bottom }) => top >= line || bottom > line + READ);
  return reading < 0 ? places.length : reading + 1;
}
