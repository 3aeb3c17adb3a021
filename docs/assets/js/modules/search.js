// The search. Material's bundle, its worker and the index come only when the reader reaches for the search: they
// wait in <template id="material">.

const OPENING_KEYS = new Set(["/", "f", "s"]);

/** Wake Material's bundle at the reader's first sign of wanting to search. */
export function start(search) {
  const input = search.querySelector("input");
  const wake = once(() => wakeMaterial(search.dataset.base));
  if (new URLSearchParams(location.search).has("q")) wake();
  if (document.activeElement === input) wake();
  input.addEventListener("focus", wake);
  input.addEventListener("pointerenter", wake);
  document.addEventListener("keydown", (event) => {
    if (!opens(event)) return;
    event.preventDefault();
    input.focus();
  });
  // Material listens to keys alone; words also come from a clipboard, a voice, or a keyboard on the glass.
  input.addEventListener("input", () => input.dispatchEvent(new KeyboardEvent("keyup")));
  closeWhenLeft(search);
}

/** Material closes its dialog by a veil over the page, which this page does without. */
function closeWhenLeft(search) {
  const toggle = document.getElementById("__search");
  const close = (event) => {
    if (!toggle.checked || search.contains(event.target)) return;
    toggle.checked = false;
    toggle.dispatchEvent(new Event("change"));
  };
  document.addEventListener("pointerdown", close);
  document.addEventListener("focusin", close);
}

/** Whether a key press asks for the search: Material's own keys, outside of any field. */
function opens(event) {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  return OPENING_KEYS.has(event.key) && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** Start Material's bundle, with results and index below `base`, the root of the reader's language. */
function wakeMaterial(base) {
  const config = document.getElementById("__config");
  config.textContent = JSON.stringify({ ...JSON.parse(config.textContent), base });
  const restore = hideAlternates();
  const scripts = document.getElementById("material").content.cloneNode(true);
  scripts.querySelector("script").addEventListener("load", restore);
  document.body.append(scripts);
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
