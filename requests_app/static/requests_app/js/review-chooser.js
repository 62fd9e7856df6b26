// The review: words chosen in the letter become the value of a field, by pointer or sentence by sentence with the keys.
// Without this file the fields are typed into.

const desk = document.querySelector("[data-review]");
const panel = desk.querySelector(".desk-letter");
const letter = document.getElementById("letter-text");
const form = document.getElementById("reading");
const box = desk.querySelector("[data-chooser]");
const picker = box.querySelector("[data-picker]");
const uses = box.querySelector("[data-uses]");
const chosenWords = box.querySelector("[data-chosen]");
const add = box.querySelector("[data-add]");
const said = box.querySelector("[data-chooser-said]");
const spans = form.elements.spans;
const LINE = 100;
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
let chosen = null;
let byKeys = false;

// The words of the letter, without tags and names of what is folded: offsets count characters as the server does.
const nodes = [];
{
  const walker = document.createTreeWalker(letter, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(".found-tag, summary") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  let at = 0;
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, at });
    at += walker.currentNode.data.length;
  }
}
const text = nodes.map(({ node }) => node.data).join("");
const counted = (units) => [...text.slice(0, units)].length;

function offset(container, place) {
  const range = document.createRange();
  range.setStart(letter, 0);
  range.setEnd(container, place);
  let found = 0;
  for (const { node, at } of nodes) {
    if (node === container) return at + place;
    const order = range.comparePoint(node, 0);
    if (order > 0) break;
    found = at + (range.comparePoint(node, node.data.length) > 0 ? 0 : node.data.length);
  }
  return found;
}

function point(place) {
  let low = 0;
  let high = nodes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (nodes[middle].at <= place) low = middle;
    else high = middle - 1;
  }
  return [nodes[low].node, Math.min(place - nodes[low].at, nodes[low].node.data.length)];
}

// Days as letters print them.
function day(words) {
  const plain = words.toLowerCase().replace(/(\d)(st|nd|rd|th)\b/g, "$1").replace(/[,]/g, " ").trim();
  let parts = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(plain);
  if (parts) return iso(parts[1], parts[2], parts[3]);
  parts = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b/.exec(plain);
  if (parts) return iso(parts[3], parts[2], parts[1]);
  parts = /\b(\d{1,2})\s+(?:of\s+)?([a-z]{3,9})\s+(\d{4})\b/.exec(plain);
  if (parts) return iso(parts[3], month(parts[2]), parts[1]);
  parts = /\b([a-z]{3,9})\s+(\d{1,2})\s+(\d{4})\b/.exec(plain);
  return parts ? iso(parts[3], month(parts[1]), parts[2]) : "";
}

const month = (name) => MONTHS.indexOf(name.slice(0, 3)) + 1;

function iso(year, monthNumber, dayNumber) {
  const full = Number(year) < 100 ? 2000 + Number(year) : Number(year);
  const made = new Date(Date.UTC(full, Number(monthNumber) - 1, Number(dayNumber)));
  const real = made.getUTCMonth() === Number(monthNumber) - 1 && made.getUTCDate() === Number(dayNumber);
  return real ? made.toISOString().slice(0, 10) : "";
}

const squeezed = (words) => words.replace(/\s+/g, " ").trim();
const SECTION = /^(?:(?:sections?|sec|s|ss|regulations?|regs?|exemptions?)\b\.?\s*)?(\d{1,2}[a-z]?(?![\da-z])(?:\s*\(\s*\w+\s*\))*(?:(?:\s*(?:,|&|and)\s*)\d{1,2}[a-z]?(?:\s*\(\s*\w+\s*\))*)*)/i;
const takes = {
  line: (words) => (squeezed(words).length <= LINE && !words.trim().includes("\n") ? squeezed(words) : ""),
  date: (words) => (words.length <= LINE ? day(words) : ""),
  section: (words) => (words.length <= LINE ? squeezed(SECTION.exec(words.trim())?.[1] ?? "") : ""),
  money: (words) => (words.length <= LINE ? (/(\d[\d,]*(?:\.\d{1,2})?)/.exec(words)?.[1] ?? "").replaceAll(",", "") : ""),
  words: (words) => words.trim(),
};

function offer() {
  const words = text.slice(...chosen);
  const made = [...form.querySelectorAll("[data-use]")]
    .filter((field) => !field.closest("[hidden]"))
    .map((field) => [field, takes[field.dataset.takes](words)])
    .filter(([, value]) => value)
    .map(([field, value]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-small";
      button.textContent = field.dataset.use;
      button.addEventListener("click", () => use(field, value));
      return button;
    });
  uses.replaceChildren(...made);
  chosenWords.textContent = words.length > 160 ? `${squeezed(words.slice(0, 150))}…` : squeezed(words);
  box.hidden = false;
}

