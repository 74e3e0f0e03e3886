// Everything works without this file; it only saves clicks.

// What this browser keeps of a person goes when the person does: by signing out, or with the session.
const leaving = document.querySelector("form[action='/sign-out']");
leaving?.addEventListener("submit", () => localStorage.clear());
try {
  if (leaving) {
    localStorage.setItem("member", "yes");
  } else if (localStorage.getItem("member")) {
    localStorage.clear();
  }
} catch { /* It is full or off. */ }

// What opens on demand must be open on paper.
addEventListener("beforeprint", () => {
  for (const each of document.querySelectorAll("details")) each.open = true;
});

for (const button of document.querySelectorAll("button.print")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// Side by side there is room for so many: the others rest until one is taken back.
const comparing = (form) => {
  const boxes = [...form.querySelectorAll("input[name=ids]")];
  const says = form.querySelector("[data-count]");
  if (!says) return;
  const most = Number(form.dataset.most);
  const count = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    for (const box of boxes) box.disabled = !box.checked && chosen >= most;
    says.textContent = `${chosen} ${says.dataset.count}`;
  };
  form.addEventListener("change", count);
  // A page that the browser kept comes back with its boxes ticked.
  addEventListener("pageshow", count);
};
for (const form of document.querySelectorAll("form.comparing")) comparing(form);

// Results while typing: the page that Enter would open, of which only the results are shown.
const box = document.querySelector("#q");
const find = document.querySelector("form.find");
if (box && find) {
  const suggestions = document.querySelector("#suggestions");
  const status = document.querySelector("#status");
  let rest = 0;
  let pending = new AbortController();
  const address = () => {
    const pairs = [...new FormData(find)].filter(([, value]) => value !== "");
    return `/?${new URLSearchParams(pairs)}`;
  };
  const show = async (signal) => {
    const options = { headers: { Accept: "text/html", "Greenpair-Typing": "true" }, signal };
    let answer = await fetch(address(), options);
    // A city without words leads to its page, which is for who presses Enter.
    if (answer.redirected) answer = await fetch("/", options);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.querySelector("#results");
    if (!found || signal.aborted) return;
    document.querySelector("#results").replaceWith(found);
    document.title = page.title;
    document.body.className = page.body.className;
    status.textContent = found.querySelector("#found")?.textContent ?? "";
    for (const form of found.querySelectorAll("form.comparing")) comparing(form);
    history.replaceState(null, "", answer.url);
  };
  const suggest = async (words, signal) => {
    const answer = await fetch(`/api/v1/suggestions?limit=3&q=${encodeURIComponent(words)}`, { signal });
    const found = answer.ok ? (await answer.json()).suggestions : [];
    suggestions.replaceChildren(...found.filter((each) => each.text !== words).map(({ text, status }) => {
      const link = document.createElement("a");
      link.href = `/?q=${encodeURIComponent(text)}`;
      link.textContent = text;
      const item = document.createElement("li");
      item.append(link, ` ${suggestions.dataset[status] ?? ""}`);
      return item;
    }));
    suggestions.hidden = suggestions.childElementCount === 0;
  };
  // The last searches, which only this browser keeps, until they are cleared or the person signs out.
  const KEPT = "searches";
  const recent = () => {
    try {
      const kept = JSON.parse(localStorage.getItem(KEPT));
      return Array.isArray(kept) ? kept : [];
    } catch { return []; }
  };
  const keep = () => {
    const words = box.value.trim();
    if (!words || words.length > 100) return;
    const all = [words, ...recent().filter((each) => each !== words)];
    try { localStorage.setItem(KEPT, JSON.stringify(all.slice(0, 5))); } catch { /* It is full or off. */ }
  };
  const remind = () => {
    if (box.value || recent().length === 0) return;
    const clear = document.createElement("button");
    clear.type = "button";
    clear.className = "plain-button";
    clear.textContent = suggestions.dataset.clear;
    clear.addEventListener("click", () => {
      localStorage.removeItem(KEPT);
      suggestions.hidden = true;
      box.focus();
    });
    const links = recent().map((words) => {
      const link = document.createElement("a");
      link.href = `/?q=${encodeURIComponent(words)}`;
      link.textContent = words;
      return link;
    });
    suggestions.replaceChildren(...[suggestions.dataset.recent, ...links, clear].map((each) => {
      const item = document.createElement("li");
      item.append(each);
      return item;
    }));
    suggestions.hidden = false;
  };
  keep();
  box.addEventListener("focus", remind);
  addEventListener("click", ({ target }) => { if (target.closest(".hits a")) keep(); });
  box.addEventListener("input", (event) => {
    clearTimeout(rest);
    pending.abort();
    // While characters are composed, the words are not yet those that are meant.
    const words = box.value.trim();
    if (event.isComposing || words.length > 200) return;
    pending = new AbortController();
    const { signal } = pending;
    rest = setTimeout(() => {
      const quiet = (error) => { if (error.name !== "AbortError") console.debug(error); };
      show(signal).catch(quiet);
      if (words) {
        suggest(words, signal).catch(quiet);
      } else {
        suggestions.hidden = true;
        remind();
      }
    }, 80);
  });
  box.addEventListener("compositionend", () => box.dispatchEvent(new Event("input")));
  find.addEventListener("submit", () => pending.abort());
  // Up and down go through the results, Escape goes back to the words.
  addEventListener("keydown", (event) => {
    const links = [...document.querySelectorAll(".hits h3 a")].filter((each) => each.checkVisibility());
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape" && at >= 0) {
      box.focus();
    } else if (event.key === "ArrowDown" && (at >= 0 || document.activeElement === box) && links[at + 1]) {
      links[at + 1].focus();
      event.preventDefault();
    } else if (event.key === "ArrowUp" && at >= 0) {
      (links[at - 1] ?? box).focus();
      event.preventDefault();
    }
  });
}
