// The review: what is entered is kept every few seconds, and who else is here is told. Without this file there is the
// button "Save and come back later".

const desk = document.querySelector("[data-review]");
const form = document.getElementById("reading");
const said = document.querySelector("[data-saved]");
const told = document.querySelector("[data-told]");
const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
const SOON = 1500;
const LATEST = 5000;
const LOOK = 20000;
const KEEPALIVE = 60000;
const kept = new Map();
let changedAt = 0;
let firstAt = 0;
let timer = 0;
let leaving = !form.querySelector("[value=confirm]"); // confirmed by somebody else: nothing more is kept
let confirmed = false;

// What a field holds, and what it held when the page came: lists, as a form sends them.
const chosen = (all, now) => all.filter((one) => (now ? one.checked : one.defaultChecked)).map((one) => one.value);
function lists() {
  const names = new Map();
  for (const field of form.elements) {
    if (!field.name || field.name === "csrfmiddlewaretoken" || field.type === "submit") continue;
    names.set(field.name, [...(names.get(field.name) ?? []), field]);
  }
  return [...names].map(([name, fields]) => {
    const [first] = fields;
    if (first.matches("[type=checkbox], [type=radio]")) return [name, chosen(fields, true), chosen(fields, false)];
    if (first.matches("select")) {
      const options = [...first.options];
      const was = options.filter((one) => one.defaultSelected);
      return [name, [first.value], [(was[0] ?? options[0])?.value ?? ""]];
    }
    return [name, fields.map((one) => one.value), fields.map((one) => one.defaultValue)];
  });
}

function changes() {
  const fields = {};
  for (const [name, now, was] of lists()) {
    if (JSON.stringify(now) !== (kept.get(name) ?? JSON.stringify(was))) fields[name] = now;
  }
  return fields;
}

function notice(text) {
  const box = document.createElement("div");
  box.className = "notice notice-due";
  box.setAttribute("role", "note");
  const words = document.createElement("p");
  words.textContent = text;
  box.append(words);
  return box;
}

let shown = told.textContent.replace(/\s+/g, " ").trim();
function tell(answer) {
  const sentences = [...(answer.confirmed ? [answer.confirmed] : []), ...answer.others];
  if (answer.confirmed && !confirmed) said.textContent = answer.confirmed;
  confirmed = Boolean(answer.confirmed);
  if (sentences.join(" ") === shown) return;
  shown = sentences.join(" ");
  told.replaceChildren(...sentences.map(notice));
}

async function send({ last = false } = {}) {
  clearTimeout(timer);
  timer = 0;
  const since = changedAt;
  const fields = changes();
  const body = JSON.stringify({ fields });
  if (last && (!Object.keys(fields).length || body.length > KEEPALIVE)) return;
  try {
    const response = await fetch(desk.dataset.work, {
      method: "POST",
      body,
      keepalive: last,
      headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    });
    const answer = await response.json();
    if (!response.ok) {
      said.textContent = answer.error;
      return;
    }
    for (const [name, now] of Object.entries(fields)) kept.set(name, JSON.stringify(now));
    if (since === changedAt) {
      changedAt = 0;
      delete desk.dataset.unsaved;
    }
    tell(answer);
    if (Object.keys(fields).length && !confirmed) said.textContent = `Saved at ${answer.saved_at}.`;
  } catch {
    if (!leaving && Object.keys(fields).length) said.textContent = "Not saved: no connection. What you entered is still here.";
  }
}

function soon() {
  if (leaving) return;
  firstAt = timer ? firstAt : Date.now();
  changedAt = performance.now();
  desk.dataset.unsaved = "";
  clearTimeout(timer);
  timer = setTimeout(send, Math.max(0, Math.min(SOON, firstAt + LATEST - Date.now())));
}

form.addEventListener("input", soon);
form.addEventListener("change", soon);
form.addEventListener("focusout", () => timer && send());
form.addEventListener("submit", () => {
  leaving = true;
  clearTimeout(timer);
});
addEventListener("pagehide", () => {
  if (!leaving) send({ last: true });
  leaving = true;
});
addEventListener("pageshow", (event) => {
  if (event.persisted) leaving = false;
});
setInterval(() => document.visibilityState === "visible" && !leaving && !timer && send(), LOOK);
