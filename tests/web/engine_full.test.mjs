// The engine goes over to the speller or to the full module when a question is beyond the one that it has, which that one says.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openEngine } from '../../web/engine/engine.js';
import { filesAt } from '../../web/engine/files.js';
import { encodeRequest, isPlain } from '../../web/engine/request.js';
import { fakeWebAssembly } from './fake_module.mjs';
import { deploy, gate, kUnpacker, Site } from './fake_site.mjs';

const kAll = { limit: 10, offset: 0 };

/**
 * @param {import('node:test').TestContext} t
 * @param {import('./fake_module.mjs').Beyond[]} [beyond]  what modules can't tell
 */
async function prepare(t, beyond = [{ peace: 'full' }]) {
  const { modules } = fakeWebAssembly(t, beyond);
  const site = await Site.open(t);
  const { bundle, terms, texts } = deploy(site, '', 'a');
  const engine = await openEngine(bundle, filesAt(site.address), async () => {}, kUnpacker);
  return { modules, site, bundle, terms, texts, engine };
}

/** @param {any} answer */
const textOf = (answer) => answer.results[0].passages[0].text;

test('plain questions fetch no second module', async (t) => {
  const { engine, site, bundle } = await prepare(t);
  await engine.ask('search', 'party', kAll);
  for (const name of [bundle.speller, bundle.full]) assert.equal(site.asked(name).length, 0);
});

test('the full module takes over with the root and the blocks that are there, and answers from then on', async (t) => {
  const { engine, site, bundle, terms, modules } = await prepare(t);
  await engine.ask('search', 'party', kAll);
  assert.equal(textOf(await engine.ask('search', 'peace', kAll)), 'a-terms a-two');
  assert.equal(textOf(await engine.ask('search', 'party', kAll)), 'a-terms a-zero a-one');
  for (const name of [bundle.full, bundle.root, terms]) assert.equal(site.asked(name).length, 1, name);
  assert.equal(modules[0].searches.filter(({ query }) => query === 'party').length, 3, 'two rounds of blocks and an answer');
  assert.deepEqual(modules[1].searches.at(-1)?.query, 'party');
});

test('the speller takes over alone, and the full module after it with all that both were handed', async (t) => {
  const { engine, site, bundle, terms, texts } = await prepare(t, [{ peace: 'speller' }, { all: 'full' }]);
  await engine.ask('search', 'party', kAll);
  assert.equal(textOf(await engine.ask('search', 'peace', kAll)), 'a-terms a-two');
  assert.equal(site.asked(bundle.full).length, 0);
  assert.equal(textOf(await engine.ask('search', 'all', kAll)), 'a-terms a-zero a-one a-two');
  for (const name of [bundle.speller, bundle.full, bundle.root, terms, ...texts]) assert.equal(site.asked(name).length, 1, name);
});

test('who needs the full module while the speller is on its way gets it next', async (t) => {
  const { engine, site, bundle, modules } = await prepare(t, [{ peace: 'speller', all: 'full' }, { all: 'full' }]);
  const { open: release, opened } = gate();
  const asked = site.nextRequest(bundle.speller);
  site.reply(bundle.speller, { until: opened });
  const peace = engine.ask('search', 'peace', kAll);
  await asked;
  const all = engine.ask('search', 'all', kAll);
  release();
  assert.equal(textOf(await peace), 'a-terms a-two');
  assert.equal(textOf(await all), 'a-terms a-zero a-one a-two');
  assert.equal(modules.length, 3);
});

test('questions that overlap share one full module', async (t) => {
  const { engine, modules } = await prepare(t);
  const questions = ['peace', 'peace', 'party'].map((query) => engine.ask('search', query, kAll));
  assert.deepEqual((await Promise.all(questions)).map(textOf), ['a-terms a-two', 'a-terms a-two', 'a-terms a-zero a-one']);
  assert.equal(modules.length, 2);
});

test('a block that was on its way to the lean module when the full one took over disturbs nobody', async (t) => {
  const { engine, site, texts } = await prepare(t);
  const { open: release, opened } = gate();
  const asked = site.nextRequest(texts[0]);
  site.reply(texts[0], { until: opened });
  const party = engine.ask('search', 'party', kAll);
  await asked;
  assert.equal(textOf(await engine.ask('search', 'peace', kAll)), 'a-terms a-two');
  release();
  assert.equal(textOf(await party), 'a-terms a-zero a-one');
});

test('while the full module cannot be had, plain questions are answered; the next that needs it tries again', async (t) => {
  const { engine, site, bundle } = await prepare(t);
  site.reply(bundle.full, { status: 404 });
  await assert.rejects(engine.ask('search', 'peace', kAll), { status: 404, where: `${site.address}${bundle.full}` });
  assert.equal(textOf(await engine.ask('search', 'party', kAll)), 'a-terms a-zero a-one');
  assert.equal(textOf(await engine.ask('search', 'peace', kAll)), 'a-terms a-two');
});

