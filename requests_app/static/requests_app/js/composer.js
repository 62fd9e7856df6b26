// The composer: htmx sends the page while somebody types; here is what becomes of it when things go wrong. Without
// scripts the buttons send the page as a form.

const saved = () => document.getElementById("saved");
const form = () => document.getElementById("composer");
let changed = false;

document.addEventListener("input", (event) => {
  if (event.target.form === form()) changed = true;
});
document.addEventListener("submit", () => {
  changed = false;
});

document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful) changed = false;
});

for (const trouble of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(trouble, () => {
    saved().textContent = "Not saved: no connection. What you typed is still here.";
  });
}

// An answer that comes while somebody gives a reason beside the letter must not take it away.
document.addEventListener("htmx:beforeSwap", (event) => {
  const at = document.activeElement;
  if (event.detail.target.id === "side" && at?.matches("#side input")) event.detail.shouldSwap = false;
});

// A button was pressed, and somebody types on before the answer is here: what they typed goes into the new page.
const since = new Map();
let waiting = false;

document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.detail.target.id === "desk") waiting = true;
});
document.addEventListener("input", (event) => {
  const field = event.target;
  if (waiting && field.form === form() && field.id) since.set(field.id, [field.value, field.checked]);
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.target.id === "desk" && !event.detail.successful) waiting = false;
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (!waiting || event.target.id !== "desk") return;
  waiting = false;
  const typed = [...since];
  since.clear();
  for (const [id, [value, checked]] of typed) {
    const field = document.getElementById(id);
    if (!field) continue;
    field.value = value;
    if ("checked" in field) field.checked = checked;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    if (id === typed.at(-1)[0]) field.focus();
  }
});

// What was typed in the last moment goes along when the page is left.
addEventListener("pagehide", () => {
  if (!changed || !form()) return;
  const last = new FormData(form());
  last.set("do", "live");
  navigator.sendBeacon(form().dataset.live, last);
  changed = false;
});
