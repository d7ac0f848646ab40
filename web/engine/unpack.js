// The engine's modules come packed, docs/FORMAT.md, "Packed modules": a small module of its own makes modules of them.

/**
 * What an engine begins with; it stands in the engine's script, so that no file must be asked for first.
 * @typedef {object} Packing
 * @property {Uint8Array<ArrayBuffer>} unpacker  core/packing/unpacker.cc
 * @property {Uint8Array} first  the module that answers first, packed
 */

/** Bytes and milliseconds: so often the clock is looked at, so long a page may wait for it. */
const kStep = 512;
const kPatience = 8;

/** The page's turn. Unlike timers, browsers do not slow this down. */
const pause = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(port1.close());
    port2.postMessage(0);
  });

/**
 * @param {Uint8Array} packed
 * @param {Uint8Array<ArrayBuffer>} unpacker
 * @returns {Promise<Uint8Array<ArrayBuffer>>} rejects with a RangeError when that is too much for a packed module
 */
export async function unpack(packed, unpacker) {
  const exports = /** @type {any} */ (new WebAssembly.Instance(new WebAssembly.Module(unpacker)).exports);
  const { buffer } = exports.memory;
  new Uint8Array(buffer).set(packed, exports.packed());
  const size = exports.unpack(0);
  let begun = performance.now();
  for (let end = kStep; end < size + kStep; end += kStep) {
    exports.unpack(end);
    if (performance.now() - begun < kPatience) continue;
    await pause();
    begun = performance.now();
  }
  return new Uint8Array(buffer, exports.unpacked(), size);
}
