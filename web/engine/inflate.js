// The text blocks of a bundle: four bytes of checksum, then a deflate-raw stream.

const kChecksumSize = 4;

/**
 * @param {Uint8Array<ArrayBuffer>} block
 * @returns {Promise<Uint8Array<ArrayBuffer>>} the same checksum, followed by the inflated text; rejects when the stream is broken
 */
export async function inflateBlock(block) {
  const packed = new Blob([block.subarray(kChecksumSize)]).stream();
  const stream = packed.pipeThrough(new DecompressionStream('deflate-raw'));
  const parts = [block.subarray(0, kChecksumSize), await new Response(stream).arrayBuffer()];
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
