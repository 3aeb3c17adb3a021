// The words of one language's texts: which of them a word of the query means. See scripts/newsroom/search/lexicon.py.

/** So many letters of a skeleton a word is looked up by; shorter stems have lines of their own. */
const LOOKED_UP = 5;

/** So many letters of each file's first skeleton stand in the directory. */
const DIRECTORY = 8;

/** Behind every skeleton with the same beginning. */
const LAST = "\uffff";

/** So many files of words are read for the beginning of a word, or for one that is spelled wrong. */
const MOST_FILES = 8;

/** How surely a form is meant: as it is typed, in other letters, in another form, in both, with endings of another
 * language, by its beginning, by a slip. */
export const SURENESS = {
  exact: 1,
  skeleton: 0.95,
  stem: 0.9,
  otherLetters: 0.85,
  cased: 0.8,
  beginning: 0.5,
  slip: 0.3,
};

/** A name from another language has so many letters at least. */
const SHORTEST_NAME = 3;

/**
 * Return the lexicon of a language, from what the index says of it.
 *
 * `tools` hold the reader of the files, and how words are folded and matched.
 */
export function lexicon({ code, words: directory }, tools) {
  const parsed = new Map();

  /** Return the lines of file number `at`. */
  async function file(at) {
    if (!parsed.has(at)) {
      const text = tools.files.text(`${code}/words-${at}.txt`);
      parsed.set(
        at,
        text.then((all) => parse(all, tools)),
      );
    }
    return parsed.get(at);
  }

  /** Return the lines between two skeletons, from no more than `most` files. */
  async function between(low, high, most = Number.POSITIVE_INFINITY) {
    const first = Math.max(count(directory, (key) => key < low.slice(0, DIRECTORY)) - 1, 0);
    const last = Math.min(
      count(directory, (key) => key <= high),
      first + most,
    );
    const lines = await Promise.all(Array.from({ length: Math.max(last - first, 0) }, (_, at) => file(first + at)));
    return lines.flat().filter(({ key }) => key >= low && key <= high);
  }

  /** Return the forms that the `typed` word means, with how surely; its beginning counts where `unfinished`. */
  async function meant(typed, unfinished) {
    const folded = tools.fold(typed);
    const stems = tools.candidates(folded);
    const short = stems.filter((stem) => stem.length < LOOKED_UP);
    const long = new Set(stems.filter((stem) => stem.length >= LOOKED_UP).map((stem) => stem.slice(0, LOOKED_UP)));
    const asked = [...short, ...(folded.length < LOOKED_UP ? [folded] : [])].map((stem) => between(stem, stem));
    asked.push(...[...long].map((start) => between(start, start + LAST)));
    if (unfinished && folded.length < LOOKED_UP && folded.length > 1) {
      asked.push(between(folded, folded + LAST, MOST_FILES));
    }
    const lines = (await Promise.all(asked)).flat();
    return surest(lines, typed, folded, unfinished);
  }

  /** Return the forms behind which the `typed` word has one of the endings `cases`, of another language than theirs. */
  async function cased(typed, cases) {
    const folded = tools.fold(typed);
    const ends = Array.from(folded, (_, at) => at).filter((at) => at >= SHORTEST_NAME);
    const stems = ends.filter((at) => tools.takes({ pattern: cases }, folded, at)).map((at) => folded.slice(0, at));
    const lines = (await Promise.all(stems.map((stem) => between(stem, stem)))).flat();
    return best(lines, (line) => (line.isStem ? null : "cased"));
  }

  /** Return the forms that are spelled nearly as the `typed` word is. */
  async function nearly(typed) {
    const folded = tools.fold(typed);
    if (slips(folded) === 0) return [];
    const starts = new Set([folded.slice(0, 2), folded[1] + folded[0], folded[0] + folded[2], folded.slice(1, 3)]);
    const lines = (await Promise.all([...starts].map((start) => between(start, start + LAST, MOST_FILES)))).flat();
    const near = lines.map((line) => [line, slipsIn(line, folded, tools.takes)]);
    const least = Math.min(...near.map(([, slips]) => slips));
    if (least === Number.POSITIVE_INFINITY) return [];
    return best(
      near.filter(([, slips]) => slips === least).map(([line]) => line),
      () => "slip",
    );
  }

  /** Return the forms that are meant: those in the same letters, or else those that are so in other letters. */
  function surest(lines, typed, folded, unfinished) {
    const readings = tools.readings(typed);
    const isStem = (entry, line) => entry.stem === folded && line.key !== folded;
    const attested = lines.some((line) =>
      line.entries.some((entry) => isStem(entry, line) && tools.isSpelledAlike(typed, line.form, entry)),
    );
    const own = lines.filter(({ form }) => form === typed).flatMap(({ entries }) => entries);
    const isMeant = (entry) => readings.some((reading) => tools.matches(reading, entry));
    const reasonOf = (line) => {
      if (!line.isStem && line.form === typed) return "exact";
      const found = line.entries.filter((entry) => isMeant(entry) && !tools.isFarFetched(folded, entry, attested, own));
      if (found.some((entry) => tools.isSpelledAlike(typed, line.form, entry))) return "stem";
      if (!line.isStem && line.key === folded) return "skeleton";
      if (found.length > 0) return "otherLetters";
      return unfinished && folded.length > 1 && line.key.startsWith(folded) ? "beginning" : null;
    };
    const found = best(lines, reasonOf);
    const inOwnLetters = found.filter(({ reason }) => reason === "exact" || reason === "stem");
    return inOwnLetters.length > 0 ? [...inOwnLetters, ...found.filter(({ reason }) => reason === "beginning")] : found;
  }

  return { code, meant, cased, nearly };
}

