// The archive's real bundle, in which a browser finds what the program finds: over http, from the disk, and where the page's
// policy forbids WebAssembly. (What Chromium does is tried at length in tests/e2e/.)
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';

import { SKIP } from '../../cli/program.mjs';
import { until } from '../../web/support/browsers.js';
import { NO_WASM_POLICY, fromDisk, serve, serveUnder } from '../hosts.mjs';
import { CORPUS, DEMO_OPTIONS, corpusTitles, index, resolved, search } from '../native.mjs';

/** @typedef {import('node:test').TestContext} TestContext */
/** @typedef {import('../../web/support/browsers.js').Browser} Browser */
/** @typedef {import('../native.mjs').SearchResults} SearchResults */

const QUERIES = [...corpusTitles(), '"countries without diplomatic relations"', 'parl', 'aubergine party', 'naïve ΟΔΟΣ 中国 🎉', ''];

/** Asks all the questions; the answers become one text, or what went wrong. A driver need not wait for a promise so long. */
const ASK = `void catchword.createSearch().then(async ({ search }) => {
  const answers = [];
  for (const query of ${JSON.stringify(QUERIES)}) answers.push(await search(query));
  globalThis.answers = JSON.stringify(answers);
}).catch((error) => (globalThis.answers = error.message + ' ' + error.stack))`;

const NOTHING = { total: 0, exact: true, complete: 0, unknown: [], interpretation: { text: '', corrections: [] }, results: [] };

/** A page that may not use WebAssembly. @param {TestContext} t @param {string} folder */
const serveWithoutWasm = (t, folder) => serveUnder(t, folder, NO_WASM_POLICY);

/** @type {string} */
let folder;
/** @type {SearchResults[]} */
let expected;

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'catchword-archive-'));
  if (SKIP) return;
  const bundle = path.join(folder, 'catchword');
  index(CORPUS, bundle, ...DEMO_OPTIONS);
  writeFileSync(path.join(folder, 'page.html'), '<!doctype html><script src="catchword/catchword-element.js"></script>');
  expected = QUERIES.map((query) => (query === '' ? NOTHING : search(bundle, { query })));
});
after(() => rmSync(folder, { recursive: true }));

/** @param {TestContext} t @param {Browser} browser */
export async function realBundle(t, browser) {
  for (const [way, open] of /** @type {const} */ ([['over http', serve], ['from the disk', fromDisk], ['without WebAssembly', serveWithoutWasm]])) {
    await t.test(way, async (t) => {
      const address = await open(t, folder);
      await browser.goto(`${address}page.html`);
      await until(() => browser.run('!!globalThis.catchword'));
      await browser.run(ASK);
      await until(() => browser.run('!!globalThis.answers'));
      const said = await browser.run('globalThis.answers');
      assert.match(said, /^\[/);
      const answers = JSON.parse(said);
      QUERIES.forEach((query, n) => assert.deepEqual(answers[n], resolved(expected[n], address), query));
    });
  }
}
