// In which stories a word stands, and where: see scripts/newsroom/search/postings.py.

/** The word stands in the headline. */
export const HEADLINE = 0x10;

/** The word does not stand in the text: what it names does, under another name. */
export const ANOTHER_NAME = 0x20;

const WEIGHT = 0x0f;

/** Return the postings of a form: story, weight from 0 to 1, and flags. */
export function decode(bytes, { stories, postings }) {
  const read = varints(bytes, postings);
  const found = [];
  let story = -1;
  for (let at = 0; at < stories; at++) {
    story += read.number() + 1;
    const byte = read.byte();
    found.push({ story, weight: (byte & WEIGHT) / WEIGHT, flags: byte & ~WEIGHT });
  }
  return found;
}

/** Return the places of a form, one list a story, in the order of its postings. */
export function decodePlaces(bytes, { stories, places }) {
  const read = varints(bytes, places);
  return Array.from({ length: stories }, () => {
    let place = -1;
    return Array.from({ length: read.number() }, () => {
      place += read.number() + 1;
      return place;
    });
  });
}

function varints(bytes, start) {
  let at = start;
  return {
    byte: () => bytes[at++],
    number() {
      let value = 0;
      let factor = 1;
      for (;;) {
        const byte = bytes[at++];
        value += (byte & 0x7f) * factor;
        if (byte < 0x80) return value;
        factor *= 0x80;
      }
    },
  };
}
