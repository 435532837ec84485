// <form data-autosave="/url">: sent 800 ms after the last change and on leaving a field. What is typed stays in this tab
// until the server has acknowledged it: a lost line or a reload costs no word, and nothing is left behind on a machine that
// others use (kept.js). Closing the tab with words unsent is asked about. A field "Sequence" counts the saves; a field
// "Version", where there is one, is what this page last saw of the server. Of what stands in a [data-part], a save holds
// what changed since the last one that was acknowledged; the first, and the first after a refusal, holds everything.
const retryAfter = [2000, 4000, 8000, 15000, 30000];

function draft(form) {
  const url = form.dataset.autosave;
  const state = form.querySelector("[data-save-state]") ?? document.querySelector("[data-save-state]");
  const key = `kept:draft:${url}`;
  const sequence = form.elements.namedItem("Sequence");
  const version = form.elements.namedItem("Version");
  const partOf = new Map([...form.querySelectorAll("[data-part]")].flatMap(part => [...part.querySelectorAll("[name]")].map(field => [field.name, part])));
  let held = new Map();
  let pause, failures = 0, dirty = false, flight = null, leaving = false;

  const say = (sentence, kind) => {
    if (!state) return;
    state.textContent = sentence;
    state.dataset.state = kind;
  };
  const typed = () => [...new FormData(form)].filter(([name, value]) =>
    typeof value === "string" && !name.startsWith("__") && name !== "Sequence" && name !== "Version");
  const keep = () => leaving || sessionStorage.setItem(key, JSON.stringify({ version: version?.value, sequence: sequence?.value, typed: typed() }));
  const drop = () => sessionStorage.removeItem(key);
  const later = delay => {
    clearTimeout(pause);
    pause = setTimeout(send, delay);
  };

  function changed() {
    dirty = true;
    leaving = false;
    keep();
    say("Saving…", "saving");
    later(800);
  }

  function send() {
    clearTimeout(pause);
    if (dirty && !flight) flight = post().finally(() => {
      flight = null;
      if (dirty && !failures) later(0);
    });
    return flight;
  }

  async function post() {
    dirty = false;
    if (sequence) sequence.value = String(Number(sequence.value) + 1);
    if (sessionStorage.getItem(key)) keep();
    const fields = [...new FormData(form)];
    const said = new Map([...new Set(partOf.values())].map(part => [part, JSON.stringify(fields.filter(([name]) => partOf.get(name) === part))]));
    const news = fields.filter(([name]) => !partOf.has(name) || held.get(partOf.get(name)) !== said.get(partOf.get(name)));
    try {
      await understand(await fetch(url, { method: "POST", body: plain(news), headers: { Accept: "application/json" } }), said);
    } catch {
      retry("Not saved yet: no connection. Trying again; your words are kept in this tab.");
    }
  }

  async function understand(answer, said) {
    if (answer.redirected) return refused("You are signed out. Sign in again in another tab; your words are kept in this one.");
    if (answer.ok) {
      const body = await answer.json().catch(() => null);
      // Not taken: this tab was copied, and the copy was faster.
      if (body?.taken === false && form.dataset.conflict) return refused(form.dataset.conflict);
      held = said;
      return saved(body);
    }
    if (answer.status === 409 && form.dataset.conflict) return refused(form.dataset.conflict);
    if (answer.status === 401) return refused("You are signed out. Sign in again in another tab; your words are kept in this one.");
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 408 && answer.status !== 429) return refused(await sentenceOf(answer));
    retry("Not saved yet. Trying again; your words are kept in this tab.");
  }

  function saved(answer) {
    failures = 0;
    if (version && answer?.version) version.value = answer.version;
    say(`Saved ${new Date(answer?.savedAt ?? Date.now()).toTimeString().slice(0, 5)}`, dirty ? "saving" : "saved");
    if (dirty) keep();
    else drop();
    document.dispatchEvent(new CustomEvent("draft-saved", { detail: answer }));
  }

  function refused(sentence) {
    failures = 0;
    // What the server holds is not known any more: what is saved next is all that stands here.
    held = new Map();
    say(sentence, "failed");
  }

  function retry(sentence) {
    dirty = true;
    say(sentence, "failed");
    later(retryAfter[Math.min(failures++, retryAfter.length - 1)]);
  }

  function restore() {
    const found = JSON.parse(sessionStorage.getItem(key) ?? "null");
    if (!found?.typed) return;
    if (JSON.stringify(found.typed) === JSON.stringify(typed())) return sessionStorage.removeItem(key);
    const nth = {};
    for (const [name, value] of found.typed) {
      const field = form.elements.namedItem(name);
      const one = field?.type ? field : field?.[nth[name] = (nth[name] ?? -1) + 1];
      if (one?.type === "radio" || one?.type === "checkbox") tick(name, value);
      else if (one && one.type !== "hidden") one.value = value;
    }
    // Saved against what they were written on: if the server moved on since, it says so instead of losing either side.
    if (version && found.version) version.value = found.version;
    // The same tab goes on counting: a save whose answer was lost as the page left is its own, not another window's.
    if (sequence && found.sequence) sequence.value = String(Number(found.sequence) + 1);
    dirty = true;
    keep();
    document.dispatchEvent(new Event("draft-restored"));
    say("Restored what was not saved last time.", "saving");
    later(800);
  }

  function tick(name, value) {
    for (const box of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) if (box.value === value) box.checked = true;
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("focusout", send);
  form.addEventListener("submit", async event => {
    if (!dirty && !flight) return;
    event.preventDefault();
    await flight;
    await send();
    clearTimeout(pause);
    dirty = false;
    form.requestSubmit(event.submitter);
  });
  // Signing out takes what was kept; a late answer must not put it back.
  document.addEventListener("signing-out", () => leaving = true);
  addEventListener("online", send);
  addEventListener("beforeunload", event => dirty && event.preventDefault());
  restore();
}

// As the form sends itself without a script, line ends too: cheaper to read than what FormData would send, and the same words either way.
function plain(fields) {
  return new URLSearchParams(fields.map(([name, value]) => [name, value.replace(/\r?\n/g, "\r\n")]));
}

async function sentenceOf(answer) {
  const problem = await answer.json().catch(() => null);
  return problem?.detail ?? problem?.title ?? "The server did not accept this. Reload to see what changed.";
}

for (const form of document.querySelectorAll("form[data-autosave]")) draft(form);
