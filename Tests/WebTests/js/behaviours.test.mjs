// Run by `node --test Tests/WebTests/js/`.
import assert from "node:assert/strict";
import test from "node:test";
import { clauseLink, step } from "../../../Resources/static/clause-link.js";
import { confirmDetails } from "../../../Resources/static/confirm-details.js";
import { menu } from "../../../Resources/static/menu.js";
import { submitGuard } from "../../../Resources/static/submit-guard.js";

/** As much of an element as the behaviours touch. */
class Element extends EventTarget {
  constructor(dataset = {}, found = {}) {
    super();
    Object.assign(this, { dataset, found, open: false, disabled: false, textContent: "", focused: 0, scrolled: 0 });
    const names = new Set();
    this.classList = { add: (n) => names.add(n), remove: (n) => names.delete(n), contains: (n) => names.has(n) };
  }
  querySelectorAll(selector) {
    const found = this.found[selector];
    return typeof found === "function" ? found() : (found ?? []);
  }
  querySelector(selector) { return this.querySelectorAll(selector)[0] ?? null; }
  focus() { this.focused += 1; }
  scrollIntoView() { this.scrolled += 1; }
}

function press(target, key, more = {}) {
  const event = new Event("keydown", { cancelable: true });
  Object.assign(event, { key, ...more });
  target.dispatchEvent(event);
}

function twoClauses() {
  const summary = [new Element(), new Element()];
  const drafts = ["3", "5"].map((clause, n) => new Element({ clause }, { summary: [summary[n]] }));
  const clauses = ["3", "5"].map((clause) => new Element({ clause }));
  const intake = new Element({}, {
    ".draft": drafts,
    '.clause[data-clause="3"]': [clauses[0]],
    '.clause[data-clause="5"]': [clauses[1]],
    ".in-hand": () => [...drafts, ...clauses].filter((e) => e.classList.contains("in-hand")),
  });
  intake.ownerDocument = new EventTarget();
  clauseLink(intake);
  return { intake, drafts, clauses, summary };
}

test("pointing at a draft lights its clause and no other", () => {
  const { drafts, clauses } = twoClauses();
  drafts[0].dispatchEvent(new Event("pointerenter"));
  drafts[1].dispatchEvent(new Event("pointerenter"));
  assert.equal(clauses[0].classList.contains("in-hand"), false);
  assert.equal(clauses[1].classList.contains("in-hand"), true);
  assert.equal(drafts[1].classList.contains("in-hand"), true);
});

test("j and k move through the drafts and stop at the ends", () => {
  const { intake, drafts, summary } = twoClauses();
  press(intake.ownerDocument, "j");
  assert.equal(drafts[0].open, true);
  press(intake.ownerDocument, "j");
  press(intake.ownerDocument, "j");
  assert.equal(drafts[1].classList.contains("in-hand"), true);
  press(intake.ownerDocument, "k");
  assert.equal(drafts[0].classList.contains("in-hand"), true);
  assert.ok(summary[0].focused > 0);
});

test("keys typed into a field, or with a modifier, are left alone", () => {
  const field = { closest: () => ({}) };
  assert.equal(step({ key: "j", target: field }), 0);
  assert.equal(step({ key: "j", ctrlKey: true }), 0);
  assert.equal(step({ key: "x" }), 0);
  assert.equal(step({ key: "k" }), -1);
});

test("a form goes out once", async () => {
  const button = new Element();
  const form = new Element({ wait: "请稍候" }, { button: [button] });
  submitGuard(form);
  const send = () => {
    const event = new Event("submit", { cancelable: true });
    event.submitter = button;
    form.dispatchEvent(event);
    return event.defaultPrevented;
  };
  assert.equal(send(), false);
  assert.equal(button.disabled, false, "the pressed button's value still has to be sent");
  assert.equal(send(), true);
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(button.disabled, true);
  assert.equal(button.textContent, "请稍候");
});

test("opening an act goes to its first field, Escape closes it", () => {
  const [field, summary] = [new Element(), new Element()];
  const details = new Element({}, { "select, textarea, input:not([type=hidden])": [field], summary: [summary] });
  confirmDetails(details);
  details.open = true;
  details.dispatchEvent(new Event("toggle"));
  assert.equal(field.focused, 1);
  press(details, "a");
  assert.equal(details.open, true);
  press(details, "Escape");
  assert.equal(details.open, false);
  assert.equal(summary.focused, 1);
});

test("the account menu closes by Escape, back to its name, and by a press outside it", () => {
  const summary = new Element();
  const details = new Element({}, { summary: [summary] });
  const inside = {};
  details.contains = (target) => target === inside;
  details.ownerDocument = new EventTarget();
  menu(details);
  const pressAt = (target) => {
    const event = new Event("pointerdown");
    Object.defineProperty(event, "target", { value: target });
    details.ownerDocument.dispatchEvent(event);
  };
  details.open = true;
  pressAt(inside);
  assert.equal(details.open, true);
  pressAt({});
  assert.equal(details.open, false);
  details.open = true;
  press(details, "a");
  assert.equal(details.open, true);
  press(details, "Escape");
  assert.equal(details.open, false);
  assert.equal(summary.focused, 1);
});
