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
