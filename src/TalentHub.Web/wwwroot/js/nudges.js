// A known rating error is named once, quietly, as the server notices it in a saved draft; put aside, it stays away in this tab.
const live = document.querySelector("[data-nudge-live]");
const aside = code => `kept:nudge:${location.pathname}:${code}`;

for (const nudge of document.querySelectorAll(".nudge[data-nudge]"))
  if (nudge !== live && sessionStorage.getItem(aside(nudge.dataset.nudge))) nudge.hidden = true;

document.addEventListener("draft-saved", event => {
  const nudge = event.detail?.nudge;
  const wanted = nudge && !sessionStorage.getItem(aside(nudge.code));
  if (!live) return;
  live.toggleAttribute("data-shown", Boolean(wanted));
  live.dataset.nudge = nudge?.code ?? "";
  const words = live.querySelector("span");
  if (wanted && words.textContent !== nudge.sentence) words.textContent = nudge.sentence;
});

document.addEventListener("click", event => {
  const nudge = event.target.closest?.("[data-nudge-dismiss]")?.closest(".nudge");
  if (!nudge) return;
  sessionStorage.setItem(aside(nudge.dataset.nudge), "put aside");
  if (nudge === live) live.removeAttribute("data-shown");
  else nudge.hidden = true;
});
