// Suggestions below a search box while one types, as a combobox of WAI-ARIA's pattern: the box keeps the focus, the
// arrow keys go through the list, Enter takes one, Escape closes. Without this script the box works all the same.

"use strict";

const PAUSE = 150; // milliseconds without a key before the portal is asked
const FEWEST_LETTERS = 2;

function suggestBelow(input, number) {
  const form = input.form;
  const list = document.createElement("ul");
  list.id = `suggestions-${number}`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  list.hidden = true;
  const said = document.createElement("p");
  said.className = "govuk-visually-hidden";
  said.setAttribute("aria-live", "polite");
  input.parentElement.append(list, said);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  const known = new Map(); // what the portal answered, by what was typed
  let asking = null;
  let waiting = 0;
  let active = -1;

  function close() {
    clearTimeout(waiting);
    asking?.abort();
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    activate(-1);
  }

  function activate(place) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = place;
    const option = list.children[active];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function take(option) {
    input.value = option.dataset.query;
    close();
    form.requestSubmit();
  }

  function show(suggestions) {
    activate(-1);
    const options = suggestions.map(({ words, query, kind }, place) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${place}`;
      option.className = `suggestions__option suggestions__option--${kind}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.query = query;
      option.textContent = words;
      option.addEventListener("click", () => take(option));
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(options.length > 0));
    said.textContent = options.length ? `${options.length} suggestion${options.length > 1 ? "s" : ""}` : "";
  }

  async function ask() {
    const typed = input.value;
    if (typed.trim().length < FEWEST_LETTERS) {
      close();
      return;
    }
    asking?.abort();
    const mine = new AbortController();
    asking = mine;
    try {
      if (!known.has(typed)) {
        const answer = await fetch(`${form.dataset.suggest}?${new URLSearchParams({ q: typed })}`, {
          signal: mine.signal,
        });
        known.set(typed, answer.ok ? (await answer.json()).suggestions : []);
      }
      if (asking === mine && !mine.signal.aborted && document.activeElement === input) {
        show(known.get(typed));
      }
    } catch {
      // given up for what was typed next, or the portal cannot be reached: the box works without
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.isComposing || !count) {
      return;
    }
    if (event.key === "ArrowDown") {
      activate(active + 1 < count ? active + 1 : -1);
    } else if (event.key === "ArrowUp") {
      activate(active < 0 ? count - 1 : active - 1);
    } else if (event.key === "Escape") {
      close();
    } else if (event.key === "Enter" && active >= 0) {
      take(list.children[active]);
    } else {
      return;
    }
    event.preventDefault();
  });
}

document.querySelectorAll("form[data-suggest] input[type=search]").forEach(suggestBelow);
