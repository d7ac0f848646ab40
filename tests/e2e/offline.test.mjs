// The search with the network cut, by the bundle's worker in a site's own: it goes on, after a reload too; a new build
// takes over whole, and no page is given parts of two.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { SKIP, folderFor, write } from '../cli/program.mjs';
import { NO_CHROMIUM, ask, launch, openPage } from './chromium.mjs';
import { serve } from './hosts.mjs';
import { index, resolved, search } from './native.mjs';

/** @typedef {import('node:test').TestContext} TestContext */

/** Milliseconds: a worker that can't be installed is waited for in vain. */
const kLongest = 120_000;

const QUESTIONS = ['lamp', 'harbour stands', '"lamp stands"'].map((query) => ({ query }));
const PAGE = '<!doctype html><title>A page</title><script src="catchword/catchword-element.js"></script>';
const WORKER = "importScripts('catchword/catchword-worker.js'); catchwordKeepPages();";

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
  const answers = (/** @type {string} */ address) => QUESTIONS.map((question) => resolved(search(bundle, question), address));
  return { folder, deploy, answers };
}

/** Registers the site's worker; resolves when it serves this page. @param {import('playwright-core').Page} page */
async function register(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('sw.js', { updateViaCache: 'none' });
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await page.waitForFunction(() => navigator.serviceWorker.controller);
}

test('with the network cut the search goes on, after a reload too', { skip: SKIP || NO_CHROMIUM, timeout: kLongest }, async (t) => {
  const site = siteFor(t);
  site.deploy('first');
  const address = await serve(t, site.folder);
  const { page } = await openPage(t, await launch(t), `${address}page.html`);
  await register(page);
  await page.context().setOffline(true);
  await page.reload();
  assert.deepEqual(await ask(page, QUESTIONS), site.answers(address));
});

test('a new build takes over whole, when no page uses the old one any more', { skip: SKIP || NO_CHROMIUM, timeout: kLongest }, async (t) => {
  const site = siteFor(t);
  site.deploy('first');
  const address = await serve(t, site.folder);
  const { page } = await openPage(t, await launch(t), `${address}page.html`);
  await register(page);
  const first = site.answers(address);
  site.deploy('second');
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    const { installing, waiting } = /** @type {ServiceWorkerRegistration} */ (registration);
    const next = installing ?? waiting;
    await new Promise((resolve) => {
      const check = () => next?.state === 'installed' && resolve(undefined);
      next?.addEventListener('statechange', check);
      check();
    });
  });
  await page.reload();
  assert.deepEqual(await ask(page, QUESTIONS), first, 'the page stays with the build that it is served');
  await page.goto('about:blank');
  await page.goto(`${address}page.html`);
  await page.context().setOffline(true);
  assert.deepEqual(await ask(page, QUESTIONS), site.answers(address));
  const kept = await page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('files-')));
  assert.equal(kept.length, 1, 'the old build is thrown away');
});
