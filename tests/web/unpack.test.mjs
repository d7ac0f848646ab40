// The unpacker, as it stands in the engine's script, gives back what was built, however it comes in.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { unpack } from '../../web/engine/unpack.js';

const built = (/** @type {string} */ name) => new Uint8Array(readFileSync(new URL(`../../build/wasm/${name}`, import.meta.url)));
const unpacker = new WebAssembly.Module(built('unpacker.wasm'));

for (const name of ['engine-lean', 'engine-speller', 'engine-full']) {
  test(`${name} comes back as it was built`, async () => {
    assert.deepEqual(await unpack(new Response(built(`${name}.pack`)), unpacker), built(`${name}.wasm`));
  });
}

/** @param {Uint8Array} bytes @param {number} size of each of the pieces that they come in */
const inPieces = (bytes, size) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.subarray(at, at + size));
        controller.close();
      },
    }),
  );

for (const size of [1, 7, 1000, 4096]) {
  test(`so it does in pieces of ${size}`, async () => {
    assert.deepEqual(await unpack(inPieces(built('engine-lean.pack'), size), unpacker), built('engine-lean.wasm'));
  });
}

test('most of a module is there before the last piece comes', async () => {
  const packed = built('engine-lean.pack');
  const { exports } = /** @type {any} */ (new WebAssembly.Instance(unpacker));
  new Uint8Array(exports.memory.buffer).set(packed.subarray(0, packed.length - 1000), exports.packed());
  const size = exports.unpack(exports.packed() + packed.length - 1000, built('engine-lean.wasm').length);
  const unpacked = new Uint8Array(exports.memory.buffer, exports.unpacked(), size);
  assert.ok(size > 0.8 * built('engine-lean.wasm').length, `${size}`);
  assert.deepEqual(unpacked, built('engine-lean.wasm').subarray(0, size));
});

test('what is no packed module becomes no module, and never more than there is room for', async () => {
  for (const length of [0, 1, 11, 12, 13, 100]) {
    const made = await unpack(new Response(new Uint8Array(length).fill(255)), unpacker);
    assert.ok(made.length <= 1 << 18);
    await assert.rejects(WebAssembly.compile(made));
  }
});
