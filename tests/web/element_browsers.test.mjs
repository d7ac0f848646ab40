// What a reader does first, in each of the three browsers: over http under a strict policy, and from a disk.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { kBrowsers, missing, until } from './support/browsers.js';
import { pageWith, serve, stubElement } from './support/site.js';

const kInline = '<catchword-search base="/dist/catchword/" site-root="/site/"></catchword-search>';
const kModal = '<catchword-search base="/dist/catchword/" site-root="/site/" modal></catchword-search>';
const kShadow = `document.querySelector('catchword-search').shadowRoot`;

let site;
let folder;

before(async () => {
  const script = await stubElement();
  site = await serve({
    '/inline.html': pageWith(kInline),
    '/modal.html': pageWith(kModal),
    '/dist/catchword/catchword-element.js': script,
  });
  folder = await mkdtemp(join(tmpdir(), 'catchword-disk-'));
  await writeFile(join(folder, 'catchword-element.js'), script);
  const page = pageWith(kInline.replaceAll('="/', '="')).replace('/dist/catchword/catchword-element.js', 'catchword-element.js');
  await writeFile(join(folder, 'page.html'), page);
});
after(async () => {
  await site?.close();
  if (folder) await rm(folder, { recursive: true });
});

const answered = (browser, query) =>
  until(() => browser.run(`document.querySelector('catchword-search').answer?.query === '${query}'`));

for (const [name, open] of Object.entries(kBrowsers)) {
  test(`the element in ${name}`, { skip: missing(name) }, async (t) => {
    const browser = await open();
    t.after(() => browser.close());

    await t.test('finds while the reader types, and opens what the arrow keys chose', async () => {
      await browser.goto(`${site.url}/inline.html`);
      await until(() => browser.run(`!!customElements.get('catchword-search')`));
      await browser.run(`document.querySelector('catchword-search').focus()`);
      await browser.type('sakharov prize');
      await answered(browser, 'sakharov prize');
      assert.equal(await browser.run(`${kShadow}.querySelectorAll('[role=option]').length`), 1);
      assert.equal(await browser.run(`[...${kShadow}.querySelectorAll('mark')].map((m) => m.textContent).join()`), 'Sakharov,Prize');
      await browser.press('ArrowDown');
      assert.equal(await browser.run(`${kShadow}.querySelector('input').getAttribute('aria-activedescendant')`), 'result-0');
      await browser.press('Enter');
      await until(() => browser.run(`location.pathname.endsWith('/site/articles/impressive-achievements.html')`));
      assert.equal(await browser.run('location.hash'), '#the-european-parliament');
    });

    await t.test('opens as a dialog by /, and closes by Escape', async () => {
      await browser.goto(`${site.url}/modal.html`);
      await until(() => browser.run(`!!customElements.get('catchword-search')`));
      await browser.type('/');
      await until(() => browser.run(`${kShadow}.querySelector('dialog').open`));
      await browser.type('cuba');
      await answered(browser, 'cuba');
      await browser.press('Escape');
      await until(() => browser.run(`!${kShadow}.querySelector('dialog').open`));
    });

    await t.test('is styled by its own sheet, under the policy', async () => {
      const height = await browser.run(`${kShadow}.querySelector('.box').getBoundingClientRect().height`);
      assert.ok(height >= 44, String(height));
    });

    await t.test('works on a page opened from a disk', async () => {
      await browser.goto(pathToFileURL(join(folder, 'page.html')).href);
      await until(() => browser.run(`!!customElements.get('catchword-search')`));
      await browser.run(`document.querySelector('catchword-search').focus()`);
      await browser.type('cuba');
      await answered(browser, 'cuba');
    });
  });
}
