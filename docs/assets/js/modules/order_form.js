// The form in which a reader puts the languages in their order. It is remembered when they say so, and not before.

import { chosenOrder, forgetOrder, inOrder, rememberOrder } from "../settings.js";

/** Let the reader move the languages, remember their order and forget it. */
export function start(form) {
  const list = form.querySelector(".order");
  const usual = [...list.children];
  const status = form.querySelector("[role=status]");
  const { moved, remembered, none, refused } = form.dataset;
  const code = (item) => item.dataset.language;

  const show = (items, text) => {
    list.append(...items);
    markEnds(list);
    status.textContent = text;
  };

  list.addEventListener("click", (event) => {
    const button = event.target.closest("button:not([aria-disabled=true])");
    if (!button) return;
    const item = move(button);
    show([...list.children], say(moved, item, list));
    button.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    status.textContent = rememberOrder([...list.children].map(code)) ? remembered : refused;
  });
  form.addEventListener("reset", () => {
    forgetOrder();
    show(usual, none);
  });

  const order = chosenOrder();
  show(inOrder(usual, order, code), order.length ? remembered : none);
  form.querySelector("fieldset").disabled = false;
}

/** Move the language of `button` by its step, and return its item. */
function move(button) {
  const item = button.closest(".order__item");
  if (button.dataset.step < 0) item.previousElementSibling.before(item);
  else item.nextElementSibling.after(item);
  return item;
}

/** The first can't go up and the last can't go down: their buttons say so and keep the focus. */
function markEnds(list) {
  for (const item of list.children) {
    for (const button of item.querySelectorAll("button")) {
      const end = button.dataset.step < 0 ? list.firstElementChild : list.lastElementChild;
      button.ariaDisabled = String(item === end);
    }
  }
}

/** Return the sentence about the place that `item` has in `list`. */
function say(sentence, item, list) {
  const places = [...list.children];
  return sentence
    .replace("{name}", item.querySelector(".order__name").textContent)
    .replace("{place}", places.indexOf(item) + 1)
    .replace("{total}", places.length);
}
