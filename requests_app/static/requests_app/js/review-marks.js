// The review: the ways between the letter and the reading, and the keys. The links "#f-N" and "#r-..." do the same
// without this file.

const desk = document.querySelector("[data-review]");
const panel = desk.querySelector(".desk-letter");
const marks = [...desk.querySelectorAll("mark[id^='f-']")];
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const pieces = new Map();
for (const piece of desk.querySelectorAll("mark[data-f]")) {
  pieces.set(piece.dataset.f, [...(pieces.get(piece.dataset.f) ?? []), piece]);
}
let current = -1;
let lit = [];

const scrolls = () => panel.scrollHeight > panel.clientHeight + 1;
const smoothly = (how) => ({ ...how, behavior: calm.matches ? "auto" : "smooth" });
const rowOf = (mark) => document.querySelector(mark.querySelector(".found-tag").getAttribute("href").replace(/^#/, "#"));

// Light a finding on both sides.
function light(mark, row = rowOf(mark)) {
  for (const one of lit) one.classList.remove("is-current");
  lit = [...(pieces.get(mark.dataset.f) ?? []), ...(row ? [row] : [])];
  for (const one of lit) one.classList.add("is-current");
  current = marks.indexOf(mark);
}

function open(element) {
  for (let up = element.parentElement; up; up = up.parentElement) if (up instanceof HTMLDetailsElement) up.open = true;
}

// Show a finding where it stands. Beside the reading the letter scrolls in its own frame, and the page stays put.
function show(mark, { focus = true } = {}) {
  open(mark);
  light(mark);
  if (focus) mark.focus({ preventScroll: true });
  if (scrolls()) {
    const at = mark.getBoundingClientRect(), frame = panel.getBoundingClientRect();
    panel.scrollBy(smoothly({ top: at.top - frame.top - frame.height / 3 }));
  } else if (focus) {
    mark.scrollIntoView(smoothly({ block: "center" }));
  }
}

// Show the place of a finding in the reading.
function showRow(mark, { focus = true } = {}) {
  const row = rowOf(mark);
  if (!row || row.closest("[hidden]")) return;
  open(row);
  light(mark, row);
  row.scrollIntoView(smoothly({ block: focus ? "center" : "nearest" }));
  if (focus) (row.querySelector("input:not([type=hidden]), select, textarea") ?? row).focus({ preventScroll: true });
}

for (const link of document.querySelectorAll("a[data-f]")) {
  link.addEventListener("click", (event) => {
    const mark = document.getElementById(`f-${link.dataset.f}`);
    if (!mark || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (link.matches(".found-tag, .review-status a")) showRow(mark);
    if (!link.matches(".found-tag")) show(mark, { focus: !link.matches(".review-status a") });
  });
}

panel.addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  if (!mark || event.target.closest("a, summary") || !getSelection().isCollapsed) return;
  showRow(document.getElementById(`f-${mark.dataset.f}`), { focus: false });
});

// A field that is gone to lights the words it was read from.
document.getElementById("reading").addEventListener("focusin", (event) => {
  const row = event.target.closest("[data-row]");
  if (!row || event.target.matches("a[data-f]")) return;
  const here = [...row.querySelectorAll("a[data-f]")].map((link) => document.getElementById(`f-${link.dataset.f}`));
  if (here.includes(marks[current])) return;
  const mark = here.find((one) => one?.classList.contains("found-said")) ?? here[0];
  if (!mark) return;
  if (scrolls()) show(mark, { focus: false });
  light(mark, row);
});

// The keys. They can be switched off, for those whose speech or keys mean something else by single letters.
const keys = document.querySelector("[data-keys]");
const off = keys?.querySelector("[data-keys-off]");
const store = "foitracker-review-keys";
if (keys) {
  keys.hidden = false;
  off.checked = localStorage.getItem(store) !== "off";
  off.addEventListener("change", () => localStorage.setItem(store, off.checked ? "on" : "off"));
}

const step = (by) => marks[Math.min(Math.max(current + by, 0), marks.length - 1)];
let digits = "";
let typedAt = 0;

function numbered(digit, at) {
  digits = at - typedAt < 800 ? digits + digit : digit;
  typedAt = at;
  return document.getElementById(`f-${digits}`) ?? document.getElementById(`f-${(digits = digit)}`);
}

const acts = {
  n: () => marks.length && show(step(1)),
  p: () => marks.length && show(step(-1)),
  d: () => {
    const unsure = marks.filter((mark) => mark.classList.contains("found-unsure"));
    const next = unsure.find((mark) => marks.indexOf(mark) > current) ?? unsure[0];
    if (next) show(next);
  },
  e: () => marks[current] && showRow(marks[current]),
  t: () => panel.focus(),
  r: () => document.querySelector("#reading [name=kind]").focus(),
  c: () => document.querySelector("[data-choose]")?.click(),
  "?": () => {
    keys.open = true;
    keys.querySelector("summary").focus();
  },
};

document.addEventListener("keydown", (event) => {
  const at = event.target;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && at.closest?.("#reading")) {
    event.preventDefault();
    document.querySelector("#reading [name=do][value=confirm]")?.click();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || !off?.checked) return;
  if (at instanceof HTMLElement && at.matches("input, textarea, select, [role=spinbutton]")) return;
  const act = /^[0-9]$/.test(event.key)
    ? () => {
        const mark = numbered(event.key, event.timeStamp);
        if (mark) show(mark);
      }
    : acts[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
