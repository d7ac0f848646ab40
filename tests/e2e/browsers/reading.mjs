// What a reader meets who types, looks, listens and chooses, over a real bundle, under a strict policy: that nothing is
// loaded before, flashes meanwhile or is lost after.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { SKIP } from '../../cli/program.mjs';
import { STRICT_POLICY, serveUnder } from '../hosts.mjs';
import { LETTERS, writeLetters } from '../letters.mjs';
import { search } from '../native.mjs';
import { Reader } from '../reader.mjs';

/** @typedef {import('../../web/support/browsers.js').Browser} Browser */
/** @typedef {import('node:test').TestContext} TestContext */

const HOST = "document.querySelector('catchword-search')";
const SHADOW = `${HOST}.shadowRoot`;
const LANGUAGES = ['en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'de', 'fr', 'es', 'pt', 'ru', 'ar', 'hi'];

/** What was fetched for searching. */
const FETCHED = `performance.getEntriesByType('resource').filter(({ name }) => /\\/(engine|root|primer)-|\\/parts\\/(?!.*-element)/.test(name)).length`;

/** Keeps the events that the page hears of, and follows no link. */
const LISTEN = `void (globalThis.heard = [], ['search', 'results', 'noresults', 'select'].forEach((name) =>
  addEventListener('catchword-' + name, (event) => (event.preventDefault(), heard.push([name, event.detail.query])))))`;

/** Keeps the fewest results that the list has had at the end of a task. */
const WATCH_LIST = `(() => {
  const list = ${SHADOW}.querySelector('[part=list]');
  const count = () => list.querySelectorAll('[role=option]').length;
  globalThis.fewest = count();
  new MutationObserver(() => (fewest = Math.min(fewest, count()))).observe(list, { childList: true, subtree: true });
})()`;

/** @param {string} init */
const pressInPage = (init) => `void document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ${init} }))`;

/** An element in each language, over an answer that needs no index, and what each shows of it. */
const SPEAK = `Promise.all(${JSON.stringify(LANGUAGES)}.map((lang) => new Promise((resolve) => {
  const results = [{ id: 'a', url: 'letter-1.html', title: 'A', score: 1, meta: { date: ['2002-10-28'] }, passages: [] }];
  catchword.CatchwordSearch.createSearch = async () => ({ search: async () => ({ total: 12345, exact: true, results }) });
  const element = Object.assign(document.createElement('catchword-search'), { lang });
  element.setAttribute('base', 'catchword/');
  element.addEventListener('catchword-results', () => {
    const text = (part) => element.shadowRoot.querySelector('[part~=' + part + ']').textContent;
    resolve([element.shadowRoot.querySelector('input').placeholder, text('summary'), text('meta'), new Intl.NumberFormat(lang).format(12345)]);
  });
  document.body.append(element);
  element.query = 'lantern';
})))`;

/** @type {string} */
let folder;

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'catchword-reading-'));
  if (!SKIP) writeLetters(folder);
});
after(() => rmSync(folder, { recursive: true }));

const native = (/** @type {string} */ query) => search(path.join(folder, 'catchword'), { query });

/** @param {{ text: string, marks: [number, number][] }} passage */
const markedOf = ({ text, marks }) => marks.map(([from, to]) => text.slice(from, to));

