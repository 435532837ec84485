// Ctrl K or "/" opens search. Without this module the same links lead to the search page.
const dialog = document.getElementById("search-dialog");
const input = dialog?.querySelector("input[name=q]");
const results = dialog?.querySelector("[data-search-results]");
const hint = results?.innerHTML;
let pause, request;

const typing = target => target.closest?.("input, textarea, select, [contenteditable]");

function open(event) {
  event.preventDefault();
  if (document.querySelector("dialog[open]")) return;
  dialog.showModal();
  input.select();
}

async function look() {
  request?.abort();
  const words = input.value.trim();
  if (words.length < 2) {
    results.innerHTML = hint;
    return;
  }
  request = new AbortController();
  try {
    const answer = await fetch(`/search?partial=1&q=${encodeURIComponent(words)}`, { signal: request.signal });
    if (!answer.ok) throw new Error(String(answer.status));
    results.innerHTML = await answer.text();
  } catch (failure) {
    if (failure.name !== "AbortError") say("Search did not answer. Press Enter to try the search page.");
  }
}

function say(sentence) {
  const line = document.createElement("p");
  line.className = "hint";
  line.textContent = sentence;
  results.replaceChildren(line);
}

function move(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const stops = [input, ...results.querySelectorAll("a[href]")];
  const next = stops.indexOf(document.activeElement) + step;
  event.preventDefault();
  stops[Math.max(0, Math.min(next, stops.length - 1))].focus();
}

if (dialog && document.querySelector("[data-search-open]")) {
  document.addEventListener("click", event => event.target.closest("[data-search-open]") && open(event));
  document.addEventListener("keydown", event => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") open(event);
    else if (event.key === "/" && plain && !typing(event.target)) open(event);
  });
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(look, 150);
  });
  dialog.addEventListener("keydown", move);
}
