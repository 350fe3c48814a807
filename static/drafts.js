// Keeps what is typed on the server while a question is being answered, so that a lost line loses
// nothing: while there is none the form stays as it is. Without scripts "Keep for later" does it.
for (const form of document.querySelectorAll("form[data-draft]")) {
  const note = form.querySelector("[data-offline]");
  let waiting = 0, sent = new URLSearchParams(new FormData(form)).toString();
  const keep = () => {
    const typed = new FormData(form);
    const now = new URLSearchParams(typed).toString();
    if (now === sent) return;
    typed.set("draft", "1");
    fetch(form.action, {method: "POST", body: typed, keepalive: true})
      .then((answer) => { if (answer.status === 204) sent = now; })
      .catch(() => { waiting = setTimeout(keep, 15000); });
  };
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(keep, 2000); });
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    if (navigator.onLine) return;
    event.preventDefault();
    if (note) note.hidden = false;
  });
  addEventListener("online", () => { if (note) note.hidden = true; clearTimeout(waiting); keep(); });
}
