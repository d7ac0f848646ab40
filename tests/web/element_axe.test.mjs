// axe-core finds nothing to object to, in any state of the element, on the demo page and on the archive's pages,
// light and narrow (as a page enlarged four times is), dark and wide.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { kPatience } from './support/browsers.js';
import { launch, pageWith, serve, stubElement } from './support/site.js';

const kAxe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const kBases = 'base="/dist/catchword/" site-root="/site/"';
const kElement = (attributes, language) =>
  pageWith(`<main><h1>A page</h1><catchword-search ${kBases} ${attributes}></catchword-search></main>`, language).replace(
    '<head>',
    // axe takes a page without a colour to be white, at night too.
    '<head><meta name="color-scheme" content="light dark"><style>html { background: Canvas; color: CanvasText }</style>',
  );
const kRecord = 'people/dai-bingguo.html';
const kListing = 'places/index.html';

let site;
let browser;
let folder;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catchword-archive-'));
  await promisify(execFile)(process.execPath, ['web/demo/render.mjs', 'corpus', folder], { cwd: new URL('../../', import.meta.url) });
  const rendered = async (path) => [`/dist/archive/${path}`, await readFile(join(folder, path), 'utf8')];
  site = await serve({
    '/dist/catchword/catchword-element.js': await stubElement(),
    '/plain.html': kElement(''),
    '/popup.html': kElement('popup'),
    '/modal.html': kElement('modal'),
    '/arabic.html': kElement('', 'ar').replace('<html', '<html dir="rtl"'),
    '/axe.js': await readFile(kAxe, 'utf8'),
    ...Object.fromEntries(await Promise.all([kRecord, kListing, 'index.html', 'page.css', 'icon.svg'].map(rendered))),
  });
  browser = await launch();
});
after(async () => {
  await Promise.all([browser?.close(), site?.close()]);
  if (folder) await rm(folder, { recursive: true });
});

const fill = (query) => (page) => page.locator('input[role=combobox]').first().fill(query);
const shown = (part) => (page) => page.locator(`[part=${part}]`).first().waitFor();
const press = (key) => (page) => page.keyboard.press(key);
const fail = (page) => page.evaluate(`void (stub.failure = { message: 'terms/4f.bin is damaged.', remedy: 'Publish again.' })`);
const ready = (page) => page.waitForFunction(() => customElements.get('catchword-search'));
const open = (part) => (page) => page.locator(`[part=${part}]`).click();
const tick = (page) => page.locator('[part=value]').first().click();
const openDialog = (page) => page.getByRole('button', { name: /^Search/ }).click();

/** State, page, and the steps that lead to it. */
const kStates = [
  ['empty', '/plain.html', ready],
  ['results', '/plain.html', fill('party vietnam aubergine'), shown('result')],
  ['an active result', '/plain.html', fill('party'), shown('result'), press('ArrowDown')],
  ['nothing found', '/plain.html', fill('aubergine'), shown('none')],
  ['an error', '/plain.html', fail, fill('party'), shown('error')],
  ['an error beside results', '/plain.html', fill('party'), shown('result'), fail, fill('party cuba'), shown('error')],
  ['filters', '/plain.html', fill('party'), open('filter-button'), shown('value')],
  ['filters that are chosen', '/plain.html', fill('articles'), open('filter-button'), shown('value'), tick, shown('chip')],
  ['a correction', '/plain.html', fill('vietnm'), shown('instead')],
  ['proposals', '/plain.html', fill('"parliamentx"'), shown('proposal')],
  ['filters in a dialog', '/modal.html', openDialog, fill('party'), open('filter-button'), shown('value')],
  ['filters right to left', '/arabic.html', fill('articles'), open('filter-button'), shown('handle')],
  ['a popup', '/popup.html', fill('party'), shown('result')],
  ['a closed dialog', '/modal.html', ready],
  ['an open dialog', '/modal.html', openDialog],
  ['results in a dialog', '/modal.html', openDialog, fill('party'), shown('result'), press('ArrowDown')],
  ['right to left', '/arabic.html', fill('party vietnam'), shown('result')],
  ['the demo page', '/index.html', ready],
  ['the demo page with results', '/index.html', fill('party building'), shown('result')],
  ['a record', `/dist/archive/${kRecord}`, ready],
  ['a list of records', `/dist/archive/${kListing}`, ready],
  ['all records', '/dist/archive/index.html', ready],
];

/** Each scheme and each width once. @type {['light' | 'dark', number][]} */
const kLooks = [
  ['light', 320],
  ['dark', 1280],
];

/** One page for all states, as each new one takes a second; of a state before nothing is left. */
async function openPage(colorScheme, width) {
  // The page's policy forbids what axe does to itself, not what the page does.
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 844 }, bypassCSP: true });
  context.setDefaultTimeout(kPatience);
  return context.newPage();
}
const leaveNothing = (page) => page.evaluate(() => void (localStorage.clear(), sessionStorage.clear()));

for (const [colorScheme, width] of kLooks) {
  let opened;
  for (const [name, path, ...steps] of kStates) {
    test(`${name}, ${colorScheme}, ${width} pixels wide`, async (t) => {
      const page = await (opened ??= openPage(colorScheme, width));
      await page.goto(site.url + path);
      t.after(() => leaveNothing(page));
      for (const step of steps) await step(page);
      await page.addScriptTag({ url: `${site.url}/axe.js` });
      const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }));
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html, any }) => [html, any.map((c) => c.message)])]), []);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `the page is ${overflow} pixels too wide`);
    });
  }
}
