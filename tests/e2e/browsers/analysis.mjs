// Index and page agree: what ICU says of characters and texts, each browser says too. Over every code point that the
// index's Unicode knows, every word of the corpora, and random text.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DATA } from '../../bench/data.mjs';
import { until } from '../../web/support/browsers.js';
import { serve } from '../../web/support/site.js';

const kTool = fileURLToPath(new URL('../../../build/native/catchword_analysis', import.meta.url));
const skip = existsSync(kTool) ? false : 'build/native/catchword_analysis is not built';

const kPage = '<!doctype html><meta charset="utf-8"><script type="module" src="/agreement.js"></script>';

/** Runs in the page, as in Node. */
const kCompare = `
import { characterClass, kForms } from '/web/engine/host.js';
const lines = async (path) => (await (await fetch(path)).text()).split('\\n');
const [texts, expected] = await Promise.all([lines('/texts.txt'), lines('/expected.txt')]);
const outcome = { tried: 0, wrong: [] };
texts.forEach((text, i) => {
  const classes = expected[i].split('\\t', 1)[0];
  if (classes.includes('-')) return;
  const mine = [...text].map((c) => String.fromCharCode(97 + characterClass(c.codePointAt(0)))).join('');
  const all = [mine, ...kForms.map((form) => form(text))].join('\\t');
  ++outcome.tried;
  if (all !== expected[i] && outcome.wrong.length < 20) outcome.wrong.push([text, all, expected[i]].map(escape).join(' | '));
});
globalThis.outcome = outcome;`;

/** Each alone and between letters, where its neighbours compose with it or change its case. */
function* codePoints() {
  for (let code = 0x20; code <= 0x10ffff; ++code) {
    const character = String.fromCodePoint(code);
    if (/[\p{Cn}\p{Co}\p{Cs}\p{Cc}]/u.test(character)) continue;
    yield character;
    yield `a${character}b`;
  }
}

/** @param {string} path @returns {Generator<string>} */
function* filesIn(path) {
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path).sort()) yield* filesIn(join(path, name));
}

/** The words of the corpora that have more than ASCII in them. */
function* words() {
  if (!existsSync(DATA)) return;
  for (const file of filesIn(DATA)) {
    for (const word of readFileSync(file, 'utf8').split(/\s+/)) if (/[^\0-\x7f]/.test(word)) yield word;
  }
}

/** Always the same: letters, marks and what changes with its neighbours, in every order. */
function* randomTexts() {
  let state = 1;
  const random = (/** @type {number} */ below) => (state = (state * 48271) % 0x7fffffff) % below;
  const special = [...'aAiIıİsSſßẞΣσςέǅﬁ½K\u0301\u0307\u0308\u0323\u0345\u064b\u0654\u200d\u00ad한ᄒ\u1161ガｶﾞが々ー'];
  const any = () => String.fromCodePoint([random(0x500), 0x600 + random(0x1200), 0x1e00 + random(0x400)][random(3)]);
  for (let i = 0; i < 30000; ++i) {
    const text = Array.from({ length: 1 + random(7) }, () => (random(2) ? special[random(special.length)] : any())).join('');
    if (!/[\p{Cn}\p{Cc}]/u.test(text)) yield text;
  }
}

/** @type {Record<string, string>} */
let pages;
before(() => {
  if (skip) return;
  const texts = [...new Set(['a', ...codePoints(), ...words(), ...randomTexts()])].join('\n');
  const expected = execFileSync(kTool, { input: texts, maxBuffer: 1 << 28, encoding: 'utf8' }).trimEnd();
  pages = { '/agreement.html': kPage, '/agreement.js': kCompare, '/texts.txt': texts, '/expected.txt': expected };
});

/** @param {import('node:test').TestContext} t @param {import('../../web/support/browsers.js').Browser} browser */
export async function analysis(t, browser) {
  if (skip) return t.skip(skip);
  const site = await serve(pages);
  t.after(() => site.close());
  await browser.goto(`${site.url}/agreement.html`);
  await until(() => browser.run('!!globalThis.outcome'));
  const { tried, wrong } = JSON.parse(await browser.run('JSON.stringify(globalThis.outcome)'));
  assert.ok(tried > 250_000, `${tried} texts`);
  assert.deepEqual(wrong, []);
}
