// The rules of html-validate for the built site: all that it recommends, but for two that don't fit.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // A title holds the article's own headline, which nobody may shorten.
    "long-title": "off",
    // Material's script looks for its parts by names that begin with a line, which HTML allows.
    "valid-id": ["error", { relaxed: true }],
    // Hashes protect from other servers; everything here comes from the site's own.
    "require-sri": ["error", { target: "crossorigin" }],
  },
};
