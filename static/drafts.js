// Keeps what is typed on the server while a question is being answered, so that a lost line loses
// nothing. Without scripts the button "Keep for later" does the same.
for (const form of document.querySelectorAll("form[data-draft]")) {
  let waiting = 0, sent = new URLSearchParams(new FormData(form)).toString();
  const keep = () => {
    const typed = new FormData(form);
    const now = new URLSearchParams(typed).toString();
    if (now === sent) return;
    typed.set("draft", "1");
    fetch(form.action, {method: "POST", body: typed, keepalive: true})
      .then((answer) => { if (answer.ok) sent = now; })
      .catch(() => { waiting = setTimeout(keep, 15000); });
  };
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(keep, 2000); });
  form.addEventListener("submit", () => clearTimeout(waiting));
}
