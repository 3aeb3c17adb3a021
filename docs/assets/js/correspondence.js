// How the paragraphs of two versions correspond, as the page writes it: "1=1 2=2+3 4= =4".

/** Return the pairs of paragraph numbers that `written` holds: this page's, and the other version's. */
export function pairs(written) {
  return written.split(" ").map((pair) => pair.split("=").map((side) => (side ? side.split("+").map(Number) : [])));
}

/** Return the other version's paragraph for this page's `paragraph`; where it has none, that of the nearest before. */
export function counterpart(written, paragraph) {
  const before = pairs(written).filter(([mine, its]) => its.length && mine.length && mine[0] <= paragraph);
  if (before.length === 0) return 1;
  const [mine, its] = before.reduce((best, pair) => (pair[0][0] >= best[0][0] ? pair : best));
  return its[Math.min(Math.max(mine.indexOf(paragraph), 0), its.length - 1)];
}

/** Return the paragraphs of an article in `root`, in order: the elements whose anchors are p1, p2 and so on. */
export function paragraphs(root) {
  return [...root.querySelectorAll(".article__body [id^=p]")].filter(({ id }) => /^p\d+$/.test(id));
}
