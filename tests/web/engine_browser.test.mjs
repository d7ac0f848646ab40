// Loader and engine (dist/web) in Chromium: over http under a strict policy, and from a disk. The WebAssembly module is
// the fake one, put in by the test; everything else is what a browser does.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { kPatience } from './support/browsers.js';
import { bundleFiles, deploy, dist, gate, loaderFor, offlineCopy, Site } from './fake_site.mjs';

const kChromium = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** The fake module as a script for a page, in the place of what WebAssembly makes of a module with our imports. */
const kFake = `
${readFileSync(new URL('fake_module.mjs', import.meta.url), 'utf8').replace(/^export /gm, '')}
const real = WebAssembly.instantiate.bind(WebAssembly);
WebAssembly.instantiate = async (bytes, imports) => {
  const actual = await real(bytes, imports);
  return imports ? { instance: { exports: new FakeModule().exports } } : actual; // the unpacker needs none
};`;

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: kChromium, args: ['--no-sandbox'], timeout: kPatience });
});
after(() => browser?.close());

/**
 * @param {import('node:test').TestContext} t
 * @param {string} address
 */
async function openPage(t, address) {
  const context = await browser.newContext();
  t.after(() => context.close());
  context.setDefaultTimeout(kPatience);
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => void complaints.push(message.text()));
  page.on('pageerror', (error) => void complaints.push(String(error)));
  await page.addInitScript(kFake);
  await page.goto(address);
  return { page, complaints };
}

/**
 * @param {string} policy
 * @param {string} [head]
 */
const pageWith = (policy, head = '') =>
  `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}">${head}<title>page</title>`;

const kStrict = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types catchword";

/**
 * Searches in the page and tells what came of it.
 * @param {import('playwright-core').Page} page
 * @param {'module' | 'classic'} way
 * @param {any} [options]
 * @param {string} [query]
 */
function searchIn(page, way, options = {}, query = 'party') {
  return page.evaluate(
    async ([how, given, words]) => {
      const scope = /** @type {any} */ (globalThis);
      try {
        const address = '/docs/catchword/catchword.js';
        const { createSearch } = how === 'module' ? await import(address) : scope.catchword;
        scope.search ??= await createSearch(given);
        const { results } = await scope.search.search(words);
        const { url, passages } = results[0];
        return { build: passages[0].heading, text: passages[0].text, url };
      } catch (error) {
        const { name, kind, where, message } = /** @type {any} */ (error);
        return { error: { name, kind, where, message } };
      }
    },
    /** @type {const} */ ([way, options, query]),
  );
}

/** @param {import('node:test').TestContext} t */
async function prepare(t, policy = kStrict, body = '') {
  const site = await Site.open(t);
  const made = deploy(site, 'docs/catchword/', 'a');
  const script = '<script nonce="once" src="/docs/catchword/catchword-element.js"></script>';
  site.files.set('favicon.ico', '');
  site.files.set('docs/guide.html', pageWith(policy, script) + body);
  site.reply('docs/guide.html', { type: 'text/html' });
  return { site, ...made };
}

for (const way of /** @type {const} */ (['module', 'classic'])) {
  test(`over http, the ${way} loader searches under a strict policy with Trusted Types`, async (t) => {
    const { site } = await prepare(t);
    const { page, complaints } = await openPage(t, `${site.address}docs/guide.html`);
    const found = await searchIn(page, way);
    const url = `${site.address}docs/a/b.html`;
    assert.deepEqual(found, { build: 'a', text: 'a-terms a-zero a-one', url });
    assert.deepEqual(complaints, []);
    const names = site.requests.map(({ name }) => name).filter((name) => /engine|root|terms|text/.test(name));
    assert.equal(new Set(names).size, names.length, 'each file is requested once');
  });

  test(`over http, the ${way} loader goes on when the site is redeployed`, async (t) => {
    const { site } = await prepare(t);
    const { page } = await openPage(t, `${site.address}docs/guide.html`);
    await page.evaluate(async (how) => {
      const scope = /** @type {any} */ (globalThis);
      const address = '/docs/catchword/catchword.js';
      const { createSearch } = how === 'module' ? await import(address) : scope.catchword;
      scope.search = await createSearch();
    }, way);
    deploy(site, 'docs/catchword/', 'b');
    assert.equal((await searchIn(page, way)).build, 'b');
  });

  test(`over http, the ${way} loader that is older than the site finds the new build`, async (t) => {
    const { site, bundle } = await prepare(t);
    const { page } = await openPage(t, `${site.address}docs/guide.html`);
    const old = site.files.get('docs/catchword/catchword.js');
    deploy(site, 'docs/catchword/', 'b');
    site.reply('docs/catchword/catchword.js', ...(way === 'module' ? [{ body: old }] : []));
    assert.equal((await searchIn(page, way)).build, 'b');
    assert.ok(site.asked(`docs/catchword/${bundle.engine}`).length > 0);
  });
}

test('where scripts need a nonce, those of the bundle take the one that theirs has', async (t) => {
  const { site } = await prepare(t, "script-src 'nonce-once' 'wasm-unsafe-eval'");
  const { page, complaints } = await openPage(t, `${site.address}docs/guide.html`);
  assert.equal((await searchIn(page, 'classic')).build, 'a');
  assert.deepEqual(complaints, []);
});

