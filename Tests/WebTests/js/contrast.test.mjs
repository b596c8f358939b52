// Every ink on every ground reaches AA (WCAG 2.2, 1.4.3: 4.5 to 1), by day and by night.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const sheet = (name) => readFileSync(new URL(`../../../Resources/static/${name}.css`, import.meta.url), "utf8");
const tokens = (name) => Object.fromEntries(
  [...sheet(name).matchAll(/--([a-z-]+):\s*(#[0-9a-f]{3,6})/g)].map((token) => [token[1], token[2]]));
const [day, night] = [tokens("tokens"), tokens("night")];

function luminance(hex) {
  const channels = hex.length === 4 ? [...hex.slice(1)].map((c) => c + c) : hex.slice(1).match(/../g);
  const [r, g, b] = channels.map((c) => parseInt(c, 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

for (const [name, tokens] of [["day", day], ["night", night]]) {
  for (const ground of ["paper", "paper-deep", "lit"]) {
    for (const ink of ["ink", "ash", "azurite", "malachite", "gamboge", "cinnabar"]) {
      test(`${ink} on ${ground} by ${name}`, () => {
        const ratio = contrast(tokens[ink], tokens[ground]);
        assert.ok(ratio >= 4.5, `${ratio.toFixed(2)} to 1`);
      });
    }
  }
  test(`a button's words by ${name}`, () => assert.ok(contrast(tokens["on-accent"], tokens.azurite) >= 4.5));
}

test("the night has a colour for each of the day's", () => assert.deepEqual(Object.keys(night), Object.keys(day)));

for (const name of ["tokens", "night", "style", "pages", "print"]) {
  test(`${name}.css asks no outside host`, () => assert.ok(!/@import|@font-face|url\(|https?:/.test(sheet(name))));
}

for (const name of ["style", "pages"]) {
  test(`${name}.css takes its colours from the tokens`, () => assert.ok(!/#[0-9a-f]{3,6}\b(?=[;\s])/.test(sheet(name))));
}
