"""What a page holds and shows: scripts that run in the page itself, and what each of them returns."""

from __future__ import annotations

MODULES = "Promise.all([...document.querySelectorAll('[type=module]')].map(({ src }) => import(src)))"
"""Waits for the scripts that the page starts after it is shown."""

SKELETON = """
(root) => {
  // Attributes that show a text of an article: their names count, their values are compared elsewhere.
  const shows = "meta[name=description], meta[name=author], .article__source a," +
    ["og:title", "og:description", "article:author", "article:section", "article:tag"].map(
      (name) => `meta[property="${name}"]`) + ", meta[property^='og:image']";
  // The same in the linked data: whatever a text says there, it says it in these places.
  const said = ["headline", "description", "name", "articleSection", "keywords", "creditText", "image"];
  const form = (key, value) => (!said.includes(key) ? value : Array.isArray(value) ? value.length : typeof value);
  const lines = [];
  const walk = (node, depth) => {
    if (node.matches(".article__body")) return lines.push("body");
    // Whether a first line is read as a headline depends on its words, and the page says which it was.
    if (node.matches(".inferred")) return;
    // So do the correspondence of two versions and what differs between them.
    if (node.matches(".contrasts")) return;
    const varies = (name) => ["content", "href"].includes(name) && node.matches(shows);
    const attributes = [...node.attributes].map(({ name, value }) =>
      varies(name) || ["data-paragraphs", "data-title"].includes(name) ? name : `${name}=${value}`);
    const data = node.matches("[type='application/ld+json']") && JSON.stringify(JSON.parse(node.textContent), form);
    const text = data || (node.matches("script, style") ? node.textContent : "");
    lines.push(`${depth} ${node.localName} ${attributes.sort().join(" ")} ${text}`);
    for (const child of (node.localName === "template" ? node.content : node).children) walk(child, depth + 1);
  };
  walk(document.documentElement, 0);
  return lines;
}
"""
"""Everything of a page but its texts, those inside of `template` included."""

BODY = """
() => {
  const body = document.querySelector(".article__body");
  const names = { UL: "list_item", OL: "numbered_item", BLOCKQUOTE: "quote" };
  const leaves = [...body.querySelectorAll("p, h2, li, th:not(:empty), td:not(:empty)")];
  return {
    blocks: leaves.map((one) => [names[one.parentElement.tagName] ?? one.localName, one.textContent, one.innerText]),
    elements: [...body.querySelectorAll("*")].map(
      (one) => [one.localName, ...[...one.attributes].map(({ name }) => name).sort()].join(" ")),
    links: [...body.querySelectorAll("a")].map((one) => [one.getAttribute("href") ?? "", one.textContent, one.rel]),
    anchors: [...body.querySelectorAll("[id]")].map((one) => one.id),
    stray: [...body.childNodes].filter((one) => one.nodeType !== 1 && one.textContent.trim()).length,
  };
}
"""
"""The blocks of an article as they stand on its page, and the elements that they are made of."""

FIELDS = """
() => {
  const all = (css) => [...document.querySelectorAll(css)].map((one) => one.textContent.trim());
  const value = (css, name) => [...document.querySelectorAll(css)].map((one) => one.getAttribute(name));
  const graph = (name) => value(`meta[property="${name}"]`, "content");
  const data = all("[type='application/ld+json']").map(JSON.parse)[0] ?? {};
  return {
    graph: ["og:title", "og:description", "article:author", "article:section", "article:tag"].flatMap(graph),
    data: [data.headline, data.description, data.author?.map((one) => one.name), data.articleSection, data.keywords,
      data.contentLocation?.name, data.associatedMedia?.creditText, data.translator?.name],
    canary: window.canary ?? null,
    window: document.title,
    description: value("meta[name=description]", "content"),
    author: value("meta[name=author]", "content"),
    title: all(".article__title, .absent__story"),
    byline: all(".article__byline"),
    section: all(".article__section"),
    agency: all(".article__agency"),
    credit: all(".article__credit"),
    source: all(".article__source a"),
    source_href: value(".article__source a", "href"),
    tags: all(".tags li"),
    versions: all(".versions .versions__headline"),
    stories: all(".story__title"),
    leads: all(".story__lead"),
    neighbours: all(".neighbours a"),
  };
}
"""
"""The texts of a page outside of its body, and whether a script of theirs ran."""

PARSED = """
([home, addresses]) => Promise.all(addresses.map(async (address) => {
  const answer = await fetch(home + address);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const elements = [...page.querySelectorAll("*")].map(
    (one) => [one.localName, ...[...one.attributes].map(({ name }) => name).sort()].join(" "));
  return [elements.join(", "), page.querySelector("main a")?.textContent];
}))
"""
"""Pages that lead on at once, as the browser reads them."""

RESULTS = """
() => {
  const list = document.querySelector(".md-search-result__list");
  return {
    titles: [...list.querySelectorAll(":is(h1, h2)")].map((one) => one.textContent),
    elements: [...list.querySelectorAll("*")].map(
      (one) => [one.localName, ...[...one.attributes].map(({ name }) => name).sort()].join(" ")),
  };
}
"""
"""What the search has found."""
