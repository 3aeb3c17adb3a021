// Puts a reader's own order of languages into effect, on the pages that have something to put in order: which version
// a list offers of a story that does not exist in the page's language, and the versions on the page that says so.
// It blocks rendering, unlike the modules that main.js starts, so that nothing moves after it was seen.

import { chosenOrder, inOrder } from "./settings.js";

const order = chosenOrder();

/** Offer the first of the reader's languages that the story exists in. */
function offerFirst(story) {
  const headline = story.querySelector(".story__title a");
  const templates = [...story.querySelectorAll("template")];
  const existing = new Map([[headline.lang, null], ...templates.map((one) => [one.dataset.language, one])]);
  const template = existing.get(order.find((code) => existing.has(code)));
  if (template) offer(story, template);
}

/** Show the version of `template` in the list: its headline, its address, its lead, and its day. */
function offer(story, template) {
  const link = story.querySelector(`.story__facts a[hreflang="${template.dataset.language}"]`);
  const headline = story.querySelector(".story__title a");
  const { content } = template;
  headline.textContent = template.dataset.title;
  for (const name of ["href", "lang", "dir", "hreflang"]) headline.setAttribute(name, link.getAttribute(name));
  for (const part of [".story__lead", "time"]) {
    const shown = story.querySelector(part);
    const own = content.querySelector(part);
    if (shown && own) shown.replaceWith(own);
  }
}

if (order.length) {
  for (const template of document.querySelectorAll(".story > template:first-of-type")) {
    offerFirst(template.parentElement);
  }
  for (const list of document.querySelectorAll(".absent .versions .versions__list")) {
    list.append(...inOrder(list.children, order, (item) => item.querySelector("a").hreflang));
  }
}

// A page that the browser kept as it was, for the way back, shows the order of then.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && chosenOrder().join() !== order.join()) location.reload();
});
