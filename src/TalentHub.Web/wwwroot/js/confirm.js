// A form with data-confirm="What goes, in a sentence" asks once before it is sent. The server asks again where it matters.
const dialog = document.getElementById("confirm-dialog");
let waiting;

document.addEventListener("submit", event => {
  const form = event.target;
  const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
  if (event.defaultPrevented || !dialog || !question || form.dataset.confirmed) return;
  event.preventDefault();
  waiting = { form, submitter: event.submitter };
  dialog.querySelector("[data-confirm-title]").textContent = form.dataset.confirmTitle ?? "Are you sure?";
  dialog.querySelector("[data-confirm-text]").textContent = question;
  dialog.querySelector("[data-confirm-yes]").textContent = event.submitter?.textContent.trim() || "Yes";
  dialog.showModal();
});

dialog?.querySelector("[data-confirm-yes]").addEventListener("click", () => {
  const { form, submitter } = waiting;
  form.dataset.confirmed = "yes";
  dialog.close();
  form.requestSubmit(submitter);
  delete form.dataset.confirmed;
});
