// Everything works without this file; it only saves clicks.

// What opens on demand must be open on paper.
addEventListener("beforeprint", () => {
  for (const each of document.querySelectorAll("details")) each.open = true;
});

for (const button of document.querySelectorAll("button.print")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// Side by side there is room for so many: the others rest until one is taken back.
for (const form of document.querySelectorAll("form.comparing")) {
  const boxes = [...form.querySelectorAll("input[name=ids]")];
  const says = form.querySelector("[data-count]");
  const button = form.querySelector(".tray button");
  if (!says || !button) continue;
  const most = Number(form.dataset.most);
  const count = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    for (const box of boxes) box.disabled = !box.checked && chosen >= most;
    says.textContent = `${chosen} ${says.dataset.count}`;
  };
  form.addEventListener("change", count);
  // A page that the browser kept comes back with its boxes ticked.
  addEventListener("pageshow", count);
}

// What could be meant, while it is typed. The answer to an older question is dropped.
const box = document.querySelector("#q");
const list = document.querySelector("#suggestions");
if (box && list) {
  let asked = 0;
  let rest = 0;
  box.addEventListener("input", () => {
    clearTimeout(rest);
    const words = box.value.trim();
    if (!words || words.length > 100) return;
    rest = setTimeout(async () => {
      const turn = ++asked;
      const answer = await fetch(`/api/v1/suggestions?limit=8&q=${encodeURIComponent(words)}`).catch(() => null);
      if (!answer?.ok || turn !== asked) return;
      const { suggestions } = await answer.json();
      list.replaceChildren(...suggestions.map((each) => new Option("", each.text)));
    }, 120);
  });
}

// How far a job is, as it is told; once it has ended the page shows what came of it.
const running = document.querySelector("section.job[data-events]");
if (running) {
  const events = new EventSource(running.dataset.events);
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const percents = new Intl.NumberFormat(document.documentElement.lang, { style: "percent" });
  events.addEventListener("progress", ({ data }) => {
    const { progress } = JSON.parse(data);
    for (const each of running.querySelectorAll("[data-job]")) {
      const value = progress[each.dataset.job];
      const format = each.dataset.job === "share" ? percents : numbers;
      each.textContent = typeof value === "number" ? format.format(value) : (value ?? running.dataset.unknown);
    }
    const bar = running.querySelector("progress");
    if (progress.share) {
      bar.value = progress.share;
    } else {
      bar.removeAttribute("value");
    }
  });
  events.addEventListener("end", () => {
    events.close();
    location.reload();
  });
}
