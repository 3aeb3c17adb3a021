// Names of several words, which the site knows by all their spellings: whoever types one means the others too.

/** So many letters may differ at the ends of two forms of one word. */
const ENDING = 4;

/** Of a word that is longer than this its last two letters may differ too: Гентский, Гентского. */
const SHORT = 4;

/** Return what knows the names that the index lists; they are read and folded once, when they are first asked for. */
export function names({ files, fold }) {
  const read = async () => {
    const [spellings, stories] = await Promise.all([files.json("spellings.json"), files.json("names.json")]);
    return Object.entries(spellings)
      .filter(([name]) => name in stories)
      .map(([name, spelled]) => ({ spellings: spelled, folded: foldedParts(spelled, fold), stories: stories[name] }));
  };
  let known;

  /**
   * Return the names of which the `words` hold a whole spelling: the numbers of these words, the spellings, and the
   * stories in which the name occurs, by language.
   */
  async function heldBy(words) {
    if (words.length < 2) return [];
    known ??= read();
    const folded = words.map(fold);
    return (await known)
      .map(({ folded: parts, ...name }) => ({ ...name, words: longest(parts.map((one) => holding(folded, one))) }))
      .filter(({ words: held }) => held.length > 0);
  }

  return { heldBy };
}

/** Return the skeletons of the spellings that are several words. */
function foldedParts(spelled, fold) {
  return spelled.filter((one) => one.length > 2).map(([, ...parts]) => parts.map(fold));
}

function longest(lists) {
  return lists.reduce((one, other) => (other.length > one.length ? other : one), []);
}

/** Return the words of the names that have one of the `forms` in a spelling, as the language `code` spells them. */
export function spelledIn(code, forms, spellings) {
  const meant = Object.values(spellings).filter((all) =>
    all.some((one) => forms.some((form) => one.includes(form, 1))),
  );
  return meant.flat().flatMap(([language, ...parts]) => (language === code ? parts : []));
}

/** Return the numbers of the words that are the parts of a spelling; none where one of the parts is missing. */
function holding(words, parts) {
  const taken = new Set();
  for (const part of parts) {
    const at = words.findIndex((word, number) => !taken.has(number) && areForms(word, part));
    if (at < 0) return [];
    taken.add(at);
  }
  return [...taken];
}

/** Return whether two skeletons may be forms of one word: they begin alike, and only endings differ. */
function areForms(one, other) {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  const least = shorter.length > SHORT ? shorter.length - 2 : shorter.length;
  let common = 0;
  while (common < shorter.length && one[common] === other[common]) common++;
  return common >= least && longer.length - common <= ENDING;
}
