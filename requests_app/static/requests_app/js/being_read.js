// The page that waits for files to be read: asks every two seconds whether they are, and goes on when they are.
// The server answers 202 for as long as it reads. Without JavaScript the page refreshes itself.

const EVERY = 2000;

async function look() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" }, credentials: "same-origin" });
    if (answer.status !== 202) {
      location.replace(location.href);
      return;
    }
  } catch {
    // The network is away for a moment: ask again.
  }
  setTimeout(look, EVERY);
}

if (document.querySelector("[data-being-read]")) setTimeout(look, EVERY);
