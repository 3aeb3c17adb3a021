// Starts the module of each element that asks for one: <div data-module="search"> starts ./modules/search.js.
// Nothing here is needed for reading.

/** Start the module that `element` asks for, and wait until it has started. */
async function startModule(element) {
  const { start } = await import(`./modules/${element.dataset.module}.js`);
  await start(element);
}

await Promise.all([...document.querySelectorAll("[data-module]")].map(startModule));
