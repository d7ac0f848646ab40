// What is seen in Chromium, Firefox and WebKit. Each is started once, for all suites of browsers/, since that is what takes
// longest.
import { test } from 'node:test';

import { SKIP } from '../cli/program.mjs';
import { kBrowsers, missing } from '../web/support/browsers.js';
import { accessible } from './browsers/accessible.mjs';
import { analysis } from './browsers/analysis.mjs';
import { realBundle } from './browsers/bundle.mjs';
import { demo } from './browsers/demo.mjs';
import { elementOverBundle } from './browsers/element.mjs';
import { frameworks } from './browsers/frameworks.mjs';
import { networkCut } from './browsers/offline.mjs';
import { reading } from './browsers/reading.mjs';
import { wishes } from './browsers/wishes.mjs';

/** @type {[string, (t: import('node:test').TestContext, browser: import('../web/support/browsers.js').Browser) => Promise<void>][]} */
const SUITES = [
  ['finds what the program finds', realBundle],
  ['lets readers type, look, listen and choose', reading],
  ['shows all that the element offers', elementOverBundle],
  ['does as readers and their systems wish', wishes],
  ['shows the demo page', demo],
  ['is an element in React, Vue and Svelte', frameworks],
  ['goes on with the network cut', networkCut],
  ['takes texts apart as the index does', analysis],
  ['gives axe nothing to object to', accessible],
];

for (const name of /** @type {const} */ (['chromium', 'firefox', 'webkit'])) {
  test(name, { skip: SKIP || missing(name) }, async (t) => {
    const browser = await kBrowsers[name]();
    t.after(() => browser.close());
    for (const [said, suite] of SUITES) {
      // Chromium's turn comes in tests/web/element_axe.test.mjs.
      if (suite !== accessible || name !== 'chromium') await t.test(said, (t) => suite(t, browser));
    }
  });
}
