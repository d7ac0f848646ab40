// The unpacker, as it stands in the engine's script, gives back what was built.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { unpack } from '../../web/engine/unpack.js';

const built = (/** @type {string} */ name) => new Uint8Array(readFileSync(new URL(`../../build/wasm/${name}`, import.meta.url)));
const unpacker = built('unpacker.wasm');

for (const name of ['engine', 'engine-speller', 'engine-full']) {
  test(`${name} comes back as it was built`, async () => {
    assert.deepEqual(await unpack(built(`${name}.pack`), unpacker), built(`${name}.wasm`));
  });
}

test('what is no packed module becomes no module, and never more than there is room for', async () => {
  for (const length of [0, 1, 11, 12, 13, 100]) {
    const made = await unpack(new Uint8Array(length).fill(255), unpacker);
    assert.ok(made.length <= 1 << 18);
    await assert.rejects(WebAssembly.compile(made));
  }
});
