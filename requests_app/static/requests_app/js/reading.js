// The reading page: the keys 1 to 9 go to the findings in the letter, n and p to the next and the one before,
// and a finding chosen in the list is shown where it stands. The links "#finding-N" do the same without this file.

const marks = [...document.querySelectorAll("mark[data-finding]")];
const rows = [...document.querySelectorAll("[data-finding-row]")];
let current = -1;

function show(index) {
  const mark = marks[index];
  if (!mark) return;
  current = index;
  for (const other of marks) other.classList.toggle("is-current", other === mark);
  for (const row of rows) row.classList.toggle("is-current", row.dataset.findingRow === mark.dataset.finding);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

document.addEventListener("keydown", (event) => {
  const at = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || (at instanceof HTMLElement && at.matches("input, textarea, select"))) return;
  if (/^[1-9]$/.test(event.key)) show(marks.findIndex((mark) => mark.dataset.finding === event.key));
  else if (event.key === "n") show(Math.min(current + 1, marks.length - 1));
  else if (event.key === "p") show(Math.max(current - 1, 0));
});

for (const link of document.querySelectorAll('a[href^="#finding-"]')) {
  link.addEventListener("click", (event) => {
    const index = marks.findIndex((mark) => `#${mark.id}` === link.getAttribute("href"));
    if (index < 0) return;
    event.preventDefault();
    show(index);
  });
}
