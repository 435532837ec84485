// Light, dark or the device's own. The server reads the cookie, so the next page is right from its first paint.
const root = document.documentElement;
const year = 60 * 60 * 24 * 365;
const choices = document.querySelectorAll("[data-theme-choice]");

function show() {
  const now = root.dataset.theme || "auto";
  for (const button of document.querySelectorAll("[data-theme-choice] button"))
    button.setAttribute("aria-pressed", String(button.value === now));
}

function choose(value) {
  if (value === "auto") delete root.dataset.theme;
  else root.dataset.theme = value;
  document.cookie = `theme=${value}; Path=/; Max-Age=${year}; SameSite=Lax; Secure`;
  show();
}

for (const group of choices) group.addEventListener("click", event => event.target.value && choose(event.target.value));
show();
