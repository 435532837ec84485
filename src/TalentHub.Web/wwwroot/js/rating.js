// Keys on a scorecard: 1-5 rate the question you are at, N is "not observed" and goes to the reasons, J/K or the arrows move.
// Never while typing. Ctrl or Cmd with Enter presses the page's one primary button from anywhere.
const questions = [...document.querySelectorAll("[data-question]")];
let at = -1;

const typing = target => target.closest?.("textarea, select, input:not([type=radio]), [contenteditable]");

function go(index) {
  if (index < 0 || index >= questions.length) return;
  questions[at]?.removeAttribute("data-focused");
  at = index;
  const question = questions[at];
  question.dataset.focused = "";
  question.tabIndex = -1;
  question.focus({ preventScroll: true });
  question.scrollIntoView({ block: "nearest" });
}

function rate(key) {
  if (at < 0) go(0);
  const value = key.toLowerCase() === "n" ? "[data-none]" : `[data-rating="${key}"]`;
  const radio = questions[at]?.querySelector(`input[type=radio]${value}`);
  if (!radio) return false;
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  if (value === "[data-none]") reasons(questions[at])?.focus();
  return true;
}

const reasons = question => question.querySelector("[data-reason]:checked") ?? question.querySelector("[data-reason]");

function handIn(event) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.altKey || event.repeat || document.querySelector("dialog[open]")) return;
  const button = document.querySelector(".page-head .btn.primary[form]");
  if (!button) return;
  event.preventDefault();
  button.click();
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
  const onRadio = event.target.matches?.("input[type=radio]");
  if (/^[1-5nN]$/.test(event.key) && rate(event.key)) event.preventDefault();
  else if (/^[jJ]$/.test(event.key) || (event.key === "ArrowDown" && !onRadio)) moveBy(event, 1);
  else if (/^[kK]$/.test(event.key) || (event.key === "ArrowUp" && !onRadio)) moveBy(event, -1);
}

function moveBy(event, step) {
  event.preventDefault();
  go(at < 0 ? 0 : at + step);
}

function settle(event) {
  const index = questions.indexOf(event.target.closest?.("[data-question]"));
  if (index < 0 || index === at) return;
  questions[at]?.removeAttribute("data-focused");
  at = index;
  questions[at].dataset.focused = "";
}

// After a rating by mouse the words come next. Not by keyboard, where another digit may follow, nor by touch, where a keyboard would jump up.
function words(event) {
  if (event.pointerType !== "mouse") return;
  const rating = event.target.closest?.("label")?.querySelector("input[data-rating]");
  const evidence = rating?.closest("[data-question]")?.querySelector("textarea");
  if (evidence && !rating.disabled && !evidence.readOnly && !evidence.value) setTimeout(() => evidence.focus({ preventScroll: true }));
}

if (questions.length) {
  document.addEventListener("click", words);
  document.addEventListener("keydown", press);
  document.addEventListener("keydown", handIn);
  document.addEventListener("focusin", settle);
  document.addEventListener("pointerdown", settle);
}
