// What a reader asked the site to remember on this device. Nothing of theirs is stored without being asked for.

/** The root of the site: this file stands in its assets/js/. */
export const ROOT = new URL("../../", import.meta.url);

/** Several sites may share one origin, and with it the storage: each names its own address, and ends it by a blank. */
export const NAME = `newsroom ${ROOT.pathname} `;

const ORDER = `${NAME}order`;

/** Return the codes of languages in the reader's own order; none where they chose none. */
export function chosenOrder() {
  try {
    const order = JSON.parse(localStorage.getItem(ORDER));
    return Array.isArray(order) ? order.filter((code) => typeof code === "string") : [];
  } catch {
    return [];
  }
}

/** Remember the order and return whether the browser let us. */
export function rememberOrder(codes) {
  try {
    localStorage.setItem(ORDER, JSON.stringify(codes));
    return true;
  } catch {
    return false;
  }
}

/** Remember no order any more. */
export function forgetOrder() {
  try {
    localStorage.removeItem(ORDER);
  } catch {
    // A browser that refuses its storage has stored nothing.
  }
}

/** Return `elements` in the reader's order, by the code that `language` returns of each; others stay as they were. */
export function inOrder(elements, order, language) {
  const place = (element) => {
    const found = order.indexOf(language(element));
    return found < 0 ? order.length : found;
  };
  return [...elements].sort((a, b) => place(a) - place(b));
}
