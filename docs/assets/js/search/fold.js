// Words of any letters brought to one Latin skeleton, by the table that the index brings along. It mirrors
// scripts/newsroom/search/folding.py, to the letter.

/** Return what folds words by `table`. */
export function folder(table) {
  const compiled = (rules) => rules.map(([pattern, made]) => [new RegExp(pattern, "gu"), made]);
  const [marks, latin, doubled] = [
    new RegExp(table.marks, "gu"),
    new RegExp(table.latin, "u"),
    new RegExp(table.doubled, "gu"),
  ];
  const spellings = compiled(table.spellings);
  const rules = compiled(table.rules);
  return (word) => {
    const small = word.normalize("NFKC").toLowerCase().normalize("NFKC");
    let folded = bare(spelled(small, table.letters), marks, table.letters);
    if (latin.test(small)) folded = changed(folded, spellings);
    folded = spelled(folded.replace(doubled, "$1$2"), table.hushed);
    return changed(folded, rules).normalize("NFKC");
  };
}

/** Return the word without the marks above and below its letters. */
function bare(word, marks, letters) {
  return spelled(word.normalize("NFKD").replace(marks, "$1"), letters);
}

function spelled(word, letters) {
  return [...word].map((letter) => letters[letter] ?? letter).join("");
}

function changed(word, rules) {
  return rules.reduce((text, [pattern, made]) => text.replace(pattern, made), word);
}
