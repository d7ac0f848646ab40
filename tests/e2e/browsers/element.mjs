// All that the element offers, over a real bundle: under a strict policy, without WebAssembly, and on
// pages that are opened from a disk.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { SKIP } from '../../cli/program.mjs';
import { NO_WASM_POLICY, STRICT_POLICY, fromDisk, serveUnder } from '../hosts.mjs';
import { LETTERS, writeLetters } from '../letters.mjs';
import { search } from '../native.mjs';
import { Reader } from '../reader.mjs';

/** @typedef {import('node:test').TestContext} TestContext */
/** @typedef {import('../../web/support/browsers.js').Browser} Browser */

const POLICY = `${STRICT_POLICY}; trusted-types catchword`;

/** @type {string} */
let folder;

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'catchword-letters-'));
  if (!SKIP) writeLetters(folder);
});
after(() => rmSync(folder, { recursive: true }));

/** Where the box and the results stand. */
const TOPS = `['box', 'result'].map((part) => document.querySelector('catchword-search').shadowRoot.querySelector('[part~=' + part + ']').getBoundingClientRect().top)`;

/**
 * Asks for lantern while the test holds the page's frames and tasks, and gives what is on show before the next frame and
 * after that frame and the tasks behind it. However slow the machine is, these are as many.
 */
const FRAME = `(async () => {
  const element = document.querySelector('catchword-search');
  const { requestAnimationFrame, setTimeout } = globalThis;
  const [frames, tasks] = [[], []];
  globalThis.requestAnimationFrame = (run) => frames.push(run);
  globalThis.setTimeout = (run, delay = 0) => delay === 0 && tasks.push(run);
  const settle = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  const drawn = async () => (await settle(), element.answer?.query ?? '');
  element.query = 'lantern';
  const before = await drawn();
  for (const run of frames.splice(0)) run();
  while (await drawn() === '' && tasks.length > 0) for (const run of tasks.splice(0)) run();
  const after = await drawn();
  Object.assign(globalThis, { requestAnimationFrame, setTimeout });
  return [before, after];
})()`;

/** A fresh element, to which its part `passages` comes only once the page has `isFound`. */
const LOSES_PASSAGES = `(() => {
  const { CatchwordSearch } = catchword;
  const { loadPart } = CatchwordSearch;
  CatchwordSearch.loadPart = (name) => (name === 'passages' && !globalThis.isFound ? Promise.reject(new Error('The part is lost.')) : loadPart(name));
  const old = document.querySelector('catchword-search');
  old.replaceWith(old.cloneNode(true));
})()`;

/** How many are on show. */
const ERRORS = `document.querySelector('catchword-search').shadowRoot.querySelector('[part=error]').getClientRects().length`;

const native = (/** @type {string} */ query, /** @type {object} */ options = {}) => search(path.join(folder, 'catchword'), { query, ...options });

/**
 * Searches for a word with a mistake in it, and keeps to one author.
 * @param {Reader} reader @param {string} author
 */
async function findMisspelled(reader, author) {
  await reader.search('lighthuose');
  assert.deepEqual(await reader.seen('corrected'), ['Results for “lighthouse”.']);
  await reader.click('filter-button');
  await reader.click('value', author);
  await reader.answered({ filters: { author: [author] } });
}

