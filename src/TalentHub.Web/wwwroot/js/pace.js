// [data-pace]: minutes since the interviewer pressed start, beside what the kit plans. It lives in this tab alone, says a new
// sentence once a minute, and never hurries anybody: no colour, no movement. T starts and pauses it.
const minute = 60_000;
const bar = document.querySelector("[data-pace]");
const questions = [...document.querySelectorAll("[data-question]")];
const key = `kept:pace:${bar?.dataset.pace}`;
const total = questions.reduce((sum, question) => sum + Number(question.dataset.minutes), 0);
let at = 0;
let pace = { ran: 0, since: null };

const ran = () => pace.ran + (pace.since ? Date.now() - pace.since : 0);
const clock = moment => new Date(moment).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

function sentence() {
  if (!pace.since && !pace.ran) return `${total} min planned for ${questions.length} questions`;
  const spent = `${Math.floor(ran() / minute)} of ${total} min`;
  if (!pace.since) return `${spent} · paused`;
  const planned = questions.slice(0, at + 1).reduce((sum, question) => sum + Number(question.dataset.minutes), 0);
  const left = planned * minute - ran();
  return `${spent} · question ${at + 1} ${left > 0 ? "should end by" : "was planned to end at"} ${clock(Date.now() + left)}`;
}

function say() {
  const line = bar.querySelector("[data-pace-line]");
  const words = sentence();
  if (line.textContent !== words) line.textContent = words;
  const button = bar.querySelector("[data-pace-toggle]");
  const press = pace.since ? "Pause the time" : pace.ran ? "Go on" : "Start the time";
  if (button.textContent !== press) button.textContent = press;
}

function toggle() {
  pace = pace.since ? { ran: ran(), since: null } : { ran: pace.ran, since: Date.now() };
  sessionStorage.setItem(key, JSON.stringify(pace));
  say();
}

function look(index) {
  if (index < 0 || index === at) return;
  at = index;
  say();
}

function atHand() {
  const box = document.activeElement?.closest("[data-question]")?.getBoundingClientRect();
  return Boolean(box && box.bottom > 0 && box.top < innerHeight);
}

function press(event) {
  if (!/^[tT]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target.closest?.("textarea, select, input:not([type=radio]), [contenteditable]")) return;
  event.preventDefault();
  toggle();
}

if (bar && questions.length) {
  pace = JSON.parse(sessionStorage.getItem(key) ?? "null") ?? pace;
  bar.querySelector("[data-pace-toggle]").addEventListener("click", toggle);
  document.addEventListener("keydown", press);
  document.addEventListener("focusin", event => look(questions.indexOf(event.target.closest?.("[data-question]"))));
  // The question in view is the one somebody is at; out of sight, the one that crosses the upper third of the window.
  const seen = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting && !atHand()).forEach(entry => look(questions.indexOf(entry.target))), { rootMargin: "-33% 0px -66% 0px" });
  questions.forEach(question => seen.observe(question));
  setInterval(say, 5000);
  say();
}
