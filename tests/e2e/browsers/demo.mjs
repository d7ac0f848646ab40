// The demo page: what it shows is live, it looks right before the element runs, on a phone and on paper.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { SKIP } from '../../cli/program.mjs';
import { STRICT_POLICY, serveUnder } from '../hosts.mjs';
import { copyDemo } from '../native.mjs';
import { Reader } from '../reader.mjs';
import { kUsualWindow } from '../../web/support/browsers.js';

/** @typedef {import('../../web/support/browsers.js').Browser} Browser */
/** @typedef {import('node:test').TestContext} TestContext */

/** @type {string} */
let folder;

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'catchword-demo-'));
  if (!SKIP) copyDemo(folder);
});
after(() => rmSync(folder, { recursive: true }));

/** What a selector finds in an element's shadow root. @param {string} host @param {string} selector */
const within = (host, selector) => `document.querySelector('${host}').shadowRoot.querySelector('${selector}')`;

/** @param {string} found */
const isShown = (found) => `!!${found}?.getClientRects().length`;

/** Where the boxes stand, and what follows the first. */
const PLACES = `[...document.querySelectorAll('catchword-search, .tries')].map((node) => {
  const { top, height } = node.getBoundingClientRect();
  return [Math.round(top), Math.round(height)];
})`;

/** As on paper: print's rules hold for all, and what says it is for others for none. */
const PRINT = `[document, ...[...document.querySelectorAll('catchword-search')].map(({ shadowRoot }) => shadowRoot)]
  .flatMap((root) => [...root.styleSheets, ...root.adoptedStyleSheets]).flatMap((sheet) => [...sheet.cssRules])
  .filter(({ media }) => media?.mediaText === 'print').map(({ media }) => (media.mediaText = 'all')).length`;

/** @param {TestContext} t @param {Browser} browser */
export async function demo(t, browser) {
  const reader = new Reader(browser);
  const site = await serveUnder(t, folder, STRICT_POLICY);

  await t.test('before the element runs its boxes stand where they will', async (t) => {
    const silent = await serveUnder(t, folder, "script-src 'none'");
    await browser.goto(`${silent}index.html`);
    const before = await reader.run(PLACES);
    await reader.visit(`${site}index.html`);
    assert.deepEqual(await reader.run(PLACES), before);
  });

  await t.test('the ways to show it are live: popup, template, dialog, client, and what the page is told', async () => {
    await reader.visit(`${site}index.html`);
    const popup = 'catchword-search[popup]:not(:has(template))';
    await reader.run(`void (document.querySelector('${popup}').query = 'congress')`);
    await reader.until(isShown(within(popup, '[part~=result]')));
    await reader.until(`document.querySelector('#told').textContent.includes('catchword-results {"query":"congress"')`);
    await reader.run(`document.querySelector('${popup}').focus()`);
    await browser.press('Escape');
    await reader.until(`!${isShown(within(popup, '[part~=panel]'))}`);
    const template = 'catchword-search:has(template)';
    await reader.run(`void (document.querySelector('${template}').query = 'visit')`);
    await reader.until(isShown(within(template, '[part~=name]')));
    await reader.run(`(() => {
      const box = document.querySelector('#client-query');
      box.value = 'congress';
      box.dispatchEvent(new Event('input'));
    })()`);
    await reader.until(`document.querySelectorAll('#client-results a').length > 0`);
    await reader.run(`${within('catchword-search[modal]', '[part~=opener]')}.click()`);
    await browser.type('congress');
    await reader.until(isShown(within('catchword-search[modal]', 'dialog [part~=result]')));
    await browser.press('Escape');
  });

  await t.test('it fits a phone, and paper', async (t) => {
    t.after(() => browser.resize(...kUsualWindow));
    await browser.resize(400, 800);
    await reader.visit(`${site}index.html?q=party`);
    await reader.answered({ query: 'party' });
    assert.ok((await reader.run('document.documentElement.scrollWidth - innerWidth')) <= 0);
    await reader.until(isShown(within('catchword-search', '[part~=order]')));
    assert.ok((await reader.run(PRINT)) >= 3);
    const left = await reader.run(`[...document.querySelectorAll('nav, .tries, .catchword, #client-query, .ways catchword-search')].filter((node) => node.getClientRects().length).length`);
    assert.equal(left, 0, 'what is to be pressed is not printed');
    assert.equal(await reader.run(isShown(within('catchword-search', '[part~=box]'))), false);
    assert.ok(await reader.run(isShown(within('catchword-search', '[part~=result]'))));
  });
}
