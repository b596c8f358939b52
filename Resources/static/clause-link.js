// Intake: the clause in hand is lit in the text and in the drafts; j and k move through the drafts.
export function clauseLink(intake) {
  const drafts = [...intake.querySelectorAll(".draft")];
  const clausesOf = (index) => intake.querySelectorAll(`.clause[data-clause="${index}"]`);

  function light(index) {
    for (const lit of intake.querySelectorAll(".in-hand")) lit.classList.remove("in-hand");
    for (const clause of clausesOf(index)) clause.classList.add("in-hand");
    drafts.find((draft) => draft.dataset.clause === index)?.classList.add("in-hand");
  }

  function take(draft) {
    draft.open = true;
    light(draft.dataset.clause);
    draft.scrollIntoView({ block: "nearest" });
    clausesOf(draft.dataset.clause)[0]?.scrollIntoView({ block: "nearest" });
  }

  for (const draft of drafts) {
    draft.addEventListener("pointerenter", () => light(draft.dataset.clause));
    draft.addEventListener("focusin", () => light(draft.dataset.clause));
  }
  intake.addEventListener("click", (event) => {
    const clause = event.target.closest?.(".clause");
    const draft = clause && drafts.find((draft) => draft.dataset.clause === clause.dataset.clause);
    if (!draft) return;
    event.preventDefault();
    take(draft);
    draft.querySelector("summary")?.focus();
  });
  intake.ownerDocument.addEventListener("keydown", (event) => {
    const move = step(event);
    if (move === 0) return;
    const held = intake.ownerDocument.activeElement?.closest?.(".draft");
    const now = drafts.findIndex((draft) => (held ? draft === held : draft.classList.contains("in-hand")));
    const next = drafts[Math.min(drafts.length - 1, Math.max(0, now + move))];
    if (!next) return;
    take(next);
    next.querySelector("summary")?.focus();
  });
}

// Keys typed into a field are text, and keys with a modifier belong to the browser.
export function step(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return 0;
  if (event.target?.closest?.("input, textarea, select")) return 0;
  return { j: 1, k: -1 }[event.key] ?? 0;
}
