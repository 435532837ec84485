// data-copy names the field whose text goes to the clipboard; where no script runs, or the browser refuses, the text can still be selected.
document.addEventListener("click", async event => {
  const button = event.target.closest?.("[data-copy]");
  const field = button && document.getElementById(button.dataset.copy);
  if (!field) return;
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.copied;
  } catch {
    field.focus();
    field.select();
  }
});
