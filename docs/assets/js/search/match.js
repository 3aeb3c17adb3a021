// Which query finds which word. It mirrors scripts/newsroom/search/matching.py, which says more.

const VOICELESS = { b: "p", g: "k", d: "t" };
const FELLOWS = { б: "п", г: "к", ғ: "қ", д: "т" };
const LATIN = /[a-z\u00df-\u024f]/u;
const VOWELS = new Set("aeiou");

/** Stands for a soft sign where an ending is written with it. */
const SOFT = "'";

/** Where a word is known as a stem, it is not taken apart for an ending shorter than this: more likely it is one. */
const SHORT_ENDING = 3;

/** Return what matches folded queries with entries, by what folds words; the endings of an entry are a list, or patterns. */
export function matcher(fold) {
  const compiled = new Map();
  const expression = (pattern) => {
    if (!compiled.has(pattern)) compiled.set(pattern, new RegExp(`(?:${pattern})$`, "uy"));
    return compiled.get(pattern);
  };

  /** Return whether `pattern` describes all of `word` from character `at`. */
  function ends(pattern, word, at) {
    const tried = expression(pattern);
    tried.lastIndex = at;
    return tried.test(word);
  }

  /** Return whether the `folded` query finds what lies under the entry. */
  function matches(folded, { stem, endings }) {
    const beginning = folded.slice(0, stem.length);
    const rest = folded.slice(stem.length);
    if (Array.isArray(endings)) return beginning === stem && endings.some((one) => one.replaceAll(SOFT, "") === rest);
    const isVoiced = VOWELS.has(rest[0]) && beginning.slice(0, -1) + VOICELESS[beginning.at(-1)] === stem;
    return (beginning === stem || isVoiced) && ends(endings.pattern, folded, stem.length);
  }

  /** Return whether a query and a form that share an entry also write it with the same letters. */
  function isSpelledAlike(query, form, { stem, endings }) {
    const [small, other] = [query.toLowerCase(), form.toLowerCase()];
    const forms = new Set(beginnings(other, stem).map(([start]) => start));
    if (forms.size === 0) return LATIN.test(small) === LATIN.test(other);
    const own = beginnings(small, stem).filter(([start]) => forms.has(start));
    if (Array.isArray(endings)) return own.length > 0 && endings.includes(ending(softly(small), stem.length));
    return own.some(([, end]) => !endings.written || ends(endings.written, small, end));
  }

  /** Return whether the `folded` query is rather another word than a form of what lies under a pattern's entry. */
  function isFarFetched(folded, { stem, endings }, isStem, own) {
    const rest = folded.length - stem.length;
    if (Array.isArray(endings) || rest === 0) return false;
    if (isStem && rest < SHORT_ENDING) return true;
    if (endings.guess && (isStem || own.length > 0)) return true;
    return own.length > 0 && !own.some((one) => one.stem === stem && one.endings === endings);
  }

  /** Return the skeleton of a word with an apostrophe for each soft sign, where it can be told where they stand. */
  function softly(word) {
    const folded = word.split("ь").map(fold).join(SOFT);
    return folded.replaceAll(SOFT, "") === fold(word) ? folded : fold(word);
  }

  /** Return the beginnings of a word that are folded to the stem, a voiced consonant at the end taken for its fellow. */
  function beginnings(word, stem) {
    const found = [];
    for (let end = 1; end <= word.length; end++) {
      const start = word.slice(0, end);
      if (devoiced(fold(start)) !== devoiced(stem)) continue;
      found.push([plain(start.slice(0, -1) + (FELLOWS[start.at(-1)] ?? start.at(-1))), end]);
    }
    return found;
  }

  /** Return the word folded; and with a letter twice where a stem may end with it and an ending begin: студент-тер. */
  function readings(typed) {
    const folded = fold(typed);
    const halves = Array.from({ length: typed.length }, (_, at) => [fold(typed.slice(0, at)), fold(typed.slice(at))]);
    const meeting = halves.filter(([start, end]) => start && start.at(-1) === end[0]);
    return [folded, ...meeting.map(([start, end]) => start + end).filter((one) => one.length === folded.length + 1)];
  }

  return { candidates, readings, matches, isSpelledAlike, isFarFetched };
}

/** Return every stem under which a word may lie that the `folded` query finds, the longest first. */
export function candidates(folded) {
  const found = [];
  for (let end = folded.length; end > 0; end--) {
    const stem = folded.slice(0, end);
    found.push(stem);
    const plain = VOICELESS[stem.at(-1)];
    if (plain && VOWELS.has(folded[end])) found.push(stem.slice(0, -1) + plain);
  }
  return found;
}

/** Return what stands behind the first `length` letters of a skeleton with soft signs, which are not counted. */
function ending(soft, length) {
  let left = length;
  for (let at = 0; at < soft.length; at++) {
    if (left === 0) return soft.slice(at);
    if (soft[at] !== SOFT) left--;
  }
  return "";
}

/** Return letters that are commonly written for one another in one form. */
function plain(word) {
  return word.replaceAll("ё", "е").replaceAll("y", "i");
}

function devoiced(stem) {
  return stem.slice(0, -1) + (VOICELESS[stem.at(-1)] ?? stem.at(-1) ?? "");
}
