// A page that stays open: its site is indexed anew, or its server is gone for a while. And the search with the network cut, by the bundle's worker in a site's own: it goes on, after a reload
// too; a new build takes over whole, and no page is given parts of two. The network is cut by the server's end.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { folderFor, write } from '../../cli/program.mjs';
import { kPatience, until } from '../../web/support/browsers.js';
import { openHost } from '../hosts.mjs';
import { index, resolved, search } from '../native.mjs';
import { Reader } from '../reader.mjs';

/** @typedef {import('node:test').TestContext} TestContext */
/** @typedef {import('../../web/support/browsers.js').Browser} Browser */

const QUESTIONS = ['lamp', 'harbour stands', '"lamp stands"'].map((query) => ({ query }));
const PAGE = `<!doctype html><html lang="en"><title>A page</title><script src="catchword/catchword-element.js"></script>
<catchword-search base="catchword/"></catchword-search>`;
const WORKER = "importScripts('catchword/catchword-worker.js'); catchwordKeepPages();";
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/** @param {TestContext} t */
function siteFor(t) {
  const [folder, pages] = [folderFor(t), folderFor(t)];
  const bundle = path.join(folder, 'catchword');
  writeFileSync(path.join(folder, 'page.html'), PAGE);
  writeFileSync(path.join(folder, 'sw.js'), WORKER);
  const deploy = (/** @type {string} */ build) => {
    const page = (/** @type {number} */ n) => `<title>Page ${n} of ${build}</title><p>The lamp stands in harbour ${n}, ${build}.</p>`;
    write(pages, Object.fromEntries([1, 2, 3].map((n) => [`p${n}.html`, page(n)])));
    index(pages, bundle);
  };
  const answers = (/** @type {string} */ address, questions = QUESTIONS) => questions.map((question) => resolved(search(bundle, question), address));
  return { folder, deploy, answers };
}

/** Asks the questions of the page that is open. @param {Browser} browser */
async function ask(browser, questions = QUESTIONS) {
  await until(() => browser.run('!!globalThis.catchword'));
  const script = `catchword.createSearch().then(async (opened) => {
    globalThis.search = opened;
    const answers = [];
    for (const { query } of ${JSON.stringify(questions)}) answers.push(await opened.search(query));
    return JSON.stringify(answers);
  })`;
  return JSON.parse(await browser.run(script));
}

/** Registers the site's worker and opens the page again, which it then serves. @param {Browser} browser @param {string} page */
async function register(browser, page) {
  await browser.goto(page);
  await browser.run(`navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' }).then(() => navigator.serviceWorker.ready).then(() => true)`);
  await browser.goto(page);
  await until(() => browser.run('!!navigator.serviceWorker.controller'));
}

/**
 * Opens a page that only a worker can serve by now; browsers sometimes refuse it once while their workers change.
 * @param {Browser} browser @param {string} page
 */
async function openWithoutHost(browser, page) {
  const opened = async () => {
    await browser.goto(page);
    return browser.run('!!globalThis.catchword');
  };
  await until(opened, 3 * kPatience);
}

/** The next build's worker, as far as it may come while a page uses this one. */
const UPDATE = `navigator.serviceWorker.getRegistration().then(async (registration) => {
  await registration.update();
  return true;
})`;

/** @param {TestContext} t @param {Browser} browser */
export async function networkCut(t, browser) {
  await t.test('a page that stays open goes on with the site\'s next build but one', async (t) => {
    const site = siteFor(t);
    site.deploy('first');
    const { address } = await openHost(t, site.folder, POLICY);
    await browser.goto(`${address}page.html`);
    const [word, , phrase] = QUESTIONS;
    assert.deepEqual(await ask(browser, [word]), site.answers(address, [word]));
    site.deploy('second');
    site.deploy('third');
    await browser.run('void (globalThis.catchword.createSearch = async () => search)');
    assert.deepEqual(await ask(browser, [phrase]), site.answers(address, [phrase]), 'it needs positions, which the page has none of');
  });

  await t.test('a lost connection says so, keeps what is there, and the search goes on when it is back', async (t) => {
    const site = siteFor(t);
    site.deploy('first');
    const reader = new Reader(browser);
    const { address, end } = await openHost(t, site.folder, POLICY);
    await reader.visit(`${address}page.html`);
    await reader.search('lamp');
    const before = await reader.see('title');
    await end();
    // At once: half a phrase may have an answer of its own, from what is there.
    await reader.run(`void (document.querySelector('catchword-search').query = '"lamp stands"')`);
    assert.match((await reader.seen('error'))[0], /could not be fetched.*Check the connection/s);
    assert.deepEqual(await reader.see('title'), before);
    await openHost(t, site.folder, POLICY, new URL(address).port);
    await reader.click('retry');
    await reader.answered({ query: '"lamp stands"' });
    assert.deepEqual(await reader.see('error'), []);
  });

  await t.test('the search goes on, after a reload too', async (t) => {
    const site = siteFor(t);
    site.deploy('first');
    const { address, end } = await openHost(t, site.folder, POLICY);
    await register(browser, `${address}page.html`);
    await end();
    await openWithoutHost(browser, `${address}page.html`);
    assert.deepEqual(await ask(browser), site.answers(address));
  });

  await t.test('a new build takes over whole, when no page uses the old one any more', async (t) => {
    const site = siteFor(t);
    site.deploy('first');
    const { address, end } = await openHost(t, site.folder, POLICY);
    await register(browser, `${address}page.html`);
    const first = site.answers(address);
    site.deploy('second');
    await browser.run(UPDATE);
    await until(() => browser.run('navigator.serviceWorker.getRegistration().then(({ waiting }) => !!waiting)'));
    await browser.goto(`${address}page.html`);
    assert.deepEqual(await ask(browser), first, 'the page stays with the build that it is served');
    await until(async () => {
      await browser.goto('about:blank');
      await browser.goto(`${address}page.html`);
      return (await browser.run(`caches.keys().then((names) => names.filter((name) => name.includes('files-')).length)`)) === 1;
    });
    await end(); // not before: a page asked for while the workers change may need its host
    await openWithoutHost(browser, `${address}page.html`);
    assert.deepEqual(await ask(browser), site.answers(address));
  });
}
