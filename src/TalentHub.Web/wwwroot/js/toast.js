// The bar stays until dismissed or the next page: nobody has to be quick to undo.
const bar = document.querySelector(".toast");
const dismiss = bar?.querySelector("[data-dismiss]");

if (dismiss) {
  dismiss.hidden = false;
  dismiss.addEventListener("click", () => bar.remove());
}
