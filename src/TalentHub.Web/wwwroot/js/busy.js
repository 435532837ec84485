// What takes longer than a moment says so and can be stopped: a page asked for, a form sent (data-busy on it says what with),
// a report being printed. Where no script runs, the browser's own progress and stop button do this.
const moment = 800;
const longestReport = 30_000; // The server gives a report up after as long.
let bar, timer, end;

function hide() {
  clearTimeout(timer);
  clearTimeout(end);
  bar?.remove();
  bar = null;
}

function show(words, button, act) {
  hide();
  bar = document.createElement("div");
  bar.className = "toast";
  bar.setAttribute("role", "status");
  const text = document.createElement("span");
  const press = document.createElement("button");
  press.type = "button";
  press.textContent = button;
  press.addEventListener("click", act);
  bar.append(text, press);
  document.body.append(bar);
  text.textContent = words;
}

function wait(words, stopped, patience) {
  hide();
  timer = setTimeout(() => show(words, "Cancel", () => {
    window.stop();
    show(stopped, "Dismiss", hide);
  }), patience);
}

document.addEventListener("submit", event => {
  if (event.defaultPrevented) return;
  wait(event.target.dataset.busy ?? "Still working on it…", "Stopped. Should it have been done already, you see it when you load the page again.", moment);
});

document.addEventListener("click", event => {
  const link = event.target.closest?.("a[href]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.target || link.origin !== location.origin || (link.hash && link.pathname === location.pathname)) return;
  const report = link.pathname.endsWith(".pdf");
  wait(report ? "Preparing the PDF…" : "Still loading…", "Stopped.", report ? 0 : moment);
  // A browser that saves reports instead of showing them stays on this page and tells it nothing.
  if (report) end = setTimeout(hide, longestReport);
});

addEventListener("pagehide", hide);
