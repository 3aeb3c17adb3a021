// The page for an address that does not exist: leave the language of the address, and let the page say it is in it.

/** Show only the section whose language's addresses the one asked for belongs to. */
export function start(page) {
  const path = location.pathname.slice(new URL(page.dataset.root, location).pathname.length);
  const sections = [...page.querySelectorAll("[data-prefix]")];
  const [own] = sections
    .filter((section) => path.startsWith(section.dataset.prefix) || `${path}/` === section.dataset.prefix)
    .sort((a, b) => b.dataset.prefix.length - a.dataset.prefix.length);
  if (!own) return;
  for (const section of sections) section.hidden = section !== own;
  document.documentElement.lang = own.lang;
  document.documentElement.dir = own.dir;
  document.title = own.querySelector("h2").textContent;
}
