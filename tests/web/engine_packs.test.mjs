// The offline copy: files that come in scripts, run here without any document.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInThisContext } from 'node:vm';
import { openEngine } from '../../web/engine/engine.js';
import { packedFiles } from '../../web/engine/packs.js';
import { fakeWebAssembly } from './fake_module.mjs';
import { base64, bundleFiles, kFakeModule, kUnpacker, offlineCopy } from './fake_site.mjs';

const kAll = { limit: 10, offset: 0 };
const kBase = 'file:///site/catchword/';

/** @param {import('node:test').TestContext} t */
function prepare(t) {
  fakeWebAssembly(t);
  const made = bundleFiles('a');
  const { bundle, core, packs, scripts } = offlineCopy(made);
  /** @type {string[]} */
  const ran = [];
  const run = async (/** @type {string} */ url) => {
    const name = url.slice(kBase.length);
    ran.push(name);
    await Promise.resolve(); // scripts load in a later turn
    runInThisContext(scripts[name]?.() ?? 'nothing.here()');
  };
  const files = packedFiles(kBase, bundle, run);
  /** @type {import('../../web/engine/files.js').GetFile} */
  const get = async (name, again) => (name === bundle.lean ? new Response(kFakeModule) : files(name, again));
  const open = () => openEngine(bundle, get, run, kUnpacker);
  return { ...made, open, ran, scripts, core, packs };
}

/** @param {any} answer */
const textOf = (answer) => answer.results[0].passages[0].text;

test('core and packs are run once each, however many files they hold', async (t) => {
  const { open, ran, core } = prepare(t);
  const engine = await open();
  const answers = await Promise.all([engine.ask('search', 'party', kAll), engine.ask('search', 'peace', kAll)]);
  assert.deepEqual(answers.map(textOf), ['a-terms a-zero a-one', 'a-terms a-two']);
  assert.deepEqual(ran.sort(), ['offline/core-a.js', ...core.packs]);
});

test('a pack that is damaged is run once more, then the file in it is named', async (t) => {
  const { open, ran, packs, terms } = prepare(t);
  const engine = await open();
  packs[0][terms] = base64('evil');
  await assert.rejects(engine.ask('search', 'party', kAll), { kind: 'damaged', where: terms });
  assert.equal(ran.filter((name) => name === 'offline/pack-0.js').length, 2);
  packs[0][terms] = base64('goodagain');
  assert.match(textOf(await engine.ask('search', 'party', kAll)), /^again/);
});

test('what is no base64 is damaged', async (t) => {
  const { open, packs, terms } = prepare(t);
  const engine = await open();
  packs[0][terms] = '?';
  await assert.rejects(engine.ask('search', 'party', kAll), { kind: 'damaged', where: terms, remedy: /--offline/ });
});

test('a file that no pack holds is named', async (t) => {
  const { open, core, packs, terms } = prepare(t);
  delete packs[0][terms];
  const engine = await open();
  const missing = { kind: 'damaged', where: terms, message: /not in the offline copy/ };
  await assert.rejects(engine.ask('search', 'party', kAll), missing);
  delete core.files[terms];
  await assert.rejects((await open()).ask('search', 'party', kAll), missing);
});

test('a pack that carries nothing is named', async (t) => {
  const { open, scripts } = prepare(t);
  const engine = await open();
  scripts['offline/pack-0.js'] = () => '';
  await assert.rejects(engine.ask('search', 'party', kAll), { kind: 'damaged', where: 'offline/pack-0.js' });
});

test('a core that comes at the second try is good', async (t) => {
  const { open, scripts } = prepare(t);
  const { 'offline/core-a.js': core } = scripts;
  scripts['offline/core-a.js'] = () => ((scripts['offline/core-a.js'] = core), 'nothing.here()');
  await (await open()).ask('search', 'party', kAll);
});

test('a pack that cannot be run is tried again, then named with the reason', async (t) => {
  const { open, scripts } = prepare(t);
  const engine = await open();
  delete scripts['offline/pack-0.js'];
  await assert.rejects(engine.ask('search', 'party', kAll), { kind: 'input', message: /nothing is not defined/ });
});
