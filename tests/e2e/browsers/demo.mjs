// The demo page: what it shows is live, it looks right before the element runs, on a phone and on paper.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { SKIP } from '../../cli/program.mjs';
import { STRICT_POLICY, serveUnder } from '../hosts.mjs';
import { copyDemo } from '../native.mjs';
import { printed } from '../paper.mjs';
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

const ARTICLE = 'dist/archive/articles/new-characteristics-of-international-work.html';

/** What a selector finds in an element's shadow root. @param {string} host @param {string} selector */
const within = (host, selector) => `document.querySelector('${host}').shadowRoot.querySelector('${selector}')`;

/** @param {string} found */
const isShown = (found) => `!!${found}?.getClientRects().length`;

/** Where the boxes stand, and what follows the first. */
const PLACES = `[...document.querySelectorAll('catchword-search, .tries')].map((node) => {
  const { top, height } = node.getBoundingClientRect();
  return [Math.round(top), Math.round(height)];
})`;

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

  await t.test('it fits a phone', async (t) => {
    t.after(() => browser.resize(...kUsualWindow));
    await browser.resize(400, 800);
    await reader.visit(`${site}index.html?q=party`);
    await reader.answered({ query: 'party' });
    assert.ok((await reader.run('document.documentElement.scrollWidth - innerWidth')) <= 0);
  });

  await t.test('printed, it has what is to be read and nothing that is to be pressed', async (t) => {
    await reader.visit(`${site}index.html?q=party`);
    await reader.answered({ query: 'party' });
    await reader.seen('order');
    const titles = await reader.see('title', `node.innerText.split(' ', 6).join(' ')`);
    const read = ['Have it on your site', 'How it works', ...(await reader.see('summary')), ...titles];
    const pressed = ['Filter', 'passages of this page', 'More results', 'Search in a popup', 'Search without the element'];
    assert.deepEqual(await printed(t, reader, [...read, ...pressed]), read);
  });

  await t.test('a page of the archive is printed without the search, and its marks without their bar', async (t) => {
    await reader.visit(`${site}${ARTICLE}?catchword=china`);
    await reader.until(`document.querySelectorAll('main mark').length > 0`);
    const [title, bar] = await reader.run(`[document.querySelector('h1').innerText, document.querySelector('catchword-marks').shadowRoot.querySelector('span').textContent]`);
    const read = [title, 'How to cite', 'Written for the demonstration of Catchword'];
    assert.deepEqual(await printed(t, reader, [...read, bar, 'Search the archive', 'Next in the archive']), read);
  });
}
