// A page that stays open while its site is indexed anew. The build before the present one is kept, so
// that the page goes on with its own; the one before that is gone, so that the page takes the present
// one. Whatever happens, an answer is the one of a single build.
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { SKIP, folderFor, write } from '../cli/program.mjs';
import { NO_CHROMIUM, ask, launch, openPage } from './chromium.mjs';
import { serve } from './hosts.mjs';
import { index, resolved, search } from './native.mjs';

/** @typedef {import('node:test').TestContext} TestContext */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./native.mjs').SearchResults} SearchResults */

/** Words of every build. */
const WARM = { query: 'orchard' };
const QUESTIONS = ['lamp', '"lamp stands"', 'harbour 7', 'common word', 'sentinel', 'generation'].map((query) => ({ query }));

const WORDS = ['lamp', 'harbour', 'orchard', 'violin', 'granite', 'meadow', 'copper', 'lantern', 'bridge', 'winter', 'letter', 'market'];

/** A page of a build: its words depend on its number and on the build. @param {number} n @param {number} build */
function pageOf(n, build) {
  const words = Array.from({ length: 300 }, (_, i) => `${WORDS[(i * (n + build + 1)) % WORDS.length]}${(i * 7 + n * build) % 97}`);
  const sentences = `Generation g${build} of page ${n}. The lamp stands in harbour ${(n + build) % 9}. A common word, sentinel${build}.`;
  return `<!doctype html><title>Page ${n} of ${build}, orchard</title><h1>Page ${n}</h1><p>${sentences}</p><p>${words.join(' ')}</p>`;
}

class Site {
  /** @param {TestContext} t */
  constructor(t) {
    this.folder = folderFor(t);
    this.pages = folderFor(t);
    this.bundle = path.join(this.folder, 'catchword');
    writeFileSync(path.join(this.folder, 'page.html'), '<!doctype html><script src="catchword/catchword-element.js"></script>');
  }

  /** Indexes the site anew with other words on every page. @param {number} build */
  deploy(build) {
    write(this.pages, Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`p${n}.html`, pageOf(n, build)])));
    index(this.pages, this.bundle);
  }

  /** What the build on the site says. @param {string} address @returns {SearchResults[]} */
  answers(address) {
    return [WARM, ...QUESTIONS].map((question) => resolved(search(this.bundle, question), address));
  }
}

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  if (!SKIP && !NO_CHROMIUM) browser = await launch();
});
after(() => browser?.close());

const OPTIONS = { skip: SKIP || NO_CHROMIUM };

test('the builds differ, and each search needs a file that the ones before it did not', OPTIONS, async (t) => {
  const site = new Site(t);
  site.deploy(1);
  const address = await serve(t, site.folder);
  const { page, asked } = await openPage(t, browser, `${address}page.html`);
  for (const question of [WARM, ...QUESTIONS.slice(0, 2)]) {
    const before = asked.length;
    await ask(page, [question]);
    assert.ok(asked.length > before, question.query);
  }
  const first = site.answers(address);
  site.deploy(2);
  site.answers(address).forEach((answer, n) => assert.notDeepEqual(answer, first[n]));
});

for (const loader of ['page.html', 'catchword/catchword.js']) {
  test(`an open page goes on with its build, then with the present one (${loader})`, OPTIONS, async (t) => {
    const site = new Site(t);
    site.deploy(1);
    const address = await serve(t, site.folder);
    const { page, asked } = await openPage(t, browser, address + loader);
    const first = site.answers(address);
    assert.deepEqual(await ask(page, [WARM]), [first[0]]);

    site.deploy(2);
    assert.deepEqual(await ask(page, [WARM, QUESTIONS[0]]), first.slice(0, 2), 'the build before is kept');

    site.deploy(3);
    const third = site.answers(address);
    const old = asked.filter((url) => /\/(?:terms|text)\//.test(url)).map((url) => path.join(site.folder, new URL(url).pathname));
    assert.ok(old.length > 0 && !old.some((file) => existsSync(file)), 'the build before that is gone');
    // The first of them needs positions, which the page has none of.
    assert.deepEqual(await ask(page, QUESTIONS.slice(1)), third.slice(2));
    assert.deepEqual(await ask(page, [WARM]), [third[0]], 'what the page had in memory is renewed, too');
  });
}

test('a page that was loaded two builds ago opens the present one', OPTIONS, async (t) => {
  const site = new Site(t);
  site.deploy(1);
  const address = await serve(t, site.folder);
  const { page } = await openPage(t, browser, `${address}page.html`);
  site.deploy(2);
  site.deploy(3);
  assert.deepEqual(await ask(page, [WARM, ...QUESTIONS]), site.answers(address));
});

for (const part of ['terms', 'positions', 'text']) {
  test(`a search whose ${part} vanish on the way is answered by the present build`, OPTIONS, async (t) => {
    const site = new Site(t);
    site.deploy(1);
    const address = await serve(t, site.folder);
    const { page } = await openPage(t, browser, `${address}page.html`);
    let deployed = 1;
    await page.route(`**/${part}/*`, async (route) => {
      while (deployed < 3) site.deploy(++deployed);
      await route.continue();
    });
    const question = { query: '"lamp stands"' };
    assert.deepEqual(await ask(page, [question]), [resolved(search(site.bundle, question), address)]);
    assert.equal(deployed, 3, 'the site was indexed anew while the search ran');
  });
}
