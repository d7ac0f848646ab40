// The client against a fake module: what may be asked, the addresses in answers, and a site that is redeployed while
// its page is open.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openClient } from '../../web/client/client.js';
import { filesAt } from '../../web/engine/files.js';
import { fakeWebAssembly } from './fake_module.mjs';
import { deploy, gate, kUnpacker, Site } from './fake_site.mjs';

/**
 * A client of build a; `redeploy` puts build b in its place, which the client can find.
 * @param {import('node:test').TestContext} t
 * @param {string} [siteRoot]
 */
async function prepare(t, siteRoot) {
  const { modules } = fakeWebAssembly(t);
  const site = await Site.open(t);
  let current = deploy(site, '', 'a');
  const first = current;
  const reloads = { count: 0 };
  /** @param {typeof current} made  @returns {Promise<import('../../web/client/types.js').Search>} */
  const openBuild = ({ bundle }) =>
    openClient(bundle, filesAt(site.address), {
      unpacker: kUnpacker,
      base: site.address,
      siteRoot,
      reload: async () => {
        ++reloads.count;
        return current.bundle === bundle ? undefined : openBuild(current);
      },
    });
  const redeploy = (/** @type {string} */ build) => (current = deploy(site, '', build));
  return { modules, site, ...first, reloads, redeploy, client: await openBuild(first) };
}

/** @param {import('../../web/client/types.js').SearchResults} answer */
const buildOf = ({ results }) => results[0].passages[0].heading;

test('limit, offset and the complete last word reach the module; the defaults are 10, 0 and false', async (t) => {
  const { client, modules } = await prepare(t);
  await client.search('party');
  await client.search('peace', { limit: 5, offset: 20, complete: true });
  await client.search('peace', { limit: 2 ** 40 });
  const { searches } = modules[0];
  const shown = { verb: 0, snippet: 280, passages: 3 };
  assert.deepEqual(searches[0], { query: 'party', limit: 10, offset: 0, flags: 0, ...shown });
  assert.deepEqual(searches.at(-2), { query: 'peace', limit: 5, offset: 20, flags: 1, ...shown });
  assert.equal(searches.at(-1)?.limit, 2 ** 31 - 1);
});

for (const [name, value] of /** @type {const} */ ([
  ['limit', -1],
  ['limit', 1.5],
  ['limit', '10'],
  ['offset', NaN],
  ['offset', null],
])) {
  test(`${name} ${JSON.stringify(value)} is refused`, async (t) => {
    const { client } = await prepare(t);
    const options = /** @type {any} */ ({ [name]: value });
    await assert.rejects(client.search('party', options), { name: 'CatchwordError', kind: 'usage', where: name });
  });
}

test('a misspelt option is refused, and told from those that there are', async (t) => {
  const { client } = await prepare(t);
  const options = /** @type {any} */ ({ filter: { author: 'Dai' } });
  await assert.rejects(client.search('party', options), { kind: 'usage', where: 'filter', remedy: /filters/ });
});

test('any text is a query: empty, half a character, all planes', async (t) => {
  const { client, modules } = await prepare(t);
  for (const query of ['', '\ud800', '𠀀 \0']) await client.search(query);
  assert.deepEqual(modules[0].searches.map(({ query }) => query), ['', '\ufffd', '𠀀 \0']);
});

test('addresses are resolved against the root of the site', async (t) => {
  const { client } = await prepare(t, 'https://example.org/project/');
  const [result] = (await client.search('party')).results;
  assert.equal(result.url, 'https://example.org/project/a/b.html');
  assert.equal(result.passages[0].url, 'https://example.org/project/a/b.html#c');
});

test('without a root, addresses stay as they are', async (t) => {
  const { client } = await prepare(t);
  assert.equal((await client.search('party')).results[0].url, 'a/b.html');
});

for (const url of ['javascript:alert(1)', 'data:text/html,x', ' java\nscript:x', 'blob:x', 'http://[', 'vbscript:x']) {
  test(`${JSON.stringify(url)} is no address to go to`, async (t) => {
    const { client, modules } = await prepare(t, 'https://example.org/');
    modules[0].url = url;
    const [result] = (await client.search('party')).results;
    assert.deepEqual([result.url, result.passages[0].url], ['', '']);
  });
}

test('preload brings the terms and leaves the texts', async (t) => {
  const { client, site, terms, texts } = await prepare(t);
  assert.equal(await client.preload('party'), undefined);
  assert.equal(site.asked(terms).length, 1);
  assert.equal(texts.flatMap((name) => site.asked(name)).length, 0);
});

