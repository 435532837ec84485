// "?" lists the keys; any [data-close] closes its dialog; Escape closes the phone's "More" sheet.
const keys = document.getElementById("keys-dialog");
const more = document.querySelector(".tabbar details");

document.addEventListener("keydown", event => {
  if (event.key === "Escape" && more?.open) {
    more.open = false;
    more.querySelector("summary").focus();
  }
  if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]") || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  keys?.showModal();
});

document.addEventListener("click", event => {
  if (event.target.closest("[data-keys-open]")) keys?.showModal();
  event.target.closest("[data-close]")?.closest("dialog")?.close();
});
