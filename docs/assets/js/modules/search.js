// The search. Material's bundle, its worker and the index come only when the reader reaches for the search: they
// wait in <template id="material">.

const OPENING_KEYS = new Set(["/", "f", "s"]);
const SETTLED = 10; // ms: Material looks where the focus is one millisecond after it has moved

/** Wake Material's bundle at the reader's first sign of wanting to search. */
export function start(search) {
  const input = search.querySelector("input");
  const wake = once(() => wakeMaterial(search));
  if (new URLSearchParams(location.search).has("q")) wake();
  if (document.activeElement === input) wake();
  input.addEventListener("focus", wake);
  input.addEventListener("pointerenter", wake);
  // Material listens to keys alone; words also come from a clipboard, a voice, or a keyboard on the glass.
  input.addEventListener("input", () => {
    setOpen(true);
    input.dispatchEvent(new KeyboardEvent("keyup"));
  });
  search.addEventListener("submit", (event) => {
    event.preventDefault();
    input.focus();
  });
  takeWordsAlong(search, input);
  openByKey(input);
  closeWhenLeft(search);
}

/** Have the link to the search's page search there for what the reader has typed. */
function takeWordsAlong(search, input) {
  const link = search.querySelector(".search__page a");
  const page = link.href;
  const name = () => {
    const words = input.value.trim();
    link.href = words ? `${page}?${new URLSearchParams({ q: words })}` : page;
  };
  for (const event of ["input", "change"]) input.addEventListener(event, name);
  search.addEventListener("reset", () => setTimeout(name));
}

/** Open the search by Material's own keys, and go back to where the reader was when Escape closes it. */
function openByKey(input) {
  let origin = null;
  document.addEventListener("keydown", (event) => {
    if (!opens(event)) return;
    event.preventDefault();
    origin = document.activeElement === document.body ? null : document.activeElement;
    input.focus();
  });
  input.closest(".search").addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    (origin ?? input).focus();
    origin = null;
    setTimeout(setOpen, SETTLED, false);
  });
}

/** Material closes its dialog by a veil over the page, which this page does without. */
function closeWhenLeft(search) {
  const close = ({ target }) => {
    if (!search.contains(target)) setOpen(false);
  };
  document.addEventListener("pointerdown", close);
  document.addEventListener("focusin", close);
}

/** Whether a key press asks for the search: Material's own keys, outside of any field. */
function opens(event) {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  return OPENING_KEYS.has(event.key) && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** Open or close the list by the switch that Material looks at; before Material is awake there is none. */
function setOpen(open) {
  const toggle = document.getElementById("__search");
  if (!toggle || toggle.checked === open) return;
  toggle.checked = open;
  toggle.dispatchEvent(new Event("change"));
}

/** Start Material's bundle, with results and index below the root of the reader's language. */
function wakeMaterial(search) {
  const parts = document.getElementById("material").content.cloneNode(true);
  const config = parts.getElementById("__config");
  config.textContent = JSON.stringify({ ...JSON.parse(config.textContent), base: search.dataset.base });
  const toggle = parts.getElementById("__search");
  toggle.addEventListener("change", () => search.toggleAttribute("data-open", toggle.checked));
  // The mark by which the bundle finds the button beside the field.
  search.querySelector("[type=submit]").setAttribute("for", toggle.id);
  parts.querySelector("[src]").addEventListener("load", hideAlternates());
  document.body.append(parts);
}

/**
 * Material asks for a sitemap.xml beside every link[rel=alternate], which is right only where each language is a
 * site of its own. A blank behind the word hides the links from its selector and changes nothing for anyone else.
 */
function hideAlternates() {
  const links = document.querySelectorAll("link[rel=alternate]");
  for (const link of links) link.rel = "alternate ";
  return () => {
    for (const link of links) link.rel = "alternate";
  };
}

/** Return `action` as a function that acts only the first time. */
function once(action) {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    action();
  };
}
