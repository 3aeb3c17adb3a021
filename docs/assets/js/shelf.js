// The pages that a reader keeps on their device: the service worker ../../sw.js puts them there, and this reads them.

import { NAME, ROOT } from "./settings.js";

const PAGES = `${NAME}pages`;
const FILES = `${NAME}files `;

/** Return whether this browser can keep pages at all. */
export function isPossible() {
  return "serviceWorker" in navigator && "caches" in window;
}

/** Return whether the reader has switched it on. */
export async function isOn() {
  return Boolean(await registered());
}

/** Begin to keep what the reader opens. Rejects where the browser does not let us. */
export async function switchOn() {
  const registration = await navigator.serviceWorker.register(new URL("sw.js", ROOT), { updateViaCache: "none" });
  await activated(registration.installing ?? registration.waiting ?? registration.active);
}

/** Keep nothing any more, and delete what is kept: at once, and what was on its way while the browser took its time. */
export async function switchOff() {
  const registration = await registered();
  await deleteAll();
  await registration?.unregister();
  await deleteAll();
}

/** Delete what is kept, and go on keeping. */
export async function empty() {
  for (const name of await names()) {
    if (name !== PAGES && !name.startsWith(FILES)) continue;
    const cache = await caches.open(name);
    await Promise.all((await cache.keys()).map((request) => cache.delete(request)));
  }
}

/** Return how many pages are kept, and how many bytes they take with all that belongs to them. */
export async function amount() {
  let bytes = 0;
  for (const name of await names()) {
    const cache = await caches.open(name);
    for (const answer of await cache.matchAll()) bytes += (await answer.blob()).size;
  }
  return { pages: (await kept()).length, bytes };
}

/** Return the kept pages as documents with their addresses, the one opened last at the head. */
export async function keptPages() {
  const read = async (request) => {
    const text = await (await caches.match(request, { cacheName: PAGES })).text();
    return { address: request.url, page: new DOMParser().parseFromString(text, "text/html") };
  };
  return Promise.all((await kept()).reverse().map(read));
}

/** Return the requests of the kept pages; asking makes no cache where there is none. */
async function kept() {
  return (await caches.has(PAGES)) ? (await caches.open(PAGES)).keys() : [];
}

/** Delete every cache of this site. */
async function deleteAll() {
  await Promise.all((await names()).map((name) => caches.delete(name)));
}

/** Return the names of this site's caches. */
async function names() {
  return (await caches.keys()).filter((name) => name.startsWith(NAME));
}

/** Return this site's registration: the browser may also know one of a site around it. */
async function registered() {
  const found = await navigator.serviceWorker.getRegistration(ROOT);
  return found?.scope === ROOT.href ? found : undefined;
}

/** Wait until `worker` is at work; reject where it could not be installed. */
function activated(worker) {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error("sw.js could not be installed"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}
