// Shows how far the reading of uploads is, as it goes on; without this script there is a link to look again.

const PAUSE = 1000; // milliseconds between two looks
const LONGEST = 15000;

const jobs = document.getElementById("jobs");
let pause = PAUSE;

async function look() {
  try {
    const answer = await fetch(`${location.pathname}?fragment`, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return; // signed out: the link to look again tells it
    const words = await answer.text();
    const seen = new DOMParser().parseFromString(words, "text/html").body;
    const holder = document.createElement("div");
    holder.append(...seen.childNodes);
    holder.querySelector("[data-look-again]")?.remove();
    if (holder.textContent !== jobs.textContent) {
      const focused = document.activeElement;
      const inside = jobs.contains(focused);
      jobs.replaceChildren(...holder.childNodes);
      if (inside) jobs.focus();
      pause = PAUSE;
    } else {
      pause = Math.min(pause * 1.5, LONGEST);
    }
  } catch {
    pause = LONGEST; // the network is gone for a while
  }
  const list = jobs.querySelector("[data-open]");
  const links = jobs.querySelectorAll(".jobs__job a[href*='/desk/meetings/']");
  if (list?.dataset.open === "true") setTimeout(look, pause);
  else if (list?.children.length === 1 && links.length === 1) location.replace(links[0].href); // one file: to its report
}

jobs.tabIndex = -1;
jobs.setAttribute("aria-live", "polite");
jobs.querySelector("[data-look-again]")?.remove();
setTimeout(look, PAUSE / 4);
