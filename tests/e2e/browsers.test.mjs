// The real bundle in three browsers, which find what the program finds: over http, from the disk, and where the page's
// policy forbids WebAssembly. (What Chromium does is tried at length in the files beside this one.)
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { SKIP, folderFor } from '../cli/program.mjs';
import { kBrowsers, missing, until } from '../web/support/browsers.js';
import { NO_WASM_POLICY, fromDisk, serve, serveUnder } from './hosts.mjs';
import { CORPUS, DEMO_OPTIONS, corpusTitles, index, resolved, search } from './native.mjs';

const QUERIES = [...corpusTitles(), '"countries without diplomatic relations"', 'parl', 'aubergine party', 'naïve ΟΔΟΣ 中国 🎉', ''];

/** An expression that asks all the questions and gives the answers as one text. */
const ASK = `catchword.createSearch().then(async ({ search }) => {
  const answers = [];
  for (const query of ${JSON.stringify(QUERIES)}) answers.push(await search(query));
  return JSON.stringify(answers);
})`;

const NOTHING = { total: 0, exact: true, complete: 0, unknown: [], interpretation: { text: '', corrections: [] }, results: [] };

/** A page that may not use WebAssembly. @param {import('node:test').TestContext} t @param {string} folder */
const serveWithoutWasm = (t, folder) => serveUnder(t, folder, NO_WASM_POLICY);

for (const name of /** @type {const} */ (['chromium', 'firefox', 'webkit'])) {
  test(`the real bundle in ${name}`, { skip: SKIP || missing(name) }, async (t) => {
    const folder = folderFor(t);
    const bundle = path.join(folder, 'catchword');
    index(CORPUS, bundle, ...DEMO_OPTIONS);
    writeFileSync(path.join(folder, 'page.html'), '<!doctype html><script src="catchword/catchword-element.js"></script>');
    const expected = QUERIES.map((query) => (query === '' ? NOTHING : search(bundle, { query })));
    const browser = await kBrowsers[name]();
    t.after(() => browser.close());

    for (const [way, open] of /** @type {const} */ ([['over http', serve], ['from the disk', fromDisk], ['without WebAssembly', serveWithoutWasm]])) {
      await t.test(way, async (t) => {
        const address = await open(t, folder);
        await browser.goto(`${address}page.html`);
        await until(() => browser.run('!!globalThis.catchword'));
        const answers = JSON.parse(await browser.run(ASK));
        QUERIES.forEach((query, n) => assert.deepEqual(answers[n], resolved(expected[n], address), query));
      });
    }
  });
}