test('when the site is redeployed, searches go on with the new build, reloaded once', async (t) => {
  const { client, site, redeploy, reloads, terms } = await prepare(t);
  redeploy('b');
  const answers = await Promise.all([client.search('party'), client.search('peace')]);
  assert.deepEqual(answers.map(buildOf), ['b', 'b']);
  assert.equal(reloads.count, 1);
  assert.equal(site.asked(terms).length, 1);
  await client.search('peace');
  assert.equal(site.asked(terms).length, 1, 'the old build is left alone');
  redeploy('c');
  assert.equal(buildOf(await client.search('party')), 'b', 'what the new build has in memory still answers');
});

test('it goes on through several redeployments', async (t) => {
  const { client, redeploy } = await prepare(t);
  // Words in turn, so that each build still lacks a block when it disappears.
  for (const [build, word] of [['b', 'party'], ['c', 'peace'], ['d', 'party']]) {
    redeploy(build);
    assert.equal(buildOf(await client.search(word)), build);
  }
});

test('an answer is made by one build even when the site is redeployed between its rounds', async (t) => {
  const { client, site, redeploy, terms } = await prepare(t);
  const { open: release, opened } = gate();
  const asked = site.nextRequest(terms);
  site.reply(terms, { until: opened, body: 'gooda-terms' });
  const answer = client.search('party');
  await asked;
  redeploy('b');
  release();
  assert.equal((await answer).results[0].passages[0].text, 'b-terms b-zero b-one');
});

test('a server that answers with a page where a file is gone is seen through', async (t) => {
  const { client, site, redeploy, terms } = await prepare(t);
  redeploy('b');
  const page = { status: 200, type: 'text/html', body: '<!doctype html>' };
  site.reply(terms, page, page);
  assert.equal(buildOf(await client.search('party')), 'b');
});

test('a file that is gone though nothing was redeployed is named', async (t) => {
  const { client, site, texts, reloads } = await prepare(t);
  site.files.delete(texts[2]);
  await assert.rejects(client.search('peace'), { kind: 'input', status: 404, message: new RegExp(texts[2]) });
  assert.equal(reloads.count, 1);
  assert.equal(buildOf(await client.search('party')), 'a', 'other searches go on');
});

test('a lost connection is no redeployment', async (t) => {
  const { client, site, terms, reloads } = await prepare(t);
  site.reply(terms, { cut: 'before' }, { cut: 'within' });
  await assert.rejects(client.search('party'), { kind: 'input', status: 0, remedy: /connection/ });
  assert.equal(reloads.count, 0);
  assert.equal(buildOf(await client.search('party')), 'a');
});

test('a reload that fails is told, and tried again by the next search', async (t) => {
  const { client, site, redeploy } = await prepare(t);
  const { bundle } = redeploy('b');
  site.reply(bundle.root, { status: 404 });
  await assert.rejects(client.search('party'), { status: 404, message: new RegExp(bundle.root) });
  assert.equal(buildOf(await client.search('party')), 'b');
});

test('after a trap the next search has a fresh module', async (t) => {
  const { client, modules, terms } = await prepare(t);
  modules[0].traps.add(terms);
  await assert.rejects(client.search('party'), { kind: 'damaged', message: /unreachable/ });
  assert.equal(buildOf(await client.search('party')), 'a');
  assert.equal(modules.length, 2);
});

test('a fresh module that cannot be had is tried again by a later search', async (t) => {
  const { client, modules, site, bundle, terms } = await prepare(t);
  modules[0].traps.add(terms);
  await assert.rejects(client.search('party'), { kind: 'damaged' });
  site.reply(bundle.root, { cut: 'before' }, { cut: 'before' });
  await assert.rejects(client.search('party'), { kind: 'input', where: bundle.root });
  assert.equal(buildOf(await client.search('party')), 'a');
});

test('a search given up while the new build is opened rejects, and another is answered by it', async (t) => {
  const { client, site, redeploy } = await prepare(t);
  const { bundle } = redeploy('b');
  const { open: release, opened } = gate();
  const asked = site.nextRequest(bundle.root);
  site.reply(bundle.root, { until: opened });
  const controller = new AbortController();
  const given = client.search('party', { signal: controller.signal });
  const kept = client.search('peace');
  await asked;
  controller.abort();
  await assert.rejects(given, { name: 'AbortError' });
  release();
  assert.equal(buildOf(await kept), 'b');
});
