// The service worker of a reader who asked to keep the pages that they open: sw.js, at the root of the site, loads it
// with what it must know of the build. It asks the network first, always; what it keeps is for when there is none.

const { version, limit, shell, kept } = self.build;
const ROOT = self.registration.scope;
const NAME = `newsroom ${new URL(ROOT).pathname} `;

/** Pages that the reader opened, the one opened last at the end. They outlive a version. */
const PAGES = `${NAME}pages`;
/** What these asked for besides: the search's index, say. */
const FILES = `${NAME}files ${version}`;
/** Styles, scripts and the reader's own pages. */
const SHELL = `${NAME}shell ${version}`;

/** So many milliseconds may the network take where there is something kept to show. */
const PATIENCE = 5000;
/** So many milliseconds is it not waited for any more, once it did not answer in time. */
const HASTE = 30_000;
let hastyUntil = 0;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { method, url, headers } = event.request;
  if (method === "GET" && url.startsWith(ROOT) && !headers.has("range")) event.respondWith(answer(event));
});

/** Take in what every page needs; a new version of a worker that was switched off meanwhile takes in nothing. */
async function install() {
  if (self.registration.active && !(await caches.has(PAGES))) return;
  const cache = await caches.open(SHELL);
  await cache.addAll(shell.map((address) => new Request(new URL(address, ROOT), { cache: "reload" })));
  await Promise.all([caches.open(PAGES), caches.open(FILES)]);
  await self.skipWaiting();
}

async function activate() {
  const old = (await caches.keys()).filter((name) => name.startsWith(NAME) && ![PAGES, FILES, SHELL].includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** Return the network's answer, or what is kept where it gives none in time. */
async function answer(event) {
  const { request } = event;
  const asked = fetch(request);
  event.waitUntil(asked.then((response) => keep(request, response.clone())).catch(() => undefined));
  try {
    const inTime = await Promise.race([asked, wait(Date.now() < hastyUntil ? 0 : PATIENCE)]);
    if (inTime) return inTime;
    const found = await find(request);
    if (found) hastyUntil = Date.now() + HASTE;
    return found ?? (await asked);
  } catch (error) {
    const found = (await find(request)) ?? (await instead(request));
    if (found) return found;
    throw error;
  }
}

/** Keep an answer; once the reader has switched it off there is no cache any more, and none is made. */
async function keep(request, response) {
  if (response.status !== 200 || !(await caches.has(PAGES)) || (await stored(SHELL, request))) return;
  const isPage = request.mode === "navigate" && (await isForReading(response.clone()));
  if (isPage) await keepPage(request.url.split("?")[0], response);
  else await (await caches.open(FILES)).put(request, response);
}

/** Keep a page as the last one opened, where the Cache's own order puts it, and let the oldest go. */
async function keepPage(address, response) {
  const cache = await caches.open(PAGES);
  await cache.put(address, response);
  const pages = await cache.keys();
  await Promise.all(pages.slice(0, Math.max(0, pages.length - limit)).map((page) => cache.delete(page)));
}

/** Whether it is a page, and not one that only leads on to another. */
async function isForReading(response) {
  const isHtml = response.headers.get("content-type")?.startsWith("text/html");
  return isHtml && !(await response.text()).includes('<meta http-equiv="refresh"');
}

/** Return what is kept for `request`, if anything. */
async function find(request) {
  for (const name of [PAGES, FILES, SHELL]) {
    const found = await stored(name, request);
    if (found) return found;
  }
  return request.destination === "style" ? successor(request.url) : undefined;
}

/** What is searched for stands in a page's address and makes no other page. */
function stored(cacheName, request) {
  return caches.match(request, { cacheName, ignoreSearch: request.mode === "navigate", ignoreVary: true });
}

/** A page that was kept under an earlier version may ask for a style sheet whose name held another digest. */
async function successor(url) {
  if (!(await caches.has(SHELL))) return undefined;
  const plain = (name) => name.replace(/\.[0-9a-f]{8}\./, ".");
  const cache = await caches.open(SHELL);
  const same = (await cache.keys()).find((each) => plain(each.url) === plain(url));
  return same && cache.match(same);
}

/** In place of a page that is not kept, lead to the list of those that are, in the language of its address. */
async function instead(request) {
  if (request.mode !== "navigate") return undefined;
  const path = request.url.slice(ROOT.length);
  const [prefix] = Object.keys(kept)
    .filter((one) => path.startsWith(one))
    .sort((a, b) => b.length - a.length);
  const list = new URL(kept[prefix], ROOT);
  return (await stored(SHELL, new Request(list))) && Response.redirect(`${list}#/${path.split("#")[0]}`);
}

function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
