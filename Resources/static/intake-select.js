// Intake: words selected in the bulletin are what is added; a cursor in a clause is where it is split.
export function intakeSelect(intake) {
  const page = intake.ownerDocument;
  let marked = null;

  page.addEventListener("selectionchange", () => {
    const place = selected(page.getSelection?.(), intake);
    if (place) marked = place;
  });

  for (const details of intake.querySelectorAll("details.add, details.cut")) {
    details.addEventListener("toggle", () => {
      if (!details.open || !marked) return;
      const words = details.querySelector("textarea[name=words]");
      if (details.classList.contains("add")) {
        if (!marked.text || words.value) return;
        words.value = marked.text;
        details.querySelector("input[name=at]").value = String(marked.at);
      } else if (marked.clause !== undefined && marked.clause === details.closest(".draft")?.dataset.clause) {
        const first = intake.querySelector(`.clause[data-clause="${marked.clause}"]`);
        const at = indexOfByte(words.value, marked.at - Number(first.dataset.at));
        words.setSelectionRange(at, at);
      }
    });
  }

  intake.addEventListener("keydown", (event) => {
    const words = event.target;
    if (event.key !== "/" || !words.matches?.("details.cut textarea[name=words]")) return;
    event.preventDefault();
    const at = words.selectionStart;
    if (at === 0 || at === words.value.length) return;
    words.value = `${words.value.slice(0, at)}\n${words.value.slice(at)}`;
    words.form.querySelector("button[value=split]").click();
  });
}

/** Where the selection begins, in bytes of the shown text; its words, and the clause it lies in. */
function selected(selection, intake) {
  if (!selection?.anchorNode || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const run = (range.startContainer.parentElement ?? range.startContainer).closest?.("[data-at]");
  if (!run || !intake.contains(run)) return null;
  const before = range.cloneRange();
  before.setStart(run, 0);
  before.setEnd(range.startContainer, range.startOffset);
  return { at: Number(run.dataset.at) + bytes(before.toString()), text: range.toString().trim(), clause: run.dataset.clause };
}

const bytes = (text) => new TextEncoder().encode(text).length;

/** The index in `text` of the character that holds byte `wanted` of its UTF-8. */
export function indexOfByte(text, wanted) {
  let at = 0;
  let index = 0;
  for (const character of text) {
    if (at >= wanted) break;
    at += bytes(character);
    index += character.length;
  }
  return index;
}
