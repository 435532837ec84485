// <form data-autosave="/url">: sent 800 ms after the last change and on leaving a field. What is typed stays in this
// browser until the server has acknowledged it, so neither a lost line nor a closed lid costs a word.
const retryAfter = [2000, 4000, 8000, 15000, 30000];

function draft(form) {
  const url = form.dataset.autosave;
  const state = form.querySelector("[data-save-state]") ?? document.querySelector("[data-save-state]");
  const key = `draft:${url}`;
  let sequence = Number(form.elements.namedItem("Sequence")?.value ?? 0);
  let pause, failures = 0, dirty = false, flight = null;

  const say = (sentence, kind) => {
    if (!state) return;
    state.textContent = sentence;
    state.dataset.state = kind;
  };
  const typed = () => [...new FormData(form)].filter(([name, value]) =>
    typeof value === "string" && !name.startsWith("__") && name !== "Sequence");
  const keep = () => localStorage.setItem(key, JSON.stringify(typed()));
  const later = delay => {
    clearTimeout(pause);
    pause = setTimeout(send, delay);
  };

  function changed() {
    dirty = true;
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
    const body = new FormData(form);
    body.set("Sequence", String(++sequence));
    try {
      await understand(await fetch(url, { method: "POST", body, headers: { Accept: "application/json" } }));
    } catch {
      retry("Not saved yet: no connection. Trying again; your words are kept here.");
    }
  }

  async function understand(answer) {
    if (answer.redirected) return refused("You are signed out. Sign in again in another tab; your words are kept here.");
    if (answer.ok) return saved();
    if (answer.status === 409 || answer.status === 422) return refused(await sentenceOf(answer));
    retry("Not saved yet. Trying again; your words are kept here.");
  }

  function saved() {
    failures = 0;
    const at = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    say(`Saved ${at}`, "saved");
    if (!dirty) localStorage.removeItem(key);
  }

  function refused(sentence) {
    failures = 0;
    say(sentence, "failed");
  }

  function retry(sentence) {
    dirty = true;
    say(sentence, "failed");
    later(retryAfter[Math.min(failures++, retryAfter.length - 1)]);
  }

  function restore() {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null");
    if (!kept || JSON.stringify(kept) === JSON.stringify(typed())) return;
    const nth = {};
    for (const [name, value] of kept) {
      const field = form.elements.namedItem(name);
      const one = field?.type ? field : field?.[nth[name] = (nth[name] ?? -1) + 1];
      if (one?.type === "radio" || one?.type === "checkbox") tick(name, value);
      else if (one && one.type !== "hidden") one.value = value;
    }
    dirty = true;
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
  addEventListener("online", send);
  addEventListener("beforeunload", event => dirty && event.preventDefault());
  restore();
}

async function sentenceOf(answer) {
  const problem = await answer.json().catch(() => null);
  return problem?.detail ?? problem?.title ?? "The server did not accept this. Reload to see what changed.";
}

for (const form of document.querySelectorAll("form[data-autosave]")) draft(form);