test("an element's script that is older than the site, whose part is gone, takes the new build's", async (t) => {
  const { site, bundle } = await prepare(t);
  const old = site.files.get('docs/catchword/catchword-element.js');
  deploy(site, 'docs/catchword/', 'b');
  site.files.set('docs/catchword/catchword-element.js', String(old));
  const { page } = await openPage(t, `${site.address}docs/guide.html`);
  assert.equal((await searchIn(page, 'classic')).build, 'b');
  assert.equal(site.asked(`docs/catchword/parts/${bundle.parts}-element.js`).length, 2);
  assert.ok(await page.evaluate(() => !!customElements.get('catchword-search')));
});

test("an element's part that is not there is named, and the page's form stays", async (t) => {
  const form = '<catchword-search base="catchword/"><form><input></form></catchword-search>';
  const { site, bundle } = await prepare(t, kStrict, form);
  const part = `docs/catchword/parts/${bundle.parts}-element.js`;
  site.files.delete(part);
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const said = page.waitForEvent('pageerror', { timeout: kPatience });
  await page.goto(`${site.address}docs/guide.html`);
  assert.equal((await said).message, `${site.address}${part} could not be loaded.`);
  const { error } = await searchIn(page, 'classic');
  assert.deepEqual([error?.name, error?.kind, error?.where], ['CatchwordError', 'input', site.address + part]);
  assert.ok(await page.locator('input').isVisible());
});

test('the page keeps room for the box, and what is only for an answer out of sight, while the part is on its way', async (t) => {
  const body = '<style>catchword-search { --catchword-height: 70px }</style><catchword-search base="catchword/"><p slot="no-results">None.</p></catchword-search>';
  const { site, bundle } = await prepare(t, kStrict.replace(';', "; style-src 'unsafe-inline';"), body);
  const { open, opened } = gate();
  const part = `docs/catchword/parts/${bundle.parts}-element.js`;
  site.reply(part, { until: opened });
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const asked = site.nextRequest(part);
  await page.goto(`${site.address}docs/guide.html`, { waitUntil: 'commit' });
  await asked;
  const height = () => page.locator('catchword-search').evaluate((node) => node.getBoundingClientRect().height);
  const before = await height();
  open();
  await page.waitForFunction(() => customElements.get('catchword-search'));
  assert.deepEqual([before, await height()], [70, 70]);
});

test('a policy without WebAssembly is named', async (t) => {
  const { site } = await prepare(t, "default-src 'self'; script-src 'self'");
  const { page } = await openPage(t, `${site.address}docs/guide.html`);
  const { error } = await searchIn(page, 'module');
  assert.equal(error?.kind, 'unsupported');
});

/**
 * Writes a site with an offline copy to a disk.
 * @param {import('node:test').TestContext} t
 * @param {{ offline?: boolean, policy?: string }} [options]
 */
function writeSite(t, { offline = true, policy = "script-src 'self' file: 'wasm-unsafe-eval'" } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'catchword-site-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const made = bundleFiles('a');
  const copy = offlineCopy(made);
  const description = offline ? copy.bundle : made.bundle;
  const files = {
    'docs/guide.html': pageWith(policy, '<script src="../catchword/catchword-element.js"></script>'),
    'catchword/catchword-element.js': loaderFor('catchword-element.js', description),
    [`catchword/parts/${description.parts}-element.js`]: dist('parts/element.js'),
    [`catchword/${copy.bundle.offline.engine}`]: dist('engine-classic.js'),
    ...Object.fromEntries(Object.entries(copy.scripts).map(([name, script]) => [`catchword/${name}`, script()])),
  };
  for (const [name, body] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), body);
  }
  const address = (/** @type {string} */ name) => pathToFileURL(path.join(folder, name)).href;
  return { folder, address };
}

test('from a disk, engine and blocks come as scripts, under Trusted Types too', async (t) => {
  const { address } = writeSite(t, { policy: kStrict.replaceAll("'self'", "'self' file:") });
  const { page, complaints } = await openPage(t, address('docs/guide.html'));
  const found = await searchIn(page, 'classic');
  const url = address('a/b.html');
  assert.deepEqual(found, { build: 'a', text: 'a-terms a-zero a-one', url });
  assert.deepEqual(complaints, []);
});

test('from a disk, packs that arrive together are told apart', async (t) => {
  const { address } = writeSite(t);
  const { page } = await openPage(t, address('docs/guide.html'));
  assert.equal((await searchIn(page, 'classic', {}, 'all')).text, 'a-terms a-zero a-one a-two');
});

test('from a disk, a bundle without an offline copy says what to do', async (t) => {
  const { address } = writeSite(t, { offline: false });
  const { page } = await openPage(t, address('docs/guide.html'));
  const { error } = await searchIn(page, 'classic');
  assert.equal(error?.kind, 'unsupported');
});

test('from a disk, another bundle than the one of the script is refused', async (t) => {
  const { address } = writeSite(t);
  const { page } = await openPage(t, address('docs/guide.html'));
  const { error } = await searchIn(page, 'classic', { base: '../other/' });
  assert.deepEqual([error?.kind, error?.where], ['unsupported', address('other/')]);
});

test('from a disk, a pack that is not there is named', async (t) => {
  const { folder, address } = writeSite(t);
  rmSync(path.join(folder, 'catchword/offline/pack-1.js'));
  const { page } = await openPage(t, address('docs/guide.html'));
  const { error } = await searchIn(page, 'classic');
  assert.deepEqual([error?.kind, error?.where], ['input', address('catchword/offline/pack-1.js')]);
});