/** @param {TestContext} t @param {Browser} browser */
export async function elementOverBundle(t, browser) {
  const reader = new Reader(browser);
  const site = await serveUnder(t, folder, POLICY);

  /** A test whose page may complain of nothing. @param {string} said @param {() => Promise<void>} run */
  const step = (said, run) =>
    t.test(said, async () => {
      await run();
      assert.deepEqual(await reader.complaints(), []);
    });

  await step('values narrow the results, stand as chips and in the address, and Back takes them away', async () => {
    await reader.visit(`${site}page.html`);
    await reader.search('lantern');
    await reader.click('filter-button');
    await reader.click('value', 'Ada Quill');
    await reader.answered({ filters: { author: ['Ada Quill'] } });
    const { total } = native('lantern', { filters: { author: 'Ada Quill' } });
    assert.deepEqual(await reader.see('summary'), [`${total} results`]);
    assert.equal(await reader.run('location.search'), '?q=lantern&q.author=Ada+Quill');
    await reader.click('value', 'Letter');
    await reader.answered({ filters: { author: ['Ada Quill'], kind: ['letter'] } });
    assert.deepEqual(await reader.see('chip'), ['Ada Quill', 'Letter']);
    await reader.run('history.back()');
    await reader.answered({ filters: { author: ['Ada Quill'] } });
    await reader.run('history.forward()');
    await reader.answered({ filters: { author: ['Ada Quill'], kind: ['letter'] } });
    await reader.click('chip', 'Ada Quill');
    await reader.answered({ filters: { kind: ['letter'] } });
    await reader.click('chip', 'Letter');
    await reader.answered({ filters: {} });
    assert.deepEqual(await reader.see('summary'), [`${LETTERS} results`]);
  });

  await step('results are drawn in the frame after the one that shows what was typed, when the blocks are there', async () => {
    await reader.visit(`${site}page.html`);
    await reader.search('lantern');
    await reader.run(`void (document.querySelector('catchword-search').query = '')`);
    assert.deepEqual(await reader.run(FRAME), ['', 'lantern']);
  });

  await step('nothing moves when filters come after the results, in a phone and on a desk', async () => {
    for (const width of ['360px', 'auto']) {
      await reader.visit(`${site}page.html`);
      await reader.run(`void (document.body.style.width = '${width}', addEventListener('catchword-results', () => { globalThis.tops ??= ${TOPS}; }))`);
      await reader.run(`void (document.querySelector('catchword-search').query = 'letter 7 lantern')`);
      await reader.seen('order');
      assert.match((await reader.see('summary'))[0], /^24 results · \d+ with all words$/);
      assert.deepEqual(await reader.run(TOPS), await reader.run('tops'), width);
    }
  });

  await step('the sign of loading comes after 150 ms', async () => {
    await reader.visit(`${site}page.html`);
    await reader.run(`void (catchword.CatchwordSearch.createSearch = async () => ({ search: () => new Promise(() => {}) }))`);
    await reader.type('lantern');
    const style = `getComputedStyle(document.querySelector('catchword-search').shadowRoot.querySelector('.busy'))`;
    assert.equal(await reader.run(`${style}.transitionDelay`), '0.15s');
    await reader.until(`${style}.opacity === '1'`);
    await reader.run(`document.querySelector('catchword-search').setAttribute('busy', 'drawing')`);
    assert.equal(await reader.run(`${style}.opacity`), '0', 'what is only to be drawn is not waited for');
  });

  await t.test('without scripts the form goes where the page says', async (t) => {
    const silent = await serveUnder(t, folder, "script-src 'none'");
    await browser.goto(`${silent}form.html`);
    await reader.run(`document.querySelector('input').focus()`);
    await browser.type('lantern');
    await browser.press('Enter');
    await reader.until(`location.pathname + location.search === '/letter-1.html?words=lantern'`);
    assert.equal(await reader.run(`document.querySelectorAll(':not(:defined)').length`), 0);
  });

  await step('the histogram selects a range by keyboard, by mouse and by finger', async () => {
    await reader.visit(`${site}page.html?q=lantern`);
    await reader.click('filter-button');
    await reader.seen('handle');
    await reader.focus('handle');
    await browser.press('ArrowRight');
    await reader.answered({ filters: { date: { from: '1991', to: '2013' } } });
    assert.deepEqual(await reader.see('handle', 'node.matches(":focus")'), [true, false]);
    await browser.press('Home');
    await reader.answered({ filters: {} });
    const [[left, top, width, height]] = await reader.see('histogram', '(({ left, top, width, height }) => [left, top, width, height])(node.getBoundingClientRect())');
    const at = (/** @type {number} */ share) => /** @type {[number, number]} */ ([left + width * share, top + height / 2]);
    await browser.drag(at(0.51), at(0.99));
    await reader.answered({ filters: { date: { from: '2002', to: '2013' } } });
    assert.match((await reader.seen('chip'))[0], /^2002 – 2013$/);
    await browser.swipe(at(0.01), at(0.24));
    await reader.answered({ filters: { date: { from: '1990', to: '1995' } } });
  });

  await step('an address with words, filters and an order is searched as it stands', async () => {
    await reader.visit(`${site}page.html?q=lantern&q.kind=report&q.date=[1995..1999]&q.sort=-date`);
    await reader.answered({ query: 'lantern', filters: { kind: ['report'], date: { from: '1995', to: '1999' } }, sort: '-date' });
    const found = native('lantern', { filters: { kind: 'report', date: { from: '1995', to: '1999' } }, sort: '-date' });
    assert.deepEqual(await reader.see('title'), found.results.map(({ title }) => title));
    assert.deepEqual(await reader.seen('chip'), ['Report', '1995 – 1999']);
    assert.deepEqual(await reader.see('order', 'node.value'), ['-date']);
  });

  await step('the order menu has every key that orders', async () => {
    await reader.visit(`${site}page.html`);
    await reader.search('lantern');
    await reader.seen('order');
    const [values] = await reader.see('order', '[...node.options].map(({ value }) => value)');
    assert.deepEqual(values, ['', 'author', '-author', '-date', 'date', 'kind', '-kind', 'title']);
    await reader.see('order', '(node.value = "date", node.dispatchEvent(new Event("change")))');
    await reader.answered({ sort: 'date' });
    assert.deepEqual(await reader.see('title'), native('lantern', { sort: 'date' }).results.map(({ title }) => title));
  });

  await step('a dialog opens by /, is styled by its own sheet, and closes by Escape', async () => {
    await reader.visit(`${site}dialog.html`);
    await browser.type('/');
    await reader.seen('input');
    await browser.type('lantern');
    await reader.answered({ query: 'lantern' });
    const [height] = await reader.see('box', 'node.getBoundingClientRect().height');
    assert.ok(height >= 44, String(height));
    await browser.press('Escape');
    await reader.until(`!document.querySelector('catchword-search').shadowRoot.querySelector('dialog').open`);
  });

  await step('a correction is said, and what was typed is a click away', async () => {
    await reader.visit(`${site}page.html`);
    await reader.search('lighthuose');
    assert.deepEqual(await reader.seen('corrected'), ['Results for “lighthouse”.']);
    const marks = await reader.see('mark', 'node.textContent');
    assert.deepEqual([...new Set(marks)], ['lighthouse']);
    await reader.click('instead');
    assert.match((await reader.seen('none'))[0], /^Nothing found for “lighthuose”/);
    assert.deepEqual(await reader.seen('proposal'), ['lighthouse']);
  });

  await step('where nothing is found, what would find something is proposed', async () => {
    await reader.visit(`${site}page.html?q=lantern&q.author=Nobody`);
    await reader.click('proposal');
    await reader.answered({ query: 'lantern', filters: {} });
  });

  await step('all passages of a page come on demand, and are asked for again where that failed', async () => {
    await reader.visit(`${site}page.html`);
    await reader.run(LOSES_PASSAGES);
    await reader.search('letter 7 lantern');
    const [said] = await reader.seen('all-passages');
    const count = Number(/\d+/.exec(said)?.[0]);
    assert.ok(count > 3, said);
    const before = (await reader.see('passage')).length;
    await reader.run(`void (globalThis.told = [], addEventListener('catchword-error', ({ detail }) => told.push([detail.query, detail.error.message])))`);
    await reader.click('all-passages');
    assert.match((await reader.seen('error'))[0], /The part is lost/);
    assert.deepEqual(await reader.run('told'), [['letter 7 lantern', 'The part is lost.']]);
    await reader.run('void (globalThis.isFound = true)');
    await reader.click('retry');
    await reader.until(`document.querySelector('catchword-search').answer.results[0].passages.length === ${count}`);
    assert.ok((await reader.see('passage')).length > before);
    await reader.until(`${ERRORS} === 0`);
  });

  await step('what was searched before is offered in the empty box, and can be forgotten', async () => {
    await reader.visit(`${site}recent.html`);
    await reader.run('localStorage.clear()');
    for (const query of ['lantern', 'harbour']) {
      await reader.search(query);
      await browser.press('Enter');
    }
    await reader.visit(`${site}recent.html`);
    await reader.run(`document.querySelector('catchword-search').focus()`);
    assert.deepEqual(await reader.seen('recent'), ['harbour', 'lantern']);
    await browser.press('ArrowDown');
    await browser.press('ArrowDown');
    await browser.press('Enter');
    await reader.answered({ query: 'lantern' });
    await reader.run(`void (document.querySelector('catchword-search').query = '')`);
    await reader.click('forget');
    assert.deepEqual(await reader.see('recent'), []);
    assert.deepEqual(await reader.run('Object.values(localStorage)'), ['[]']);
  });

  await step("the owner's template draws the results", async () => {
    await reader.visit(`${site}template.html`);
    await reader.search('letter 7');
    assert.equal((await reader.seen('name'))[0], 'Letter 7 to the harbour');
    assert.equal((await reader.see('by'))[0], 'Bo Ferry');
    assert.equal((await reader.see('day', 'node.dateTime'))[0], '1996-08-15');
  });

  for (const page of ['page.html', 'template.html']) {
    await step(`a document with mischief in every field changes nothing but text (${page})`, async () => {
      await reader.visit(site + page);
      await reader.search('mischief');
      assert.equal((await reader.see('result')).length > 0, true);
      if (page === 'page.html') {
        await reader.click('filter-button');
        await reader.seen('value');
        await reader.click('value', '<img');
        await reader.seen('chip');
        assert.deepEqual(await reader.see('result', 'node.getAttribute("href")'), [null, null], 'a link that leads nowhere is none');
      }
      const made = `[...document.querySelector('catchword-search').shadowRoot.querySelectorAll('img[onerror], script, svg[onload], [href^=javascript], [src^=javascript]')].length`;
      assert.deepEqual(await reader.run(`[${made}, typeof evil, location.pathname]`), [0, 'undefined', `/${page}`]);
    });
  }

  await step('the page that a result leads to marks what was matched, goes from mark to mark, and lets go of it all', async () => {
    await reader.visit(`${site}page.html`);
    await reader.search('lanterns');
    await browser.press('ArrowDown');
    await browser.press('Enter');
    await reader.until(`location.pathname.startsWith('/letter-') && !!document.querySelector('catchword-marks')`);
    const marks = `[...document.querySelectorAll('mark')].map((mark) => mark.textContent).join()`;
    assert.equal(await reader.run(marks), 'lantern,lantern,lantern,lantern,lantern');
    assert.equal(await reader.run('location.search'), '', 'the address is as it was');
    const current = `[...document.querySelectorAll('mark')].findIndex((mark) => mark.hasAttribute('data-current'))`;
    const bar = `document.querySelector('catchword-marks').shadowRoot`;
    const first = await reader.run(current);
    await reader.until(`(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(document.querySelector('mark[data-current]').getBoundingClientRect())`);
    await reader.run(`${bar}.querySelectorAll('button')[1].click()`);
    assert.equal(await reader.run(current), (first + 1) % 5);
    await reader.run(`${bar}.querySelectorAll('button')[0].click()`);
    assert.equal(await reader.run(`${bar}.querySelector('[role=status]').textContent`), `${first + 1} / 5`);
    await reader.run(`${bar}.querySelectorAll('button')[2].click()`);
    const rest = `[document.querySelectorAll('mark, catchword-marks').length, document.querySelector('#dawn ~ p:last-of-type').childNodes.length]`;
    assert.deepEqual(await reader.run(rest), [0, 3], 'the text is whole again');
    await browser.goto(`${site}letter-1.html?catchword=light+house+lit`);
    await reader.until(`!!document.querySelector('catchword-marks')`);
    assert.equal(await reader.run(marks), 'lit,lit,lit,lit,lit', 'no piece of “lighthouse”');
    await browser.goto(`${site}page.html`);
  });

  await t.test('without WebAssembly the same results, corrections and filters', async (t) => {
    const poor = await serveUnder(t, folder, NO_WASM_POLICY.replace("'script'", "'script'; trusted-types catchword"));
    await reader.visit(`${poor}page.html`);
    await findMisspelled(reader, 'Ada Quill');
    const found = native('lighthuose', { filters: { author: 'Ada Quill' } });
    const wasm = `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.pack')).length`;
    assert.equal(await reader.run(wasm), 1, 'none is fetched that may not run but the first, before anyone can know');
    assert.deepEqual(await reader.see('title'), found.results.map(({ title }) => title));
  });

  await step('a page that is opened from the disk filters, corrects and marks', async () => {
    const disk = await fromDisk(t, folder);
    await reader.visit(`${disk}page.html`);
    await findMisspelled(reader, 'Cy Marsh');
    await reader.click('title');
    await reader.until(`location.pathname.includes('/letter-') && document.querySelectorAll('mark').length === 5`);
    await browser.goto(`${disk}page.html`);
  });
}