/** Return each form of the `lines` once, with the surest of its reasons. */
function best(lines, reasonOf) {
  const found = new Map();
  for (const line of lines) {
    const reason = reasonOf(line);
    if (reason && !(SURENESS[found.get(line.form)?.reason] >= SURENESS[reason]))
      found.set(line.form, { ...line, reason });
  }
  return [...found.values()];
}

/** Return the lines of a file of words: its first line says what the classes of endings are. */
function parse(text, { fold, patterns }) {
  const [head, ...lines] = text.split("\n");
  const classes = Object.entries(JSON.parse(head)).map(([name, endings]) => [name, patterns[endings] ?? endings]);
  const endingsOf = Object.fromEntries(classes);
  return lines.map((line) => parseLine(line.split("\t"), fold, endingsOf));
}

/** Return what a line of a lexicon says. */
function parseLine(fields, fold, endingsOf) {
  const [stories, file, postings, places] = fields.slice(-4).map((digits) => Number.parseInt(digits, 36));
  const place = { stories, file, postings, places };
  if (fields.length === 7) {
    const [stem, endings, form] = fields;
    return { key: stem, isStem: true, form, entries: [{ stem, endings: endingsOf[endings] }], place };
  }
  const [form, listed] = fields;
  const key = fold(form);
  const entries = listed ? listed.split(",").map((entry) => parseEntry(entry, key, endingsOf)) : [];
  return { key, isStem: false, form, entries, place };
}

/** Return an entry written as the length of its stem and its class, which begins with a capital letter. */
function parseEntry(written, key, endingsOf) {
  const at = written.search(/[A-Z]/);
  return { stem: key.slice(0, Number.parseInt(written.slice(0, at), 36)), endings: endingsOf[written.slice(at)] };
}

/** Return how many of the sorted `items` satisfy `test`, which the first ones do. */
function count(items, test) {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (test(items[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Return how many slips a word may hold. */
function slips(folded) {
  if (folded.length < 5) return 0;
  return folded.length < 9 ? 1 : 2;
}

/** A shorter stem is not taken for a misspelled one. */
const SHORTEST_STEM = 6;

/** Return the fewest slips between the typed word and the line's form, or a stem of it with an ending. */
function slipsIn(line, folded, takes) {
  const whole = line.isStem ? Number.POSITIVE_INFINITY : slipsBetween(folded, line.key);
  const stems = line.entries.filter(({ stem }) => stem.length >= SHORTEST_STEM);
  return Math.min(whole, ...stems.map((entry) => slipsInStem(entry, folded, takes)));
}

/**
 * Return the fewest slips between a beginning of the typed word, behind which an ending stands, and a stem.
 *
 * A stem that a pattern allows is not always a word, so that it is no word that may have been meant by itself.
 */
function slipsInStem({ stem, endings }, folded, takes) {
  const most = slips(folded);
  const ends = Array.from({ length: 2 * most + 1 }, (_, at) => stem.length - most + at);
  const fitting = ends.filter((end) => end < folded.length + Array.isArray(endings) && takes(endings, folded, end));
  return Math.min(...fitting.map((end) => slipsBetween(folded.slice(0, end), stem)));
}

/** Return the slips between what was typed and a word or stem; infinitely many where it may not hold so many. */
function slipsBetween(typed, word) {
  const found = distance(typed, word, slips(typed));
  return found <= slips(typed) ? found : Number.POSITIVE_INFINITY;
}

/** Return the optimal string alignment distance (Boytsov 2011, section 2.2) between two words, or more than `most`. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + cost);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[other.length];
}
