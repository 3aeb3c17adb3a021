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
  const index = new URL(page.dataset.index, location);
  const find = await results(settings.config, index);
  const root = new URL("../../", index);
  let latest = 0;
  const show = async (most = AT_ONCE) => {
    const { q, sort, ...narrowing } = Object.fromEntries(new FormData(form));
    latest += 1;
    const mine = latest;
    const unfinished = document.activeElement === form.elements.q;
    const found = await find(q, {
      most,
      unfinished,
      narrowing: { ...narrowing, byDay: sort === "day" },
    });
    if (mine !== latest) return;
    render(page, q, found, { ...settings.config, root });
    offerMore(page, found, show);
  };
  const answer = () => {
    history.replaceState(null, "", address(form));
    show();
  };
  form.addEventListener("input", answer);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    answer();
  });
  if (form.elements.q.value) await show();
}

/** Return the address that asks for what the form says. */
function address(form) {
  const said = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  return said.size > 0 ? `?${said}` : location.pathname;
}

/** Show what was found, its number first. */
function render(page, typed, found, { root, here, counts }) {
  const number = new Intl.NumberFormat(here).format(found.count);
  const plural = new Intl.PluralRules(here).select(found.count);
  const said = found.count === 0 ? counts.none : (counts[plural] ?? counts.other).replace("{count}", number);
  page.querySelector(".found__count").textContent = typed ? said : "";
  page.querySelector(".found__note").textContent = found.note ?? "";
  const list = page.querySelector(".found__list");
  list.replaceChildren(...found.results.map((one) => entry(one, root)));
}

/** Return a result as an item of the list. */
function entry({ href, headline, lead, lang, dir, isOwn, language, day, note, missing }, root) {
  const item = element("li", { className: "found__item" });
  const facts = [day, isOwn ? null : element("span", { textContent: language, lang, dir }), note]
    .concat(missing.map((word) => element("del", { textContent: word })))
    .filter(Boolean)
    .flatMap((fact) => [" · ", fact]);
  const line = element("p", { className: "found__facts" });
  line.append(...facts.slice(1));
  const link = element("a", { href: new URL(href, root).href, textContent: headline, lang, dir });
  item.append(link, line, element("p", { textContent: lead, lang, dir }));
  return item;
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

/** Let the reader ask for the results that are not shown yet: only what is shown is loaded. */
function offerMore(page, { count, results }, show) {
  const button = page.querySelector(".found__more");
  button.hidden = count <= results.length;
  button.onclick = async () => {
    await show(results.length + AT_ONCE);
    page.querySelectorAll(".found__item > a")[results.length]?.focus();
  };
}
