// Run by `node --test Tests/WebTests/js/`: the intake's keys, its cursor, and the watches for what others did and for what takes long.
import assert from "node:assert/strict";
import test from "node:test";
import { action, intakeKeys } from "../../../Resources/static/intake-keys.js";
import { indexOfByte } from "../../../Resources/static/intake-select.js";
import { progressWatch } from "../../../Resources/static/progress-watch.js";
import { staleWatch } from "../../../Resources/static/stale-watch.js";

/** As much of an element as the keys touch. */
class Element extends EventTarget {
  constructor(names = [], found = {}, more = {}) {
    super();
    const held = new Set(names);
    this.classList = { add: (n) => held.add(n), contains: (n) => held.has(n) };
    Object.assign(this, { found, open: false, dataset: {}, clicked: 0, children: [] }, more);
  }
  querySelectorAll(selector) { return this.found[selector] ?? []; }
  querySelector(selector) { return this.querySelectorAll(selector)[0] ?? null; }
  closest(selector) { return selector === ".draft" ? (this.draft ?? null) : null; }
  contains(other) { return other.draft === this; }
  replaceChildren(...children) { this.children = children; }
  focus() { this.page.activeElement = this; }
  click() { this.clicked += 1; }
}

function desk() {
  const page = new EventTarget();
  page.body = new Element();
  page.activeElement = page.body;
  const drafts = [["undecided"], ["confirmed"], ["undecided", "uncertain"]].map((names) => {
    const draft = new Element(names);
    draft.draft = draft;
    const part = (key) => new Element([], {}, { page, draft, dataset: { key }, tagName: "BUTTON" });
    const [summary, accept, lead] = [part(), part("Enter"), part()];
    draft.found = { summary: [summary], "[data-key]": [accept], "select[name=lead]": [lead] };
    return Object.assign(draft, { summary, accept, lead });
  });
  drafts[0].open = true;
  const undo = new Element([], {}, { page, dataset: { key: "z" }, tagName: "BUTTON" });
  const intake = new Element([], { ".draft": drafts, "[data-key]": [...drafts.map((d) => d.accept), undo] });
  intake.ownerDocument = page;
  intakeKeys(intake);
  const press = (key) => {
    const event = new Event("keydown", { cancelable: true });
    Object.assign(event, { key });
    page.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return { page, drafts, undo, press };
}

test("a fresh page takes the open draft in hand, Enter accepts it and no other", () => {
  const { page, drafts, press } = desk();
  assert.equal(page.activeElement, drafts[0].summary);
  assert.equal(press("Enter"), true);
  assert.deepEqual(drafts.map((draft) => draft.accept.clicked), [1, 0, 0]);
});

test("n goes to what the reader was unsure of, u to the unit, z to the button outside all drafts", () => {
  const { page, drafts, undo, press } = desk();
  press("n");
  assert.equal(page.activeElement, drafts[2].summary);
  press("u");
  assert.equal(page.activeElement, drafts[2].lead);
  press("z");
  assert.equal(undo.clicked, 1);
  assert.equal(press("q"), false, "a key that asks for nothing is left to the browser");
});

test("keys typed into a field are text; Escape leaves it, Ctrl and Enter accept from it", () => {
  const field = { closest: (selector) => (selector.includes("textarea") ? field : null) };
  assert.equal(action({ key: "x", target: field }), null);
  assert.equal(action({ key: "Escape", target: field }), "leave");
  assert.equal(action({ key: "Enter", ctrlKey: true, target: field }), "Enter");
  assert.equal(action({ key: "x", metaKey: true }), null);
  assert.equal(action({ key: "Tab" }), null);
});

test("Enter on another button does what that button does", () => {
  const button = { closest: (selector) => (selector.startsWith("button") ? button : null) };
  assert.equal(action({ key: "Enter", target: button }, { querySelector: () => null }), null);
});

test("a byte of the text is the character that holds it", () => {
  assert.equal(indexOfByte("要做好a安全", 0), 0);
  assert.equal(indexOfByte("要做好a安全", 9), 3);
  assert.equal(indexOfByte("要做好a安全", 10), 4);
  assert.equal(indexOfByte("𠀀安", 4), 2, "a character outside the first plane takes two places of a string");
});

function watched(answers) {
  const page = Object.assign(new EventTarget(), { hidden: false, createElement: () => ({}) });
  const place = new Element([], {}, { dataset: { address: "/a", again: "/b", reload: "刷新" }, ownerDocument: page });
  const asked = [];
  const send = async (address) => {
    asked.push(address);
    const next = answers.shift();
    if (next instanceof Error) throw next;
    return next;
  };
  const ask = staleWatch(place, { send, every: () => {}, parse: (words) => [words] });
  return { page, place, asked, ask };
}

const answer = (status, words = "", redirected = false) => ({ status, redirected, text: async () => words });

test("nothing new says nothing; news stands there with the way to reload", async () => {
  const { place, ask } = watched([answer(204), answer(200, "石桥镇签收")]);
  await ask();
  assert.equal(place.children.length, 0);
  await ask();
  assert.equal(place.children[0], "石桥镇签收");
  assert.equal(place.children[1].href, "/b");
  assert.equal(place.classList.contains("notice"), true);
});

test("a hidden page asks nothing, and one whose session ended stops asking", async () => {
  const { page, asked, ask } = watched([answer(200, "登录", true), answer(200, "x")]);
  page.hidden = true;
  await ask();
  assert.equal(asked.length, 0);
  page.hidden = false;
  await ask();
  await ask();
  assert.equal(asked.length, 1);
});

test("a network that is away is tried again", async () => {
  const { place, ask } = watched([new Error("away"), answer(200, "已签收")]);
  await ask();
  assert.equal(place.children.length, 0);
  await ask();
  assert.equal(place.children[0], "已签收");
});

test("what takes long is followed, over a network that comes and goes, until it is over", async () => {
  const place = new Element([], {}, { dataset: { address: "/p" } });
  const [answers, waits] = [[answer(200, "三成"), new Error("away"), answer(200, "九成"), answer(204)], []];
  let opened = 0;
  const send = async () => {
    const next = answers.shift();
    if (next instanceof Error) throw next;
    return next;
  };
  const ask = progressWatch(place, {
    send, later: (_, wait) => waits.push(wait), parse: (words) => [words], again: () => { opened += 1; },
  });
  await ask();
  assert.deepEqual(place.children, ["三成"]);
  await ask();
  assert.deepEqual(place.children, ["三成"]);
  await ask();
  assert.deepEqual(place.children, ["九成"]);
  assert.equal(opened, 0);
  await ask();
  assert.equal(opened, 1);
  assert.deepEqual(waits, [1_000, 1_000, 2_000, 1_000]);
});
