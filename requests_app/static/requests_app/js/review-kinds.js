// The review: what is asked follows the kind of message at once. Without this file a button asks the server for it.

const kind = document.querySelector("#reading [name=kind]");

function follow() {
  for (const part of document.querySelectorAll("#reading [data-kinds]")) {
    part.hidden = !part.dataset.kinds.split(" ").includes(kind.value);
  }
}

kind.addEventListener("change", follow);
follow();
