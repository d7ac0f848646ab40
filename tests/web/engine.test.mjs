// The engine against a fake module: what it fetches, how often, and what it does when files or the way to them break.

import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { test } from 'node:test';
import { openEngine } from '../../web/engine/engine.js';
import { filesAt } from '../../web/engine/files.js';
import { fakeWebAssembly } from './fake_module.mjs';
import { deploy, gate, kUnpacker, Site } from './fake_site.mjs';

const kAll = { limit: 10, offset: 0 };

/** @param {import('node:test').TestContext} t */
async function prepare(t) {
  const { modules } = fakeWebAssembly(t);
  const site = await Site.open(t);
  const { bundle, terms, texts } = deploy(site, '', 'a');
  const open = () => openEngine(bundle, filesAt(site.address), async () => {}, kUnpacker);
  return { modules, site, bundle, terms, texts, open };
}

/** @param {any} answer */
const textOf = (answer) => answer.results[0].passages[0].text;

/**
 * @param {Record<string, string | number | RegExp>} wanted  of the error's properties
 * @returns {(error: any) => boolean}
 */
const errorWith = (wanted) => (error) => {
  assert.equal(error.name, 'CatchwordError', String(error));
  assert.ok(error.message && error.remedy, 'says what happened and what to do');
  for (const [key, value] of Object.entries(wanted)) {
    if (value instanceof RegExp) assert.match(error[key], value);
    else assert.equal(error[key], value);
  }
  return true;
};

test('a search brings what the module lacks, round by round', async (t) => {
  const { open, site, terms, texts } = await prepare(t);
  const engine = await open();
  assert.equal(textOf(await engine.ask('search', 'party', kAll)), 'a-terms a-zero a-one');
  assert.deepEqual(site.requests.slice(-3).map(({ name }) => name).sort(), [terms, texts[0], texts[1]].sort());
});

test('what the module has is not fetched again', async (t) => {
  const { open, site } = await prepare(t);
  const engine = await open();
  await engine.ask('search', 'party', kAll);
  const before = site.requests.length;
  await engine.ask('search', 'party', kAll);
  assert.equal(site.requests.length, before);
});

test('everything that is handed to the module is given back', async (t) => {
  const { open, modules } = await prepare(t);
  await (await open()).ask('search', 'party', kAll);
  assert.equal(modules[0].allocated, 0);
});

test('the blocks of a round are fetched in parallel', async (t) => {
  const { open, site, texts } = await prepare(t);
  const engine = await open();
  const { open: release, opened } = gate();
  const both = Promise.all([site.nextRequest(texts[0]), site.nextRequest(texts[1])]);
  site.reply(texts[0], { until: opened });
  site.reply(texts[1], { until: opened });
  const answer = engine.ask('search', 'party', kAll);
  await both;
  release();
  await answer;
});

test('searches that overlap share the request of a block', async (t) => {
  const { open, site, terms } = await prepare(t);
  const engine = await open();
  const { open: release, opened } = gate();
  const asked = site.nextRequest(terms);
  site.reply(terms, { until: opened });
  const answers = Promise.all([engine.ask('search', 'party', kAll), engine.ask('search', 'peace', kAll)]);
  await asked;
  release();
  assert.deepEqual((await answers).map(textOf), ['a-terms a-zero a-one', 'a-terms a-two']);
  assert.equal(site.asked(terms).length, 1);
});

test('a search that is given up rejects at once, and another that waits for the same block is answered', async (t) => {
  const { open, site, terms, texts } = await prepare(t);
  const engine = await open();
  const { open: release, opened } = gate();
  const asked = site.nextRequest(terms);
  site.reply(terms, { until: opened });
  const controller = new AbortController();
  const first = engine.ask('search', 'party', { ...kAll, signal: controller.signal });
  const second = engine.ask('search', 'peace', kAll);
  await asked;
  controller.abort();
  await assert.rejects(first, { name: 'AbortError' });
  release();
  assert.equal(textOf(await second), 'a-terms a-two');
  assert.equal(site.asked(texts[0]).length, 0, 'the first asks for no further round');
  assert.equal(textOf(await engine.ask('search', 'party', kAll)), 'a-terms a-zero a-one');
  assert.equal(site.asked(terms).length, 1);
});

