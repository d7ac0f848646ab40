// What readers and their systems ask for: a page enlarged twice, larger letters, no motion, more contrast, colours of their
// own, an input method, writing from right to left.
//
// Chromium can be told of such wishes. In the others the element's own style sheet is changed: what it says for those who
// wish is made what it says for all.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { SKIP } from '../../cli/program.mjs';
import { serve } from '../hosts.mjs';
import { writeLetters } from '../letters.mjs';
import { Reader } from '../reader.mjs';
import { kUsualWindow } from '../../web/support/browsers.js';

/** @typedef {import('../../web/support/browsers.js').Browser} Browser */

const HOST = "document.querySelector('catchword-search')";
const SHADOW = `${HOST}.shadowRoot`;

/** @type {string} */
let folder;

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'catchword-wishes-'));
  if (!SKIP) writeLetters(folder);
});
after(() => rmSync(folder, { recursive: true }));

/**
 * A wish as Playwright names it, and as a style sheet asks for it.
 * @typedef {{ media: object, asked: string }} Wish
 */

/** @type {Record<'calm' | 'contrast' | 'colours', Wish>} */
const WISHES = {
  calm: { media: { reducedMotion: 'reduce' }, asked: 'prefers-reduced-motion: reduce' },
  contrast: { media: { contrast: 'more' }, asked: 'prefers-contrast: more' },
  colours: { media: { forcedColors: 'active' }, asked: 'forced-colors: active' },
};

/** @param {Browser} browser @param {Wish} wish */
async function grant(browser, { media, asked }) {
  if (browser.emulate) return browser.emulate(media);
  const rules = `${SHADOW}.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).filter(({ media }) => media?.mediaText.includes('${asked}'))`;
  assert.ok((await browser.run(`${rules}.map(({ media }) => (media.mediaText = 'all')).length`)) > 0);
}

/** What a style is, of the first element that a selector finds. @param {Reader} reader @param {string} selector @param {string} name */
const styleOf = (reader, selector, name, pseudo = '') =>
  reader.run(`getComputedStyle(${SHADOW}.querySelector('${selector}'), '${pseudo}').${name}`);

/** Parts that are cut off, or stand out of the window. (A fieldset holds its parts, with room to spare.) */
const CUT = `[...${SHADOW}.querySelectorAll('[part]:not(fieldset)')].filter((node) => node.getClientRects().length && node.part[0] !== 'bar' && node.part[0] !== 'handle')
  .filter((node) => { const { left, right } = node.getBoundingClientRect(); return left < -1 || right > innerWidth + 1 || (node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowX === 'hidden'); })
  .map((node) => node.part.value)`;

/** An answer of one page: what is marked in its passages stands far behind their beginning, or under a long heading. */
const LONG_PASSAGES = `(() => {
  const passage = (heading, before, word, after) => ({ heading, url: 'letter-1.html', text: before + word + after, marks: [[before.length, before.length + word.length]] });
  const passages = [
    passage('Best', 'The ', 'lantern', '.'),
    passage('A heading of many words that alone would take more than the two lines which are shown of a passage', 'The keeper of the harbour went up and down. '.repeat(6), 'lantern', ' and more. '.repeat(9)),
    passage('港口看守人的漫长夜晚与清晨的记录以及其他一些事情', '港口的看守人走上走下'.repeat(20), '灯笼', '然后又继续走上走下'.repeat(9)),
  ];
  return { total: 1, exact: true, results: [{ id: 'a', url: 'letter-1.html', title: 'A letter', score: 1, passages }] };
})()`;

