// Run by `node --test Tests/WebTests/js/`: a draft is kept as it is typed, and never over a colleague's change.
import assert from "node:assert/strict";
import test from "node:test";
import { intakeSave } from "../../../Resources/static/intake-save.js";

globalThis.FormData = class {
  constructor(form) { this.form = form; }
  *[Symbol.iterator]() { yield ["op", "01abc.draft-3-form"]; yield ["version", this.form.version.value]; }
};

function desk(answers, { both = false } = {}) {
  const page = Object.assign(new EventTarget(), { hidden: false, querySelector: () => null, importNode: (node) => node });
  const saving = { textContent: "" };
  const form = { id: "draft-3-form", action: "/save", requested: [], requestSubmit(by) { this.requested.push(by); } };
  const version = { name: "version", value: "1", form };
  form.version = version;
  const names = new Set();
  const draft = {
    id: "draft-3", dataset: { clause: "3" }, className: "draft undecided", replaced: null,
    classList: { contains: (n) => names.has(n), toggle: () => {} },
    querySelector: (s) => ({ "form[id^=draft-]": form, ".saving": saving, ".both": both ? {} : null })[s] ?? null,
    querySelectorAll: () => [version],
    replaceWith(other) { this.replaced = other; },
  };
  const intake = Object.assign(new EventTarget(), {
    ownerDocument: page, dataset: { saved: "已保存", unsaved: "尚未保存" }, querySelectorAll: () => [],
  });
  const sent = [];
  const send = async (address, { body }) => {
    sent.push({ address, decision: body.get("decision"), op: body.get("op"), version: body.get("version") });
    const next = await answers.shift();
    if (next instanceof Error) throw next;
    return { ok: next.status === 200, status: next.status, text: async () => next.page };
  };
  intakeSave(intake, { send, wait: 5, parse: (fresh) => fresh });
  const type = () => {
    const event = new Event("input");
    Object.defineProperty(event, "target", { value: { form, closest: () => draft } });
    intake.dispatchEvent(event);
  };
  return { intake, draft, form, version, saving, sent, type };
}

/** The page that answers, with this version of the draft. */
function fresh(version) {
  const form = { id: "draft-3-form" };
  const draft = {
    className: "draft undecided", querySelector: () => null, querySelectorAll: () => [{ value: version, form }],
  };
  return { getElementById: () => draft, querySelector: () => null, draft };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 30));

test("typing is saved once it rests, as an operation of its own, and the new version is carried on", async () => {
  const { sent, version, saving, type } = desk([{ status: 200, page: fresh("2") }, { status: 200, page: fresh("3") }]);
  type();
  type();
  await settled();
  assert.deepEqual(sent.map((s) => [s.decision, s.op, s.version]), [["save", "01abcs1.draft-3-form", "1"]]);
  assert.equal(version.value, "2");
  assert.equal(saving.textContent, "已保存");
  type();
  await settled();
  assert.deepEqual([sent[1].op, sent[1].version], ["01abcs2.draft-3-form", "2"]);
});

test("a colleague's change is shown in place of the draft and not written over", async () => {
  const page = fresh("9");
  const { draft, version, type } = desk([{ status: 409, page }]);
  type();
  await settled();
  assert.equal(draft.replaced, page.draft);
  assert.equal(version.value, "1");
});

test("where both versions stand side by side nothing is saved by itself", async () => {
  const { sent, type } = desk([], { both: true });
  type();
  await settled();
  assert.equal(sent.length, 0);
});

test("what could not be saved says so", async () => {
  const { saving, type } = desk([new Error("away")]);
  type();
  await settled();
  assert.equal(saving.textContent, "尚未保存");
});

test("a button pressed while a saving is on its way waits for it", async () => {
  let arrive;
  const late = new Promise((resolve) => { arrive = resolve; });
  const { intake, draft, form, version, type } = desk([late]);
  type();
  await new Promise((resolve) => setTimeout(resolve, 15));
  const button = {};
  const event = new Event("submit", { cancelable: true });
  Object.defineProperty(event, "target", { value: Object.assign(form, { closest: () => draft }) });
  event.submitter = button;
  intake.dispatchEvent(event);
  assert.equal(event.defaultPrevented, true, "it would carry a version that is about to be the last but one");
  assert.deepEqual(form.requested, []);
  arrive({ status: 200, page: fresh("2") });
  await settled();
  assert.equal(version.value, "2");
  assert.deepEqual(form.requested, [button]);
});

test("its own button pressed before the saving sends what was typed, once", async () => {
  const { intake, draft, form, sent, type } = desk([]);
  type();
  const event = new Event("submit", { cancelable: true });
  Object.defineProperty(event, "target", { value: Object.assign(form, { closest: () => draft }) });
  intake.dispatchEvent(event);
  assert.equal(event.defaultPrevented, false);
  await settled();
  assert.equal(sent.length, 0);
});
