// The engine's modules come packed, docs/FORMAT.md, "Packed modules": a small module of its own makes modules of them.

/**
 * What an engine begins with; it stands in the engine's script, so that no file must be asked for first.
 * @typedef {object} Packing
 * @property {Uint8Array<ArrayBuffer>} unpacker  core/packing/unpacker.cc
 * @property {Uint8Array} first  the module that answers first, packed
 */

/** Bytes between which the page has its turn: 4 ms on a desktop. Timers more than a few deep would be slowed down. */
const kStep = 8192;

/**
 * @param {Uint8Array} packed
 * @param {Uint8Array<ArrayBuffer>} unpacker
 * @returns {Promise<Uint8Array<ArrayBuffer>>} rejects with a RangeError when that is too much for a packed module
 */
export async function unpack(packed, unpacker) {
  const exports = /** @type {any} */ (new WebAssembly.Instance(new WebAssembly.Module(unpacker)).exports);
  const { buffer } = exports.memory;
  new Uint8Array(buffer).set(packed, exports.packed());
  let size, end = kStep;
  for (; (size = exports.unpack(end)) > end; end += kStep) await new Promise((resolve) => setTimeout(resolve));
  return new Uint8Array(buffer, exports.unpacked(), size);
}