/** @param {import('node:test').TestContext} t @param {Browser} browser */
export async function wishes(t, browser) {
  const reader = new Reader(browser);
  const site = await serve(t, folder);

  /** @param {string} page @param {string} query */
  const find = async (page, query) => {
    await reader.visit(site + page);
    await reader.search(query);
    await reader.click('filter-button');
    await reader.seen('value');
  };

  await t.test('enlarged twice, and with letters of twice the size, nothing is cut off', async (t) => {
    t.after(() => browser.resize(...kUsualWindow));
    for (const [width, size] of /** @type {const} */ ([[1280, '200%'], [640, '100%']])) {
      await browser.resize(width, 480);
      await find('page.html', 'lantern');
      await reader.run(`void (document.documentElement.style.fontSize = '${size}')`);
      assert.deepEqual(await reader.run(CUT), [], size);
      assert.ok((await reader.run('document.documentElement.scrollWidth - innerWidth')) <= 0);
    }
    await reader.visit(`${site}dialog.html`);
    await browser.type('/');
    await browser.type('lantern');
    await reader.answered({ query: 'lantern' });
    assert.deepEqual(await reader.run(CUT), []);
  });

  await t.test('all that is to be touched is 44 pixels high, in a phone and on a desk', async (t) => {
    t.after(() => browser.resize(...kUsualWindow));
    for (const width of [400, 1280]) {
      await browser.resize(width, 800);
      await find('page.html', 'letter lantern');
      for (const part of ['box', 'clear', 'filter-button', 'order', 'result', 'passage', 'all-passages', 'more']) {
        const heights = await reader.see(part, 'node.getBoundingClientRect().height');
        assert.ok(heights.length > 0 && heights.every((/** @type {number} */ height) => height >= 44), `${part}, ${width}: ${heights}`);
      }
    }
  });

  await t.test('a further passage shows what is marked in it, in a phone too', async (t) => {
    t.after(() => browser.resize(...kUsualWindow));
    await browser.resize(400, 800);
    await reader.visit(`${site}page.html`);
    await reader.run(`void (catchword.CatchwordSearch.createSearch = async () => ({ search: async () => (${LONG_PASSAGES}) }))`);
    await reader.search('lantern');
    assert.deepEqual(await reader.see('passage', 'node.querySelector("mark").textContent'), ['lantern', '灯笼']);
    const runs = `[...${SHADOW}.querySelectorAll('.run')].map((run) => [run, run.querySelector('mark')].map((node) => node.getBoundingClientRect()))`;
    const hidden = await reader.run(`${runs}.filter(([run, mark]) => mark.bottom > run.bottom + 2 || mark.right > run.right + 2).length`);
    assert.equal(hidden, 0);
  });

  await t.test('nothing moves for those who wish no motion', async () => {
    await find('page.html', 'lantern');
    assert.equal(await reader.run(`(${HOST}.toggleAttribute('busy', true), getComputedStyle(${SHADOW}.querySelector('.busy'), '::after').animationName)`), 'pass');
    await grant(browser, WISHES.calm);
    assert.equal(await styleOf(reader, '.busy', 'animationName', '::after'), 'none');
  });

  await t.test('quiet words and lines are as dark as the others for those who wish contrast', async () => {
    await find('page.html', 'lantern');
    const ink = await styleOf(reader, '.title', 'color');
    assert.notEqual(await styleOf(reader, '.summary', 'color'), ink);
    await grant(browser, WISHES.contrast);
    assert.equal(await styleOf(reader, '.summary', 'color'), ink);
    assert.equal(await styleOf(reader, 'mark', 'fontWeight'), '700');
  });

  await t.test('with colours of their own, what is active and what is marked still shows', async () => {
    await find('page.html', 'lantern');
    await reader.run(`${HOST}.focus()`);
    await browser.press('ArrowDown');
    await grant(browser, WISHES.colours);
    assert.equal(await styleOf(reader, '[aria-selected=true]', 'outlineStyle', '::before'), 'solid');
    assert.equal(await styleOf(reader, '[aria-selected=true]', 'outlineWidth', '::before'), '3px');
    assert.notEqual(await styleOf(reader, 'mark', 'backgroundColor'), await styleOf(reader, '.title', 'backgroundColor'));
    assert.notEqual(await styleOf(reader, '[part=bar]', 'backgroundColor'), 'rgba(0, 0, 0, 0)');
  });
  await browser.emulate?.({ reducedMotion: null, contrast: null, forcedColors: null });

  await t.test('what an input method has not finished is not searched', async () => {
    await reader.visit(`${site}page.html`);
    const compose = (/** @type {string} */ type, /** @type {string} */ text) =>
      reader.run(`(() => {
        const input = ${SHADOW}.querySelector('input');
        input.focus();
        if ('${type}' === 'input') input.value = '${text}';
        const init = { data: '${text}', bubbles: true, composed: true };
        input.dispatchEvent('${type}' === 'input' ? new InputEvent('input', { ...init, isComposing: true }) : new CompositionEvent('${type}', init));
      })()`);
    await reader.run(`void (globalThis.asked = [], addEventListener('catchword-search', ({ detail }) => asked.push(detail.query)))`);
    await compose('compositionstart', '');
    for (const text of ['l', 'lant', 'lantern']) await compose('input', text);
    assert.deepEqual(await reader.run('asked'), []);
    await compose('compositionend', 'lantern');
    await reader.answered({ query: 'lantern' });
    assert.deepEqual(await reader.run('asked'), ['lantern']);
  });

  await t.test('from right to left, the page is mirrored and the arrows go the other way', async () => {
    await find('mirrored.html', 'lantern');
    const [icon, input] = await reader.run(`['.box .icon', 'input'].map((name) => ${SHADOW}.querySelector(name).getBoundingClientRect().right)`);
    assert.ok(icon > input, 'the lens stands at the right');
    await reader.seen('handle');
    await reader.focus('handle');
    await browser.press('ArrowRight');
    await browser.press('ArrowLeft');
    await reader.answered({ filters: { date: { from: '1991', to: '2013' } } });
    const [first, last] = await reader.see('handle', 'node.getBoundingClientRect().left');
    assert.ok(first > last, 'time goes from right to left');
    assert.deepEqual(await reader.run(CUT), []);
  });
}
