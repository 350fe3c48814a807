// Says how many characters of a text are left while it is typed. The server counts in the end.
for (const box of document.querySelectorAll("textarea[data-most]")) {
  const note = box.form.querySelector("[data-left]"), number = note.querySelector("bdi");
  const left = () => box.dataset.most - [...box.value.trim()].length;
  const count = () => { number.textContent = left().toLocaleString("en"); };
  box.closest(".field").append(note);
  box.addEventListener("input", count);
  note.hidden = false;
  count();
}
