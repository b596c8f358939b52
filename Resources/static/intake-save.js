// Intake: a draft is kept as it is typed, by the same form and act as its button; a colleague's change is never written over.
export function intakeSave(intake, { send = fetch, wait = 1500, parse = page } = {}) {
  const waiting = new Map();
  let count = 0;

  const draftForm = (draft) => draft?.querySelector("form[id^=draft-]");

  function later(draft) {
    // Where two versions stand side by side, a person chooses.
    if (draft.querySelector(".both")) return;
    const entry = waiting.get(draft) ?? {};
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => now(draft), wait);
    waiting.set(draft, entry);
  }

  function now(draft) {
    const entry = waiting.get(draft) ?? {};
    clearTimeout(entry.timer);
    entry.timer = null;
    entry.going = (entry.going ?? Promise.resolve()).then(() => save(draft)).finally(() => {
      if (waiting.get(draft) === entry && !entry.timer) waiting.delete(draft);
    });
    waiting.set(draft, entry);
    return entry.going;
  }

  async function save(draft) {
    const form = draftForm(draft);
    const body = new URLSearchParams(new FormData(form));
    body.set("decision", "save");
    // Each saving is an operation of its own; the form's own id stays for its button.
    const [operation, ...rest] = body.get("op").split(".");
    count += 1;
    body.set("op", [`${operation}s${count}`, ...rest].join("."));
    try {
      const answer = await send(form.action, { method: "POST", body, keepalive: true });
      const fresh = parse(await answer.text());
      const theirs = fresh.getElementById(draft.id);
      if (answer.ok && theirs) taken(draft, theirs, fresh);
      else if (answer.status === 409 && theirs) draft.replaceWith(intake.ownerDocument.importNode(theirs, true));
      else say(draft, intake.dataset.unsaved);
    } catch {
      say(draft, intake.dataset.unsaved);
    }
  }

  /** What was saved has a new version, which the draft's forms must carry from now on. */
  function taken(draft, fresh, freshPage) {
    const versions = [...fresh.querySelectorAll("form input[name=version]")];
    for (const input of draft.querySelectorAll("form input[name=version]")) {
      const same = versions.find((one) => one.form.id === input.form.id);
      if (same) input.value = same.value;
    }
    const version = versions[0]?.value;
    for (const input of intake.querySelectorAll(`input[data-next="${draft.dataset.clause}"]`)) input.value = version;
    const held = draft.classList.contains("in-hand");
    draft.className = fresh.className;
    draft.classList.toggle("in-hand", held);
    const state = fresh.querySelector(".state");
    if (state) draft.querySelector(".state").textContent = state.textContent;
    for (const place of ["#undo-place", ".footline"]) {
      const [mine, other] = [intake.ownerDocument.querySelector(place), freshPage.querySelector(place)];
      // The button that issues all stays as it was shown: it vouches for what was seen.
      if (!mine || !other || other.querySelector("#issue-all")) continue;
      mine.replaceChildren(...[...other.childNodes].map((node) => intake.ownerDocument.importNode(node, true)));
    }
    say(draft, intake.dataset.saved);
  }

  function say(draft, words) {
    const place = draft.querySelector(".saving");
    if (place) place.textContent = words;
  }

  function changed(event) {
    const draft = event.target.closest?.(".draft");
    if (draft && event.target.form === draftForm(draft)) {
      say(draft, "");
      later(draft);
    }
  }
  intake.addEventListener("input", changed);
  intake.addEventListener("change", changed);

  // A button pressed while something is unsaved: its own form carries it, any other form of the draft waits for it.
  intake.addEventListener("submit", (event) => {
    const draft = event.target.closest?.(".draft");
    const entry = draft && waiting.get(draft);
    if (!entry) return;
    const own = event.target === draftForm(draft);
    if (own && !entry.going) {
      clearTimeout(entry.timer);
      waiting.delete(draft);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const { target, submitter } = event;
    clearTimeout(entry.timer);
    const ready = own || !entry.timer ? entry.going : now(draft);
    ready.then(() => {
      waiting.delete(draft);
      target.requestSubmit(submitter);
    });
  }, { capture: true });

  intake.ownerDocument.addEventListener("visibilitychange", () => {
    if (!intake.ownerDocument.hidden) return;
    for (const [draft, entry] of waiting) if (entry.timer) now(draft);
  });
}

const page = (text) => new DOMParser().parseFromString(text, "text/html");
