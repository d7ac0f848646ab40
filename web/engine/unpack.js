// The engine's modules come packed, docs/FORMAT.md, "Packed modules": a small module of its own makes modules of them, of what
// has come while the rest is on its way.

/** Bytes between which the page has its turn: 4 ms on a desktop. Timers more than a few deep would be slowed down. */
const kStep = 8192;

/**
 * @param {Response} packed
 * @param {WebAssembly.Module} unpacker  core/packing/unpacker.cc
 * @returns {Promise<Uint8Array<ArrayBuffer>>} no module when that was none; rejects when the way breaks, and
 *   with a RangeError when that is too much for a packed module
 */
export async function unpack(packed, unpacker) {
  const exports = /** @type {any} */ (new WebAssembly.Instance(unpacker).exports);
  const memory = new Uint8Array(exports.memory.buffer);
  const reader = /** @type {ReadableStream<Uint8Array>} */ (packed.body).getReader();
  let at = exports.packed(), end = kStep, size;
  do {
    const { value } = await reader.read();
    if (value) memory.set(value, at);
    at = value ? at + value.length : -1; // unsigned to the module: there is no more
    for (; (size = exports.unpack(at, end)) === end; end += kStep) await new Promise((resolve) => setTimeout(resolve));
  } while (at > 0);
  return new Uint8Array(memory.buffer, exports.unpacked(), size);
}
