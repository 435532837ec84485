// The bar stays until dismissed or the next page: nobody has to be quick to undo.
const bar = document.querySelector(".toast");
const dismiss = bar?.querySelector("[data-dismiss]");

dismiss?.addEventListener("click", () => bar.remove());