/** @param {TestContext} t @param {Browser} browser */
export async function reading(t, browser) {
  const reader = new Reader(browser);
  const site = await serveUnder(t, folder, `${STRICT_POLICY}; trusted-types catchword`);

  await t.test('nothing is loaded before the reader turns to the box', async () => {
    await reader.visit(`${site}page.html`);
    assert.equal(await reader.run(FETCHED), 0);
    await reader.run(`${HOST}.focus()`);
    await reader.until(`${FETCHED} >= 3`);
  });

  await t.test('a result shows title, best passage and what is known of it, or where it lies', async () => {
    await reader.visit(`${site}page.html`);
    await reader.search('lanterns keep');
    const { results } = native('lanterns keep');
    const best = results.map(({ passages }) => passages[0]);
    assert.deepEqual(await reader.see('title'), results.map(({ title }) => title));
    const first = '.result:not(.passage)';
    const shown = `[...${SHADOW}.querySelectorAll('${first}')].map((node) => ['heading', 'snippet'].map((part) => node.querySelector('[part=' + part + ']').textContent))`;
    assert.deepEqual(await reader.run(shown), best.map(({ heading, text }) => [heading, text]));
    const marks = `[...${SHADOW}.querySelectorAll('${first}')].map((node) => [...node.querySelectorAll('[part=snippet] mark')].map((mark) => mark.textContent))`;
    assert.deepEqual(await reader.run(marks), best.map(markedOf));
    assert.match((await reader.see('meta'))[0], /^(Letter|Report) · (Ada Quill|Bo Ferry|Cy Marsh) · .*\d{4}$/);
    await reader.search('whales');
    assert.deepEqual(await reader.see('meta'), ['guide › oil › whales.html']);
    await reader.search('evenings');
    const headings = await reader.run(`[...${SHADOW}.querySelectorAll('[part=heading] mark')].map((mark) => mark.textContent)`);
    assert.deepEqual([...new Set(headings)], ['Evening'], 'what matches in a heading is marked there');
    await reader.search('cetaceans');
    assert.deepEqual(await reader.see('mark', 'node.textContent'), ['Whales', 'oil of the lamps'], 'synonyms are marked');
  });

  await t.test('a link leads to the words, where the browser knows how', async () => {
    await reader.visit(`${site}page.html`);
    await reader.run(LISTEN);
    await reader.search('lantern');
    await reader.click('title');
    const [href] = await reader.see('result', 'node.href');
    assert.equal(href.includes(':~:text='), await reader.run("'fragmentDirective' in document"), href);
    await reader.search('cetaceans');
    await reader.click('title');
    const [{ searchParams }] = (await reader.see('result', 'node.href')).map((/** @type {string} */ url) => new URL(url));
    assert.equal(searchParams.get('catchword'), 'whales oil of the lamps', 'a phrase is named by its words');
  });

  await t.test('nothing is taken away while a query grows, nor while a phrase is begun', async () => {
    await reader.visit(`${site}page.html`);
    await reader.search('l');
    await reader.run(WATCH_LIST);
    await browser.type('antern');
    await reader.answered({ query: 'lantern' });
    await reader.type('"');
    await browser.type('lit the lantern"');
    await reader.answered({ query: '"lit the lantern"' });
    assert.ok((await reader.run('fewest')) > 0);
  });

  await t.test('the keys go through the results, the focus stays, and what is found is said', async () => {
    await reader.visit(`${site}page.html`);
    await reader.run(LISTEN);
    await reader.search('lantern');
    const active = `${SHADOW}.querySelector('input').getAttribute('aria-activedescendant')`;
    const chosen = `[...${SHADOW}.querySelectorAll('[aria-selected=true]')].map(({ id }) => id)`;
    const ids = await reader.see('result', 'node.id');
    for (const [key, id] of /** @type {const} */ ([['ArrowDown', ids[0]], ['ArrowDown', ids[1]], ['ArrowUp', ids[0]], ['Escape', null]])) {
      await browser.press(key);
      assert.equal(await reader.run(active), id);
      assert.deepEqual(await reader.run(chosen), id === null ? [] : [id]);
    }
    assert.equal(await reader.run(`${SHADOW}.activeElement.role`), 'combobox');
    assert.equal(await reader.run(`${SHADOW}.querySelector('[role=status]').textContent`), `${LETTERS} results`);
    for (const key of /** @type {const} */ (['ArrowDown', 'Enter', 'Escape', 'Escape'])) await browser.press(key);
    assert.deepEqual(await reader.run(`[${HOST}.query, ${SHADOW}.querySelector('input').ariaExpanded]`), ['', 'false']);
    await reader.search('aubergine');
    assert.deepEqual(await reader.run(`[...new Set(heard.map(([name]) => name))]`), ['search', 'results', 'select', 'noresults']);
  });

  await t.test('more results come by scrolling, by the arrow past the last, and by the button', async () => {
    await reader.visit(`${site}page.html`);
    await reader.search('lantern');
    assert.equal((await reader.see('title')).length, 10);
    await reader.run(`void (${SHADOW}.querySelector('[part=panel]').dispatchEvent(new WheelEvent('wheel')), ${SHADOW}.querySelector('[part=foot]').scrollIntoView())`);
    await reader.until(`${HOST}.answer.results.length === 20`);
    await reader.visit(`${site}page.html`);
    await reader.search('lantern');
    await browser.press('ArrowUp');
    await browser.press('ArrowDown');
    await reader.until(`${HOST}.answer.results.length === 20`);
    await reader.click('more');
    await reader.until(`${HOST}.answer.results.length === ${LETTERS}`);
    assert.deepEqual(await reader.see('foot'), []);
  });

  await t.test('unknown words are named, and pages with some of the words stand apart', async () => {
    await reader.visit(`${site}page.html`);
    await reader.search('lantern aubergine');
    assert.deepEqual(await reader.see('notice'), ['“aubergine” is not in these pages.']);
    await reader.search('lantern whales oil harbour');
    assert.deepEqual(await reader.see('separator'), ['With some of the words']);
    const { results } = native('lantern whales oil harbour');
    const apart = `[...${SHADOW}.querySelectorAll('.result:not(.passage)')].map((node) => node.closest('[role=group]') !== null)`;
    assert.deepEqual(await reader.run(apart), results.map(({ partial }) => partial));
  });

  await t.test('a dialog opens by its button, by Ctrl-K and by Cmd-K, and gives the focus back', async () => {
    await reader.visit(`${site}dialog.html`);
    for (const open of [`${SHADOW}.querySelector('[part~=opener]').click()`, pressInPage("key: 'k', ctrlKey: true"), pressInPage("key: 'k', metaKey: true")]) {
      await reader.run(`${SHADOW}.querySelector('[part~=opener]').focus()`);
      await reader.run(open);
      assert.deepEqual(await reader.run(`[${SHADOW}.querySelector('dialog').open, ${SHADOW}.activeElement.role]`), [true, 'combobox']);
      await browser.press('Escape');
      await reader.until(`!${SHADOW}.querySelector('dialog').open && ${SHADOW}.activeElement?.matches('[part~=opener]')`);
    }
  });

  await t.test("the owner's styles, words and help are shown", async () => {
    await reader.visit(`${site}own.html`);
    await reader.search('lantern');
    const colour = (/** @type {string} */ part) => reader.run(`getComputedStyle(${SHADOW}.querySelector('[part=${part}]')).color`);
    assert.deepEqual([await colour('heading'), await colour('title')], ['rgb(1, 2, 3)', 'rgb(4, 5, 6)']);
    await reader.search('aubergine');
    assert.equal(await reader.run(`document.querySelector('#help').getClientRects().length`), 1);
    await reader.run(`void (${HOST}.messages = { search: 'Look here' })`);
    assert.equal(await reader.run(`${SHADOW}.querySelector('input').placeholder`), 'Look here');
  });

  await t.test(`${LANGUAGES.length} languages speak, each with its own numbers and dates`, async () => {
    await reader.visit(`${site}page.html`);
    const said = await reader.run(SPEAK);
    assert.equal(new Set(said.map((/** @type {string[]} */ [placeholder, summary]) => placeholder + summary)).size, LANGUAGES.length);
    for (const [placeholder, summary, date, number] of said) {
      assert.ok(placeholder !== '' && summary.includes(number) && /[2٢]/.test(date), `${placeholder}, ${summary}, ${date}`);
    }
  });
}
