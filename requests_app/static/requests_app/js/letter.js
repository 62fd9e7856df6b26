// The letter to the clipboard, in one press. Without JavaScript the words are selected and copied as anywhere.

for (const button of document.querySelectorAll("[data-copy]")) {
  const said = button.parentElement.querySelector("[data-copied]");
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    try {
      const answer = await fetch(button.dataset.copy, { credentials: "same-origin" });
      if (!answer.ok) throw new Error(String(answer.status));
      await navigator.clipboard.writeText(await answer.text());
      said.textContent = "Copied.";
    } catch {
      said.textContent = "It could not be copied here. Select the letter, or download it.";
    }
  });
}
