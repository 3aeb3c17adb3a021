// The words of a text, and the words in words. It mirrors scripts/newsroom/search/tokens.py.

const MARKS =
  "\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06ed\\u0900-\\u0903\\u093a-\\u094f";
const INVISIBLE = "\\u00ad\\u200b-\\u200d\\u2060\\ufeff";
const HYPHENS = "\\-\\u2010\\u2011";
const APOSTROPHES = "'’‘ʼʻʹ`´";
const SPACES = " \\u00a0\\u2009\\u202f";
const LETTER = "[\\p{L}\\p{N}]";
const UNIT = `${LETTER}(?:[\\p{L}\\p{N}${MARKS}${INVISIBLE}])*`;
const WORD = new RegExp(
  `([0-9]{1,3}(?:(?:[${SPACES}][0-9]{3})+|(?:,[0-9]{3})+))(?!${LETTER})|${UNIT}(?:[${HYPHENS}${APOSTROPHES}]${UNIT})*`,
  "gu",
);
const HYPHEN = new RegExp(`[${HYPHENS}]`, "u");
const BEHIND_APOSTROPHE = new RegExp(`[${APOSTROPHES}](?=([^${APOSTROPHES}]{3,}))`, "gu");
const UNSEEN = new RegExp(`[${INVISIBLE}]`, "gu");
const BETWEEN_THOUSANDS = new RegExp(`[${SPACES},]`, "gu");

/** Return the words of `text` in order, behind the parts of a word with hyphens the whole of it. */
export function words(text) {
  return [...text.matchAll(WORD)].flatMap((found) => {
    const [whole, number] = found;
    const start = found.index;
    if (!number) return parted(whole, start);
    return [{ text: number.replace(BETWEEN_THOUSANDS, ""), start, end: start + whole.length }];
  });
}

/** Return the parts of a word with hyphens, apostrophes or unseen characters, then the whole where it has hyphens. */
function parted(compound, start) {
  const found = [];
  const parts = compound.split(HYPHEN);
  let at = start;
  for (const part of parts) {
    found.push(word(part, at));
    for (const inner of part.matchAll(BEHIND_APOSTROPHE)) found.push(word(inner[1], at + inner.index + 1));
    at += part.length + 1;
  }
  if (parts.length > 1 && /\p{L}/u.test(compound)) found.push(word(compound, start));
  return found;
}

function word(piece, start) {
  return { text: piece.replace(UNSEEN, ""), start, end: start + piece.length };
}