test('a signal that lives on keeps nothing of the searches that it could have stopped', async (t) => {
  const { open, site, texts } = await prepare(t);
  const engine = await open();
  const { signal } = new AbortController();
  await engine.ask('search', 'party', { ...kAll, signal });
  site.reply(texts[2], { status: 404 });
  await assert.rejects(engine.ask('search', 'peace', { ...kAll, signal }), { status: 404 });
  assert.equal(getEventListeners(signal, 'abort').length, 0);
});

test('an aborted signal is refused before anything is asked, with its own reason', async (t) => {
  const { open, modules } = await prepare(t);
  const engine = await open();
  const reason = new Error('no longer wanted');
  await assert.rejects(engine.ask('search', 'party', { ...kAll, signal: AbortSignal.abort(reason) }), reason);
  assert.equal(modules[0].searches.length, 0);
});

test('a block whose fetch is given up by all and then fails disturbs nobody', async (t) => {
  const { open, site, terms } = await prepare(t);
  const engine = await open();
  const { open: release, opened } = gate();
  const asked = site.nextRequest(terms);
  site.reply(terms, { until: opened, status: 404 });
  const controller = new AbortController();
  const given = engine.ask('search', 'party', { ...kAll, signal: controller.signal });
  await asked;
  controller.abort();
  await assert.rejects(given, { name: 'AbortError' });
  const other = engine.ask('search', 'peace', kAll); // joins the doomed request
  release();
  await assert.rejects(other, errorWith({ status: 404 }));
  assert.equal(textOf(await engine.ask('search', 'party', kAll)), 'a-terms a-zero a-one');
});

/** @type {[string, any, boolean][]} what comes first, and whether the second request goes past the caches */
const kStumbles = [
  ['there is no connection', { cut: 'before' }, true],
  ['the connection breaks', { cut: 'within' }, true],
  ['the server stumbles', { status: 503 }, true],
  ['a cache gives a damaged block', { body: 'evil' }, true],
  ['a cache gives a page in place of a block', { body: '<!doctype html>', type: 'text/html' }, true],
  ['a block is cut short', { body: 'go' }, true],
];
for (const [story, reply, fresh] of kStumbles) {
  test(`when ${story} once, the block is fetched once more`, async (t) => {
    const { open, site, terms } = await prepare(t);
    const engine = await open();
    site.reply(terms, reply);
    assert.equal(textOf(await engine.ask('search', 'party', kAll)), 'a-terms a-zero a-one');
    assert.deepEqual(site.asked(terms).map((request) => request.fresh), [false, fresh]);
  });
}

/** @type {[string, any, any, number][]} */
const kFailures = [
  ['there is no connection', { cut: 'before' }, { kind: 'input', status: 0 }, 2],
  ['the connection breaks', { cut: 'within' }, { kind: 'input', status: 0 }, 2],
  ['the server stumbles', { status: 503 }, { kind: 'input', status: 503 }, 2],
  ['a block is damaged', { body: 'evil' }, { kind: 'damaged' }, 2],
  ['a block is gone', { status: 404 }, { kind: 'input', status: 404 }, 1],
  ['a block is forbidden', { status: 403 }, { kind: 'input', status: 403 }, 1],
];
for (const [story, reply, wanted, requests] of kFailures) {
  test(`when ${story} for good, the error names it`, async (t) => {
    const { open, site, terms } = await prepare(t);
    const engine = await open();
    site.reply(terms, ...Array(requests).fill(reply));
    const message = new RegExp(terms.replace('.', '\\.'));
    await assert.rejects(engine.ask('search', 'party', kAll), errorWith({ ...wanted, message, where: message }));
    assert.equal(site.asked(terms).length, requests);
    assert.equal(textOf(await engine.ask('search', 'party', kAll)), 'a-terms a-zero a-one', 'and the next search tries again');
  });
}