function use(field, value) {
  const [start, end] = chosen.map(counted);
  const known = JSON.parse(spans.value || "{}");
  const more = add.checked && field.value.trim();
  const before = more && known[field.name];
  field.value = more ? `${field.value.trimEnd()}${field.matches("textarea") ? "\n\n" : ", "}${value}` : value;
  known[field.name] = before ? [Math.min(before[0], start), Math.max(before[1], end)] : [start, end];
  spans.value = JSON.stringify(known);
  for (let up = field.parentElement; up; up = up.parentElement) if (up instanceof HTMLDetailsElement) up.open = true;
  field.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: "chosen" }));
  said.textContent = `Used as: ${field.dataset.use}.`;
  if (!byKeys) field.closest("[data-row]")?.scrollIntoView({ block: "nearest" });
}

// What is typed was not chosen.
form.addEventListener("input", (event) => {
  if (event.detail === "chosen" || !event.target.dataset?.use) return;
  const known = JSON.parse(spans.value || "{}");
  delete known[event.target.name];
  spans.value = JSON.stringify(known);
});

// By pointer: whatever is selected in the letter.
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed || !letter.contains(selection.anchorNode) || !letter.contains(selection.focusNode)) return null;
  const range = selection.getRangeAt(0);
  const both = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
  return text.slice(...both).trim() ? both : null;
}

let waits = 0;
document.addEventListener("selectionchange", () => {
  clearTimeout(waits);
  waits = setTimeout(() => {
    if (byKeys) return;
    chosen = selected() ?? (box.contains(document.activeElement) ? chosen : null);
    if (chosen) offer();
    else close();
  }, 150);
});
box.addEventListener("mousedown", (event) => event.target.closest("button") && event.preventDefault());

// By keys: sentence by sentence.
let sentences = null;
let first = 0;
let last = 0;

function divide() {
  if (sentences) return;
  const cut = typeof Intl.Segmenter === "function"
    ? [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(text)].map(({ index, segment }) => [index, segment])
    : [...text.matchAll(/[^\n]+\n?/g)].map((line) => [line.index, line[0]]);
  sentences = [];
  let label = null; // "1." and "(a)" are no sentences: they begin one
  for (const [index, words] of cut) {
    if (!words.trim()) continue;
    const start = label ?? index + words.length - words.trimStart().length;
    label = /^\(?\w{1,4}[.)]$/.test(words.trim()) ? start : null;
    if (label === null) sentences.push([start, index + words.trimEnd().length]);
  }
}

function pick() {
  chosen = [sentences[first][0], sentences[last][1]];
  const [from, to] = chosen.map(point);
  for (let up = from[0].parentElement; up && up !== letter; up = up.parentElement) if (up instanceof HTMLDetailsElement) up.open = true;
  getSelection().setBaseAndExtent(...from, ...to);
  const range = getSelection().getRangeAt(0).getBoundingClientRect();
  const frame = panel.getBoundingClientRect();
  const own = panel.scrollHeight > panel.clientHeight + 1;
  if (own && (range.top < frame.top || range.bottom > frame.bottom)) panel.scrollBy({ top: range.top - frame.top - frame.height / 3 });
  else if (!own && (range.top < 80 || range.bottom > innerHeight - box.offsetHeight)) scrollBy({ top: range.top - innerHeight / 4 });
  offer();
  picker.setAttribute("aria-valuenow", String(first + 1));
  picker.setAttribute("aria-valuetext", squeezed(text.slice(...chosen)));
  picker.setAttribute("aria-valuemax", String(sentences.length));
}

const moves = {
  before: () => (first = last = Math.max(first - 1, 0)),
  after: () => (first = last = Math.min(last + 1, sentences.length - 1)),
  longer: () => (last = Math.min(last + 1, sentences.length - 1)),
  shorter: () => (last = Math.max(last - 1, first)),
};

function begin() {
  divide();
  if (!sentences.length) return;
  const from = selected()?.[0] ?? chosen?.[0] ?? litAt() ?? 0;
  first = last = Math.max(sentences.findIndex(([, end]) => end > from), 0);
  byKeys = true;
  said.textContent = "";
  picker.hidden = false;
  pick();
  picker.focus();
}

function litAt() {
  const lit = letter.querySelector(".is-current");
  const inside = lit && nodes.find(({ node }) => lit.contains(node));
  return inside?.at;
}

function close() {
  box.hidden = true;
  byKeys = false;
  chosen = null;
}

picker.addEventListener("keydown", (event) => {
  const name = { ArrowDown: "after", ArrowRight: "after", ArrowUp: "before", ArrowLeft: "before" }[event.key];
  if (!name) return;
  event.preventDefault();
  moves[event.shiftKey ? { after: "longer", before: "shorter" }[name] : name]();
  pick();
});
for (const button of box.querySelectorAll("[data-move]")) {
  button.addEventListener("click", () => {
    if (!byKeys) {
      divide();
      const [from, to] = chosen;
      first = Math.max(sentences.findIndex(([, end]) => end > from), 0);
      last = Math.max(sentences.findLastIndex(([start]) => start < to), first);
      byKeys = true;
    }
    moves[button.dataset.move]();
    pick();
  });
}
const start = desk.querySelector("[data-choose]");
start.hidden = false;
start.addEventListener("click", begin);
box.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  getSelection().removeAllRanges();
  close();
  start.focus();
});
box.querySelector("[data-close]").addEventListener("click", () => {
  getSelection().removeAllRanges();
  close();
  start.focus();
});
