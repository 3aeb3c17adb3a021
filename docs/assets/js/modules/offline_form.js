// The switch by which a reader keeps the pages that they open on their device, and what is kept.

import { amount, empty, isOn, isPossible, switchOff, switchOn } from "../shelf.js";

const MEGABYTE = 1_000_000;

/** Let the reader switch it on and off, see what is kept, and delete it. */
export async function start(form) {
  const box = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const { on, off, refused, deleted } = form.dataset;

  const show = async (text) => {
    box.checked = await isOn();
    await showAmount(form, box.checked);
    status.textContent = text ?? (box.checked ? on : off);
  };
  // One after the other, however fast the switch is pressed.
  let last = Promise.resolve();
  const act = (action, text) => {
    last = last.then(action).then(
      () => show(text),
      () => show(refused),
    );
  };

  box.addEventListener("change", () => act(box.checked ? switchOn : switchOff));
  form.querySelector("button").addEventListener("click", () => act(empty, deleted));

  try {
    if (!isPossible()) throw new Error("no service workers or no caches here");
    await show();
    form.querySelector("fieldset").disabled = false;
  } catch {
    status.textContent = refused;
  }
}

/** Say how much is kept, where anything can be. */
async function showAmount(form, isOn) {
  form.querySelector(".reading__kept").hidden = !isOn;
  if (!isOn) return;
  const { pages, bytes } = await amount();
  // Browsers do not know how every language of the site writes numbers.
  const size = (bytes / MEGABYTE).toFixed(1).replace(".", form.dataset.decimal);
  const text = form.dataset.kept.replace("{pages}", pages).replace("{size}", size);
  form.querySelector(".reading__amount").textContent = text;
}
