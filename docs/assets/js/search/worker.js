// The search behind Material's dialog: it speaks the language of Material's own worker, and asks our index.
// Material sends { type: 0, data: settings } and { type: 2, data: "words" }; it is answered by 1 and { type: 3, data }.

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

/** So many stories the dialog shows. */
const MOST = 10;

let answer;

self.addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) {
    answer = setUp(data.config);
    await answer;
    self.postMessage({ type: READY });
  } else if (type === QUERY) {
    const items = await (await answer)(data);
    self.postMessage({ type: RESULT, data: { items } });
  }
});

/** Return what answers a query as Material's dialog takes it. */
async function setUp(settings) {
  const { results } = await import("./results.js");
  const find = await results(settings, new URL("../../../search/data/", self.location));
  return async (typed) => {
    const found = await find(typed, { most: MOST, unfinished: !/\s$/.test(typed) });
    const [first, ...others] = found.results;
    return first ? [{ ...first, understood: found.note }, ...others].map((one) => [item(one, settings)]) : [];
  };
}

/** Return a result as Material's dialog takes it: HTML, and an address from the root of the reader's language. */
function item({ href, headline, lead, lang, dir, isOwn, language, day, note, understood, missing, score }, { up }) {
  const of = `lang="${lang}" dir="${dir}"`;
  const other = isOwn ? null : `<span ${of}>${escaped(language)}</span>`;
  const facts = [escaped(day), other, escaped(note), escaped(understood)].filter(Boolean).join(" · ");
  return {
    location: up + href,
    title: `<span ${of}>${escaped(headline)}</span>`,
    text: `<p class="search__facts">${facts}</p><p ${of}>${escaped(lead)}</p>`,
    terms: Object.fromEntries(missing.map((word) => [word, false])),
    score,
  };
}

/** Return a text as HTML that shows it; nothing where there is none. */
function escaped(text) {
  return (text ?? "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
