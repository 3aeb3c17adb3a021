// The page of the search: it answers what its address asks for, and each choice of the reader is an address again.

import { results } from "../search/results.js";

/** So many results are shown at first, and again each time that more are asked for. */
const AT_ONCE = 20;

/** Answer the query of the address, and every change of the form. */
export async function start(page) {
  const form = page.querySelector("form");
  for (const [name, value] of new URLSearchParams(location.search)) {
    if (form.elements[name]) form.elements[name].value = value;
  }
  form.hidden = false;
  const settings = await (await fetch(page.dataset.settings)).json();
  const find = await results(settings.config, new URL(page.dataset.index, location));
  let latest = 0;
  const show = async () => {
    const { q, sort, ...narrowing } = Object.fromEntries(new FormData(form));
    latest += 1;
    const mine = latest;
    const unfinished = document.activeElement === form.elements.q;
    const found = await find(q, {
      most: Number.POSITIVE_INFINITY,
      unfinished,
      narrowing: { ...narrowing, byDay: sort === "day" },
    });
    if (mine === latest) render(page, q, found, settings.config);
  };
  form.addEventListener("input", show);
  const remember = () => history.replaceState(null, "", address(form));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember();
    show();
  });
  form.addEventListener("change", remember);
  if (form.elements.q.value) await show();
  else form.elements.q.focus();
}

/** Return the address that asks for what the form says. */
function address(form) {
  return `?${new URLSearchParams([...new FormData(form)].filter(([, value]) => value))}`;
}

/** Show what was found, its number first. */
function render(page, typed, found, { up, here, counts, languages }) {
  const number = new Intl.NumberFormat(here).format(found.count);
  const plural = new Intl.PluralRules(here).select(found.count);
  const said = found.count === 0 ? counts.none : (counts[plural] ?? counts.other).replace("{count}", number);
  page.querySelector("[role=status]").textContent = typed ? said : "";
  const list = page.querySelector(".found__list");
  const items = found.results.map((one) => entry(one, up, languages));
  list.replaceChildren(...items.slice(0, AT_ONCE));
  offerMore(page, list, items);
}

/** Return a result as an item of the list. */
function entry({ href, headline, lead, lang, dir, isOwn, language, day, note, missing }, up) {
  const item = document.createElement("li");
  item.className = "found__item";
  const link = Object.assign(document.createElement("a"), { href: up + href, textContent: headline, lang, dir });
  const facts = document.createElement("p");
  facts.className = "found__facts";
  facts.textContent = [day, isOwn ? null : language, note, missing.length ? `– ${missing.join(", ")}` : null]
    .filter(Boolean)
    .join(" · ");
  item.append(link, facts, Object.assign(document.createElement("p"), { textContent: lead, lang, dir }));
  return item;
}

/** Let the reader ask for the results that are not shown yet. */
function offerMore(page, list, items) {
  const button = page.querySelector(".found__more");
  button.hidden = items.length <= list.children.length;
  button.onclick = () => {
    const first = list.children.length;
    list.append(...items.slice(first, first + AT_ONCE));
    list.children[first].querySelector("a").focus();
    offerMore(page, list, items);
  };
}
