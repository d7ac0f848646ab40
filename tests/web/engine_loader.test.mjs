// The built loader and engine (dist/web) over http, imported as a browser imports them, and in Node from a folder.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { register } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { createSearch as createInBrowser } from '../../web/client/browser.js';
import { createSearch as createInNode } from '../../web/client/node.js';
import { withoutUnpacker } from '../bench/engine-catchword.mjs';
import { fakeWebAssembly } from './fake_module.mjs';
import { bundleFiles, deploy, dist, gate, Site } from './fake_site.mjs';

register('./http_imports.mjs', import.meta.url);

/** @param {import('../../web/client/types.js').SearchResults} answer */
const buildOf = ({ results }) => results[0].passages[0].heading;

/** @param {import('node:test').TestContext} t */
async function prepare(t) {
  const { modules } = fakeWebAssembly(t);
  const site = await Site.open(t);
  return { modules, site, base: `${site.address}docs/catchword/`, ...deploy(site, 'docs/catchword/', 'a') };
}

/**
 * Makes this look like a page, as far as the loader can see.
 * @param {import('node:test').TestContext} t
 * @param {string} href
 */
function pretendPage(t, href) {
  Object.defineProperty(globalThis, 'location', { value: { href }, configurable: true });
  t.after(() => delete (/** @type {any} */ (globalThis).location));
}

/**
 * Writes build a into a folder.
 * @param {import('node:test').TestContext} t
 * @param {string} name
 */
function writeBundle(t, name) {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'catchword-')), name);
  t.after(() => rmSync(path.dirname(folder), { recursive: true }));
  for (const [file, body] of Object.entries(bundleFiles('a').files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), body);
  }
  return folder;
}

test('engine, module and root are requested at once', async (t) => {
  const { site, base, bundle } = await prepare(t);
  const { open: release, opened } = gate();
  const names = [bundle.engine, bundle.lean, bundle.root].map((name) => `docs/catchword/${name}`);
  for (const name of names) site.reply(name, { until: opened });
  const { createSearch } = await import(`${base}catchword.js`);
  const all = Promise.all(names.map((name) => site.nextRequest(name)));
  const search = createSearch();
  await all;
  release();
  assert.equal(buildOf(await (await search).search('party')), 'a');
  for (const name of names) assert.equal(site.asked(name).length, 1);
});

test('on a page, results lie below the folder above the bundle, or where the page says', async (t) => {
  const { site, base } = await prepare(t);
  pretendPage(t, `${site.address}docs/guide/intro.html`);
  const { createSearch } = await import(`${base}catchword.js`);
  const urlOf = async (/** @type {any} */ options) =>
    (await (await createSearch(options)).search('party')).results[0].url.replace(site.address, '/');
  assert.equal(await urlOf({}), '/docs/a/b.html');
  assert.equal(await urlOf({ base: '../catchword' }), '/docs/a/b.html');
  assert.equal(await urlOf({ siteRoot: '/' }), '/a/b.html');
  assert.equal(await urlOf({ base: '/docs/catchword/', siteRoot: '..' }), '/docs/a/b.html');
});

test('an engine that arrives at the second try is good', async (t) => {
  const { site, base, bundle } = await prepare(t);
  site.reply(`docs/catchword/${bundle.engine}`, { status: 503 });
  const { createSearch } = await import(`${base}catchword.js`);
  assert.equal(buildOf(await (await createSearch()).search('party')), 'a');
});

test('a loader that was cached for too long finds the build that the site holds now', async (t) => {
  const { site, base } = await prepare(t);
  const { createSearch } = await import(`${base}catchword.js`);
  deploy(site, 'docs/catchword/', 'b');
  assert.equal(buildOf(await (await createSearch()).search('party')), 'b');
});

test('a page that stays open while its site is redeployed goes on, and keeps its root', async (t) => {
  const { site, base } = await prepare(t);
  const { createSearch } = await import(`${base}catchword.js`);
  const search = await createSearch({ siteRoot: 'https://example.org/x/' });
  deploy(site, 'docs/catchword/', 'b');
  const answer = await search.search('party');
  assert.equal(buildOf(answer), 'b');
  assert.equal(answer.results[0].url, 'https://example.org/x/a/b.html');
});

test('an engine that is gone for good is named, without asking for ever', async (t) => {
  const { site, base, bundle } = await prepare(t);
  const { createSearch } = await import(`${base}catchword.js`);
  site.files.delete(`docs/catchword/${bundle.engine}`);
  await assert.rejects(createSearch(), { name: 'CatchwordError', kind: 'input', where: base + bundle.engine });
  assert.equal(site.asked('docs/catchword/catchword.js').length, 2);
});

test('a site that is redeployed badly is told, without asking for ever', async (t) => {
  const { site, base } = await prepare(t);
  const { createSearch } = await import(`${base}catchword.js`);
  const { bundle } = deploy(site, 'docs/catchword/', 'b');
  site.files.delete(`docs/catchword/${bundle.root}`);
  await assert.rejects(createSearch(), { kind: 'input', where: base + bundle.root });
});

