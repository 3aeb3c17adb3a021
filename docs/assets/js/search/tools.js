// How words are cut, folded and matched, made for what an index says of letters and endings.

import { folder } from "./fold.js";
import { matcher } from "./match.js";
import { words } from "./tokens.js";

/** Return the tools for an `index`. */
export function tools({ folding, patterns }) {
  const fold = folder(folding);
  return { words, fold, patterns, ...matcher(fold) };
}