test('a damaged module is fetched once more, then named', async (t) => {
  const { engine, site, bundle } = await prepare(t);
  site.reply(bundle.full, { body: 'no module' }, { body: '' });
  await assert.rejects(engine.ask('search', 'peace', kAll), { kind: 'damaged', where: bundle.full });
  assert.deepEqual(site.asked(bundle.full).map(({ fresh }) => fresh), [false, true]);
  site.reply(bundle.full, { body: 'no module' });
  assert.equal(textOf(await engine.ask('search', 'peace', kAll)), 'a-terms a-two');
});

test('a module that is too large for the unpacker is damaged', async (t) => {
  const { engine, site, bundle } = await prepare(t);
  const large = { body: new Uint8Array(1 << 22) };
  site.reply(bundle.full, large, large);
  await assert.rejects(engine.ask('search', 'peace', kAll), { kind: 'damaged', where: bundle.full });
});

test('a module whose connection breaks is no damaged module', async (t) => {
  const { engine, site, bundle } = await prepare(t);
  site.reply(bundle.full, { cut: 'within' }, { cut: 'within' });
  await assert.rejects(engine.ask('search', 'peace', kAll), { kind: 'input', where: bundle.full, remedy: /connection/ });
});

test('what readers type without meaning an operator is plain, what may be one is not', () => {
  const cases = readFileSync(new URL('../query/plain_queries.txt', import.meta.url), 'utf8').trimEnd().split('\n');
  for (const line of cases) assert.equal(isPlain('search', line.slice(2), {}), line[0] === '+', line);
});

test('whoever asks for more than words is not plain', () => {
  /** @type {import('../../web/engine/options.js').SearchOptions[]} */
  const options = [{ filters: {} }, { sort: 'date' }, { facets: true }, { explain: true }];
  for (const more of options) assert.equal(isPlain('search', 'lamp', more), false);
  assert.equal(isPlain('suggest', 'lamp', {}), false);
  assert.equal(isPlain('describe', '', {}), false);
  assert.equal(isPlain('search', 'lamp', { language: 'de' }), true);
});

/** @type {[string, any, number[]][]} what is asked for beyond words, and its bytes behind the flags */
const kOptions = [
  ['nothing', {}, []],
  ['a value', { filters: { k: 'v' } }, [1, 0, 1, 0, 1, 3, 1, 107, 1, 1, 118]],
  ['one of two values', { filters: { k: ['v', 1] } }, [1, 0, 1, 0, 1, 3, 1, 107, 2, 1, 118, 1, 49]],
  ['a range that is open above', { filters: { k: { from: 5 } } }, [1, 0, 1, 0, 1, 6, 1, 107, 1, 53, 0]],
  ['all and none', { filters: { k: { all: ['v'], none: 'w' } } }, [1, 0, 1, 0, 2, 4, 1, 107, 1, 1, 118, 5, 1, 107, 1, 1, 119]],
  ['a choice', { filters: { or: [{}, {}] } }, [1, 0, 1, 1, 2, 0, 0, 0, 0]],
  ['a negation', { filters: { not: {} } }, [1, 0, 1, 2, 1, 0, 0]],
  ['an order', { sort: ['k', '-l'] }, [2, 2, 1, 107, 0, 1, 108, 1]],
  ['facets', { facets: { k: { limit: 3, interval: 'day' } } }, [3, 1, 1, 107, 3, 3]],
  ['all facets', { facets: true }, [4]],
  ['an explanation', { explain: true }, [5]],
];
for (const [name, options, bytes] of kOptions) {
  test(`the bytes of ${name}`, () => {
    const flags = isPlain('search', 'q', options) ? 0 : 4;
    const start = [0, 1, 113, 10, 0, 0x98, 2, 3, flags, 0];
    assert.deepEqual([...encodeRequest('search', 'q', options)], [...start, ...bytes]);
  });
}

test('the bytes of a language', () => {
  assert.deepEqual([...encodeRequest('search', 'q', { language: 'de' })].slice(-3), [2, 100, 101]);
});

/** @type {[string, any][]} where, options */
const kMisuse = [
  ['filters', { filters: 'k' }],
  ['filters.k', { filters: { k: { least: 1 } } }],
  ['facets.k.interval', { facets: { k: { interval: 'week' } } }],
  ['snippet', { snippet: -1 }],
];
for (const [where, options] of kMisuse) {
  test(`a wrong ${where} is named`, () => {
    assert.throws(() => encodeRequest('search', 'q', options), { name: 'CatchwordError', kind: 'usage', where });
  });
}