test('a bundle elsewhere is opened by its own loader', async (t) => {
  const { site, base } = await prepare(t);
  deploy(site, 'other/', 'b');
  const { createSearch } = await import(`${base}catchword.js`);
  assert.equal(buildOf(await (await createSearch({ base: `${site.address}other` })).search('party')), 'b');
  assert.ok(site.requests.every(({ name }) => !name.includes('-a.')));
});

test('the opening can be given up', async (t) => {
  const { site, base, bundle } = await prepare(t);
  const { createSearch } = await import(`${base}catchword.js`);
  const { open: release, opened } = gate();
  const asked = site.nextRequest(`docs/catchword/${bundle.root}`);
  site.reply(`docs/catchword/${bundle.root}`, { until: opened });
  const controller = new AbortController();
  const search = createSearch({ signal: controller.signal });
  await asked;
  controller.abort();
  await assert.rejects(search, { name: 'AbortError' });
  release();
  await assert.rejects(createSearch({ signal: AbortSignal.abort() }), { name: 'AbortError' });
});

test("the package's entry for browsers delegates to the bundle's loader", async (t) => {
  const { site } = await prepare(t);
  pretendPage(t, `${site.address}docs/guide/intro.html`);
  const search = await createInBrowser({ base: '/docs/catchword' });
  const answer = await search.search('party');
  assert.equal(buildOf(answer), 'a');
  assert.equal(answer.results[0].url, `${site.address}docs/a/b.html`);
});

test('Node imports the loader from the folder of the bundle itself', async (t) => {
  fakeWebAssembly(t);
  const folder = writeBundle(t, 'catchword');
  writeFileSync(path.join(folder, '../package.json'), '{"type":"module"}');
  const { createSearch } = await import(pathToFileURL(path.join(folder, 'catchword.js')).href);
  for (const base of [undefined, folder, pathToFileURL(folder).href]) {
    const answer = await (await createSearch({ base })).search('party');
    assert.equal(buildOf(answer), 'a');
    assert.equal(answer.results[0].url, 'a/b.html');
  }
});

for (const [name, story] of [
  ['catchword', 'a folder'],
  ['50% #1 ? ü', 'a folder with a difficult name'],
]) {
  test(`the package's entry for Node opens ${story}, in a project of CommonJS too`, async (t) => {
    fakeWebAssembly(t);
    const folder = writeBundle(t, name);
    writeFileSync(path.join(folder, '../package.json'), '{"type":"commonjs"}');
    for (const base of [folder, path.relative(process.cwd(), folder), pathToFileURL(folder)]) {
      const answer = await (await createInNode({ base })).search('party');
      assert.equal(buildOf(answer), 'a');
      assert.equal(answer.results[0].url, 'a/b.html');
    }
  });
}

test("the package's entry for Node opens a bundle on a server, and goes on when it is redeployed", async (t) => {
  const { site, base } = await prepare(t);
  const search = await createInNode({ base });
  deploy(site, 'docs/catchword/', 'b');
  assert.equal(buildOf(await search.search('party')), 'b');
});

test("the package's entry for Node names what is not there", async (t) => {
  const { site, base } = await prepare(t);
  await assert.rejects(createInNode(/** @type {any} */ ({})), { kind: 'usage', where: 'base' });
  const folder = path.join(tmpdir(), 'no such folder');
  const loader = pathToFileURL(path.join(folder, 'catchword.js')).href;
  await assert.rejects(createInNode({ base: folder }), { kind: 'input', where: loader });
  site.files.delete('docs/catchword/catchword.js');
  await assert.rejects(createInNode({ base }), { kind: 'input', where: `${base}catchword.js` });
  await assert.rejects(createInNode({ base, signal: AbortSignal.abort() }), { name: 'AbortError' });
});

test('a page that is no loader is told as such', async (t) => {
  const { site, base } = await prepare(t);
  site.files.set('docs/catchword/catchword.js', '<!doctype html>');
  await assert.rejects(createInNode({ base }), { name: 'CatchwordError', kind: 'damaged', where: `${base}catchword.js` });
});

test('the place for the description stands in the loader once', () => {
  assert.equal(dist('catchword.js').split('__CATCHWORD_BUNDLE__').length, 2);
});

test('loader and engine together, the module apart, cost at most 6 kB, as a server compresses them', () => {
  const sizes = ['catchword.js', 'engine.js'].map((name) => brotliCompressSync(Buffer.from(withoutUnpacker(dist(name)))).length);
  assert.ok(sizes[0] + sizes[1] <= 6000 && sizes[1] > 4000, `${sizes.join(' + ')} bytes`);
});

test('the engine knows no document', () => {
  for (const name of ['engine.js', 'engine-classic.js']) assert.doesNotMatch(dist(name), /\bdocument\b|\bwindow\b/);
});
