// The engine's modules come packed, docs/FORMAT.md, "Packed modules": a small module of its own makes modules of them.

/**
 * What an engine begins with; it stands in the engine's script, so that no file must be asked for first.
 * @typedef {object} Packing
 * @property {Uint8Array<ArrayBuffer>} unpacker  core/packing/unpacker.cc
 * @property {Uint8Array} first  the module that answers first, packed
 */

/**
 * @param {Uint8Array} packed
 * @param {Uint8Array<ArrayBuffer>} unpacker
 * @returns {Uint8Array<ArrayBuffer>}
 * @throws {RangeError} when that is too much for a packed module
 */
export function unpack(packed, unpacker) {
  const exports = /** @type {any} */ (new WebAssembly.Instance(new WebAssembly.Module(unpacker)).exports);
  const { buffer } = exports.memory;
  new Uint8Array(buffer).set(packed, exports.packed());
  return new Uint8Array(buffer, exports.unpacked(), exports.unpack());
}
