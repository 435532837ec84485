// Says at once what a rating means and how much is rated; the server says the same on the next load.
const meanings = {
  1: "1 · as the “1” anchor says",
  2: "2 · above the “1” anchor, short of “3”",
  3: "3 · as the “3” anchor says",
  4: "4 · above the “3” anchor, short of “5”",
  5: "5 · as the “5” anchor says",
  none: "not observed · counts neither for nor against",
};
const questions = [...document.querySelectorAll("[data-question]")];
const ratingOf = question => question.querySelector(".rating input:checked")?.value;
const hasReason = question => Boolean(question.querySelector("[data-reason]:checked"));

function state(rating, evidence, reason) {
  if (!rating) return ["not yet", ""];
  if (rating === "none") return reason ? ["not observed", ""] : ["needs a reason", "warn"];
  return evidence.trim() ? ["rated", "good"] : ["needs evidence", "warn"];
}

function reflect(question) {
  const rating = ratingOf(question);
  const [word, tone] = state(rating, question.querySelector("textarea").value, hasReason(question));
  const chip = question.querySelector("[data-chip]");
  if (chip.textContent !== word) chip.textContent = word;
  chip.className = `chip ${tone}`.trim();
  if (!rating) return;
  question.querySelector("[data-meaning]").textContent = meanings[rating];
  const own = document.querySelector(`[data-own="${question.dataset.question}"]`);
  if (!own) return;
  own.textContent = rating === "none" ? "n/o" : rating;
  own.classList.remove("muted");
}

function cover() {
  const minutes = list => list.reduce((sum, question) => sum + Number(question.dataset.minutes), 0);
  const rated = questions.filter(ratingOf);
  const sentence = `${rated.length} of ${questions.length} questions rated · ${minutes(rated)} of ${minutes(questions)} min`;
  for (const line of document.querySelectorAll("[data-coverage]")) line.textContent = sentence;
  for (const bar of document.querySelectorAll("[data-coverage-bar]")) bar.value = rated.length;
}

function refresh() {
  questions.forEach(reflect);
  cover();
}

for (const kind of ["input", "change"]) document.addEventListener(kind, event => {
  const question = event.target.closest?.("[data-question]");
  if (!question) return;
  reflect(question);
  cover();
});
document.addEventListener("draft-restored", refresh);
addEventListener("pageshow", refresh);
