// Small comforts on every page. Everything works without this file.

const typing = (target) => target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));

// "/" goes to the search.
const search = document.getElementById("site-search");
if (search) {
  search.parentElement.querySelector("kbd")?.removeAttribute("hidden");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    event.preventDefault();
    search.focus();
    search.select();
  });
}

// A form that came back with errors is read from its summary, also where autofocus is not honoured.
document.querySelector("[data-error-summary]")?.focus();

// The account menu closes on Escape and when attention goes elsewhere.
for (const menu of document.querySelectorAll("details.menu")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
}