test('a module that asks for ever is stopped', async (t) => {
  const { open, modules, terms } = await prepare(t);
  const engine = await open();
  t.mock.method(modules[0].blocks, 'has', () => false);
  await assert.rejects(engine.ask('search', 'party', kAll), errorWith({ kind: 'damaged', message: /party/ }));
  assert.ok(modules[0].supplied.filter((name) => name === terms).length < 100);
});

test('after a trap the module is left alone', async (t) => {
  const { open, modules, terms } = await prepare(t);
  const engine = await open();
  modules[0].traps.add(terms);
  await assert.rejects(engine.ask('search', 'party', kAll), errorWith({ kind: 'damaged', where: terms, message: /unreachable/ }));
  const { length } = modules[0].searches;
  await assert.rejects(engine.ask('search', 'peace', kAll), errorWith({ kind: 'damaged' }));
  assert.equal(modules[0].searches.length, length);
});

test('a module without memory for a block says so', async (t) => {
  const { open, modules } = await prepare(t);
  const engine = await open();
  t.mock.method(modules[0].exports, 'catchword_allocate', () => 0);
  await assert.rejects(engine.ask('search', 'party', kAll), errorWith({ message: /out of memory/ }));
});

/** What is wrong with one of the first two files, and the kind of the error. @type {['lean' | 'root', import('./fake_site.mjs').Reply, string][]} */
const kBroken = [
  ['lean', { body: 'no module' }, 'damaged'],
  ['lean', { cut: 'within' }, 'input'],
  ['root', { body: 'evil' }, 'damaged'],
];

for (const [file, reply, kind] of kBroken) {
  test(`${file} with ${JSON.stringify(reply)} is fetched once more, then named`, async (t) => {
    const { open, site, bundle } = await prepare(t);
    site.reply(bundle[file], reply);
    await open();
    assert.equal(site.asked(bundle[file]).length, 2);
    site.reply(bundle[file], reply, reply);
    await assert.rejects(open(), errorWith({ kind, where: bundle[file] }));
  });
}

test('a request already under way is used once, and a copy past all caches never comes from it', async (t) => {
  const { site, bundle } = await prepare(t);
  const start = () => ({ [bundle.root]: fetch(site.address + bundle.root) });
  const get = filesAt(site.address, start());
  for (const requests of [1, 2]) {
    await (await get(bundle.root)).text();
    assert.equal(site.asked(bundle.root).length, requests);
  }
  const again = filesAt(site.address, start());
  await (await again(bundle.root, true)).text();
  assert.equal(site.asked(bundle.root).length, 4);
});

test('a policy that refuses WebAssembly is named where its stand-in does not come, and nothing else is fetched', async (t) => {
  const { bundle, site } = await prepare(t);
  t.mock.method(WebAssembly, 'Module', () => {
    throw new WebAssembly.CompileError('refused by Content-Security-Policy');
  });
  const run = async () => assert.fail('no script comes');
  const opened = openEngine(bundle, filesAt(site.address), run, kUnpacker);
  await assert.rejects(opened, errorWith({ kind: 'unsupported', remedy: /wasm-unsafe-eval/ }));
  assert.equal(site.requests.length, 0);
});

test('a stemmer whose script does not come is asked for once more, by an address that is not remembered', async (t) => {
  const { bundle, site, modules } = await prepare(t);
  /** @type {string[]} */
  const asked = [];
  const run = async (/** @type {string} */ file) => {
    asked.push(file);
    if (asked.length === 1) throw new TypeError('the way is broken');
    modules[0].blocks.set('stemmer-english', '');
  };
  const engine = await openEngine(bundle, filesAt(site.address), run, kUnpacker);
  modules[0].root.queries.party = [['stemmer-english']];
  await engine.ask('search', 'party', kAll);
  assert.match(asked.join(' '), /^parts\/partsa-stemmer-english\.js \S+\.js\?\d+$/);
});
