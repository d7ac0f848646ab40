// The demo page as a reader uses it, with its real bundle, in Chromium: by the keyboard, on every host that it promises to
// work on, and under the strictest policy. (What it shows, browsers/demo.mjs looks at.)
import assert from 'node:assert/strict';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { SKIP } from '../cli/program.mjs';
import { NO_CHROMIUM, launch, openPage } from './chromium.mjs';
import { NO_PYTHON, fromDisk, serve, servePython, serveStrictly } from './hosts.mjs';
import { copyDemo, resolved, search } from './native.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./native.mjs').SearchResults} SearchResults */

const PHRASE = '"countries without diplomatic relations"';

const HOSTS = [
  { name: 'catchword serve', open: serve, skip: SKIP },
  { name: 'python3 -m http.server', open: servePython, skip: SKIP || NO_PYTHON },
  { name: 'the disk', open: fromDisk, skip: SKIP },
  { name: 'a host with a strict policy', open: serveStrictly, skip: SKIP },
];

/**
 * Types a query where the reader is sent by `/`, and waits for its results.
 * @param {Page} page @param {string} query
 */
async function type(page, query) {
  await page.locator('catchword-search:defined').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(query);
  await page.waitForFunction((wanted) => {
    const element = /** @type {any} */ (document.querySelector('catchword-search'));
    return element.answer?.query === wanted && !element.hasAttribute('busy');
  }, query);
}

/** What the page's element found, in the shape of the program's answer. @param {Page} page @returns {Promise<SearchResults>} */
async function answerOf(page) {
  const { query, request, unfinished, ...answer } = await page.evaluate(() => /** @type {any} */ (document.querySelector('catchword-search')).answer);
  return answer;
}

/** What the reader sees of the results. @param {Page} page */
function seen(page) {
  return page.evaluate(() => {
    const shadow = /** @type {ShadowRoot} */ (document.querySelector('catchword-search')?.shadowRoot);
    const text = (/** @type {Element} */ scope, /** @type {string} */ part) =>
      scope.querySelector(`[part~=${part}]`)?.textContent ?? '';
    return {
      summary: text(/** @type {any} */ (shadow), 'summary'),
      results: [...shadow.querySelectorAll('[part~=result]')].map((option) => ({
        title: text(option, 'title'),
        heading: text(option, 'heading'),
        snippet: text(option, 'snippet'),
        marks: [...option.querySelectorAll('[part~=snippet] mark')].map((mark) => mark.textContent),
        isPartial: option.closest('[role=group]') !== null,
        isVisible: option.getBoundingClientRect().height > 0,
      })),
    };
  });
}

/** Waits until the window shows the heading that the address names. @param {Page} page @returns {Promise<string | null>} its text */
async function headingInView(page) {
  await page.waitForFunction(() => {
    const heading = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const { top, bottom } = heading?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    return top >= 0 && bottom <= innerHeight;
  });
  return page.evaluate(() => document.querySelector(location.hash)?.textContent ?? null);
}

/** @type {string} */
let folder;
/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'catchword-demo-'));
  if (SKIP || NO_CHROMIUM) return;
  copyDemo(folder);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

for (const { name, open, skip } of HOSTS) {
  test(`the demo on ${name}`, { skip: skip || NO_CHROMIUM }, async (t) => {
    const address = await open(t, folder);
    const archive = `${address}dist/archive/`;
    const native = (/** @type {string} */ query) => search(path.join(folder, 'dist/catchword'), { query });
    const openDemo = (/** @type {import('node:test').TestContext} */ t, /** @type {any} */ options = {}) =>
      openPage(t, browser, `${address}index.html`, options);

    await t.test('finds what the program finds, and shows it', async (t) => {
      const { page } = await openDemo(t);
      await type(page, 'sakharov prize');
      const expected = native('sakharov prize');
      assert.deepEqual(await answerOf(page), resolved(expected, archive));
      const { summary, results } = await seen(page);
      assert.match(summary, new RegExp(`^${expected.total} results$`));
      const [first] = results;
      const [passage] = expected.results[0].passages;
      assert.equal(first.title, expected.results[0].title);
      assert.equal(first.heading, passage.heading);
      assert.equal(first.snippet, passage.text);
      assert.deepEqual(first.marks, ['Sakharov', 'Prize']);
      assert.ok(results.every(({ isVisible }) => isVisible));
    });

    await t.test('arrow keys and Enter open the passage under its heading', async (t) => {
      const { page } = await openDemo(t);
      await type(page, 'sakharov prize');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      const [{ url, heading }] = native('sakharov prize').results[0].passages;
      const target = new URL(url, archive);
      await page.waitForURL((now) => now.pathname === target.pathname);
      // The browser keeps the words that it marks in the page to itself.
      assert.equal(await page.evaluate(() => location.href), target.href);
      assert.equal(await headingInView(page), heading);
    });

    await t.test('nothing is complained of, and nobody else is asked', async (t) => {
      const { page, complaints, asked } = await openDemo(t);
      await type(page, PHRASE);
      const expected = native(PHRASE);
      assert.ok(expected.total > 0);
      assert.deepEqual(await answerOf(page), resolved(expected, archive), 'a phrase is found word by word in its order');
      await page.locator('[part~=filter-button]').waitFor(); // the last thing that is loaded
      await page.goto(`${archive}terms/party-diplomacy.html`);
      await page.locator('catchword-search:defined').waitFor();
      assert.deepEqual(complaints, []);
      assert.ok(asked.length > 5);
      assert.deepEqual(asked.filter((url) => !url.startsWith(address)), []);
    });
  });
}

test('pages with some of the words stand apart, after the others', { skip: SKIP || NO_CHROMIUM }, async (t) => {
  const { page } = await openPage(t, browser, `${await serve(t, folder)}index.html`);
  await type(page, 'western region cuba');
  const expected = search(path.join(folder, 'dist/catchword'), { query: 'western region cuba' });
  assert.ok(expected.complete > 0 && expected.complete < expected.total);
  const { summary, results } = await seen(page);
  assert.match(summary, new RegExp(`^${expected.total} results · ${expected.complete} with all words$`));
  const whole = results.filter(({ isPartial }) => !isPartial);
  assert.deepEqual([...new Set(whole.map(({ title }) => title))].filter(Boolean), expected.results.filter(({ partial }) => !partial).map(({ title }) => title));
  assert.ok(results.at(-1)?.isPartial);
});

test('the page is dark where the reader wants it dark', { skip: SKIP || NO_CHROMIUM }, async (t) => {
  const address = await fromDisk(t, folder);
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const { page } = await openPage(t, browser, `${address}index.html`, { colorScheme });
    const ink = await page.evaluate(() => getComputedStyle(document.body).color);
    assert.equal(Number(/\d+/.exec(ink)?.[0]) < 128, colorScheme === 'light', ink);
  }
});

test('the demo before it is built says what to do', { skip: SKIP || NO_CHROMIUM }, async (t) => {
  const [bundle, aside] = ['catchword', 'aside'].map((name) => path.join(folder, 'dist', name));
  renameSync(bundle, aside);
  t.after(() => renameSync(aside, bundle));
  const { page } = await openPage(t, browser, `${await fromDisk(t, folder)}index.html`);
  await page.getByText('npm start').first().waitFor();
  assert.ok(await page.locator('#unbuilt').isVisible());
});
