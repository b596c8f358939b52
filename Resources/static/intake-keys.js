// Intake by keyboard alone: a key presses what carries it (data-key), in the draft in hand or on the page.
const fields = { u: "select[name=lead]", f: "input[name=field]", d: "input[name=due]" };

export function intakeKeys(intake) {
  const page = intake.ownerDocument;
  const drafts = () => [...intake.querySelectorAll(".draft")];

  function inHand() {
    return page.activeElement?.closest?.(".draft") ?? drafts().find((draft) => draft.classList.contains("in-hand"))
      ?? drafts().find((draft) => draft.open);
  }

  function take(draft) {
    draft.open = true;
    draft.querySelector("summary")?.focus();
  }

  /** The next draft, from the one in hand round to it again, that the reader was unsure of and nobody decided. */
  function uncertain() {
    const all = drafts();
    const now = all.indexOf(inHand());
    return [...all.slice(now + 1), ...all.slice(0, now + 1)]
      .find((draft) => draft.classList.contains("uncertain") && draft.classList.contains("undecided"));
  }

  function press(element) {
    if (element.tagName !== "SUMMARY") return element.click();
    element.parentElement.open = true;
    element.parentElement.querySelector("textarea, input:not([type=hidden])")?.focus();
  }

  page.addEventListener("keydown", (event) => {
    const draft = inHand();
    const asked = action(event, draft);
    if (asked === null) return;
    let done = true;
    if (asked === "leave") draft?.querySelector("summary")?.focus();
    else if (asked === "n") { const next = uncertain(); if (next) take(next); else done = false; }
    else if (fields[asked]) {
      const field = draft?.querySelector(fields[asked]);
      if (field) { draft.open = true; field.focus(); } else done = false;
    } else {
      const keyed = find(intake, draft, asked);
      if (keyed) { if (draft?.contains?.(keyed)) draft.open = true; press(keyed); } else done = false;
    }
    if (done) event.preventDefault();
  });

  // A fresh page goes on where the clerk was led to. The browser follows the address's #draft after the scripts, in the
  // first frame, and takes the focus off again.
  function goOn() {
    const first = drafts().find((draft) => draft.open);
    if (first && (page.activeElement === page.body || !page.activeElement)) first.querySelector("summary")?.focus();
  }
  goOn();
  globalThis.requestAnimationFrame?.(() => requestAnimationFrame(goOn));
}

// What carries the key: in the draft in hand first, then outside all drafts.
function find(intake, draft, key) {
  const carries = (element) => element.dataset.key === key;
  const inside = [...(draft?.querySelectorAll("[data-key]") ?? [])].find(carries);
  return inside ?? [...intake.querySelectorAll("[data-key]")].find((one) => carries(one) && !one.closest(".draft"));
}

// What a key asks for: null where it belongs to a field, to a focused button or to the browser.
export function action(event, draft) {
  const field = event.target?.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select");
  if (event.key === "Escape") return event.target?.closest?.("input, textarea, select") ? "leave" : null;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return "Enter";
  if (field || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "Enter") {
    const own = event.target?.closest?.("button, a, summary, input");
    // Enter on the draft's own line accepts it; on anything else it does what it always does.
    return !own || own === draft?.querySelector("summary") ? "Enter" : null;
  }
  return event.key.length === 1 ? event.key : null;
}
