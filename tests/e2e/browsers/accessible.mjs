// axe-core finds nothing to object to in any state of the element, over a real bundle, light and dark. (Chromium, which
// looks at widths, languages and the demo's pages too, does so in tests/web/element_axe.test.mjs.)
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';

import { SKIP, write } from '../../cli/program.mjs';
import { serve } from '../hosts.mjs';
import { pageOf, writeLetters } from '../letters.mjs';
import { Reader } from '../reader.mjs';

const FAILS = "void (catchword.CatchwordSearch.createSearch = async () => ({ search: () => Promise.reject(new Error('terms/4f.bin is damaged.')) }))";

/** @typedef {(reader: Reader) => Promise<unknown>} Step */

/** @type {(query: string) => Step} */
const search = (query) => (reader) => reader.search(query);
/** @type {(part: string) => Step} */
const click = (part) => (reader) => reader.click(part);
/** @type {(part: string) => Step} */
const seen = (part) => (reader) => reader.seen(part);
/** @type {Step} */
const arrow = (reader) => reader.browser.press('ArrowDown');

/** One after the other on the same page. @type {[string, ...Step[]][]} */
const INLINE = [
  ['empty'],
  ['an active result', search('lantern'), seen('order'), arrow],
  ['a correction', search('lighthuose'), seen('instead')],
  ['filters', click('filter-button'), seen('handle')],
  ['filters that are chosen', click('value'), seen('chip')],
  ['nothing found', search('aubergine'), seen('none')],
];

/** @type {[string, ...Step[]][]} */
const DIALOG = [
  ['a closed dialog'],
  ['an open dialog', click('opener'), seen('input')],
  ['results in a dialog', search('lantern'), seen('order'), arrow],
];

/** @type {[string, ...Step[]][]} */
const FAILING = [['an error', (reader) => reader.run(FAILS), (reader) => reader.type('lantern'), seen('error')]];

const PAGES = /** @type {const} */ ([['inline', '', INLINE], ['dialog', 'modal', DIALOG], ['inline', '', FAILING]]);

/** @type {string} */
let folder;

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'catchword-axe-'));
  if (SKIP) return;
  writeLetters(folder);
  copyFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), path.join(folder, 'axe.js'));
  for (const scheme of ['light', 'dark']) {
    const head = `<meta name="color-scheme" content="${scheme}"><style>html { background: Canvas; color: CanvasText }</style><script src="axe.js"></script>`;
    write(folder, Object.fromEntries(PAGES.map(([name, attributes]) => [`${name}-${scheme}.html`, pageOf(attributes, '', head)])));
  }
});
after(() => rmSync(folder, { recursive: true }));

const OBJECTIONS = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => [id, html, ...any.map(({ message }) => message)].join(' '))))`;

/** @param {import('node:test').TestContext} t @param {import('../../web/support/browsers.js').Browser} browser */
export async function accessible(t, browser) {
  const reader = new Reader(browser);
  const site = await serve(t, folder);
  for (const scheme of ['light', 'dark']) {
    for (const [page, , states] of PAGES) {
      await t.test(`${page}, ${scheme}: ${states.map(([state]) => state).join(', ')}`, async () => {
        await reader.visit(`${site}${page}-${scheme}.html`);
        for (const [state, ...steps] of states) {
          for (const step of steps) await step(reader);
          assert.deepEqual(await reader.run(OBJECTIONS), [], state);
        }
      });
    }
  }
}
