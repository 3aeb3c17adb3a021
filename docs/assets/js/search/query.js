// What a reader typed, as words and phrases; and the same on another keyboard.

/** Words between quotation marks are a phrase. */
const PHRASE = /"([^"]+)"|«([^»]+)»|“([^”]+)”|„([^“”]+)[“”]/g;

/** Return the words of a query, and each phrase as the numbers of its words. `words` cuts a text into words. */
export function parse(typed, words) {
  const found = [];
  const phrases = [];
  const add = (text) => {
    const first = found.length;
    found.push(...words(text).map((word) => word.text.toLowerCase()));
    return Array.from({ length: found.length - first }, (_, at) => first + at);
  };
  let end = 0;
  for (const match of typed.matchAll(PHRASE)) {
    add(typed.slice(end, match.index));
    const numbers = add(match.slice(1).find(Boolean));
    if (numbers.length > 1) phrases.push(numbers);
    end = match.index + match[0].length;
  }
  add(typed.slice(end));
  return { words: found, phrases };
}

/** Yield what was typed as it would read had another keyboard been on: `keyboards` are the letters of each, key by key. */
export function* respelled(typed, keyboards) {
  for (const from of keyboards) {
    for (const to of keyboards) {
      const letters = new Map([...from].map((letter, at) => [letter, [...to][at]]));
      const other = [...typed.toLowerCase()].map((letter) => letters.get(letter) ?? letter).join("");
      if (other !== typed.toLowerCase()) yield other;
    }
  }
}
