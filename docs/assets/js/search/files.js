// The files of the index, each asked for once.

/** Return a reader of the files below `root`: as text, as bytes, or as what their JSON holds. */
export function reader(root) {
  const asked = new Map();
  const once = (name, read) => {
    if (!asked.has(name)) asked.set(name, get(new URL(name, root)).then(read));
    return asked.get(name);
  };
  return {
    text: (name) => once(name, (answer) => answer.text()),
    json: (name) => once(name, (answer) => answer.json()),
    bytes: (name) => once(name, async (answer) => new Uint8Array(await answer.arrayBuffer())),
  };
}

async function get(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}
