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
  const yes = dialog.querySelector("[data-confirm-yes]");
  yes.textContent = event.submitter?.textContent.trim() || "Yes";
  // Recording a decision is not a danger: the button looks as the one that was pressed.
  yes.classList.toggle("primary", event.submitter?.classList.contains("primary") ?? false);
  yes.classList.toggle("danger", !yes.classList.contains("primary"));
  dialog.showModal();
});

dialog?.querySelector("[data-confirm-yes]").addEventListener("click", () => {
  const { form, submitter } = waiting;
  form.dataset.confirmed = "yes";
  dialog.close();
  form.requestSubmit(submitter);
  delete form.dataset.confirmed;
});
