// The columns of docs/FORMAT.md: the directory, the indexes of keys, and their blocks; and what readers narrow by.

import { BitModel, Decoder, NumberModel, SymbolModel, TextModel, arrayOf } from './format_models.mjs';
import { Fields, crc32, kText } from './format_reader.mjs';

/** @typedef {import('./format_reader.mjs').Watch} Watch */
/** @typedef {(hash: string) => Uint8Array} PayloadOf the payload of a file under `columns/` */
/** @typedef {{ hash?: string, payload?: Uint8Array }} Block */
/**
 * @typedef {object} Column
 * @property {string} name
 * @property {string} type
 * @property {{ value: string, documents: number }[]} names by ordinal
 * @property {number[][]} documents the ordinals of each document
 */

const kTypes = ['text', 'number', 'date', 'list'];

/** The number of bits that `n` takes; 0 for 0. @param {number} n */
const bitLength = (n) => 32 - Math.clz32(n);

/** @param {Fields} fields @returns {Block} */
function readBlock(fields) {
  const size = fields.varint('block: 0 for a file, or size of its payload plus one');
  return size === 0 ? { hash: fields.hash('block: name') } : { payload: fields.take('block', size - 1) };
}

/** @param {Uint8Array} payload @param {Watch} [watch] */
export function readDirectory(payload, watch) {
  const fields = new Fields(payload, watch);
  return arrayOf(fields.varint('keys'), () => {
    const name = fields.string('key');
    const [type, flags] = fields.take('type and flags', 2);
    fields.watch({ name: 'type, flags', value: `${type}, ${flags}` });
    return {
      name,
      type: kTypes[type],
      filter: (flags & 1) === 1,
      documents: fields.varint('documents with a value'),
      values: fields.varint('values'),
      least: fields.string('least'),
      greatest: fields.string('greatest'),
      index: readBlock(fields),
    };
  });
}

/** @param {Fields} fields @param {boolean} named @returns {{ size: number, block: Block }[]} */
function readRuns(fields, named) {
  return arrayOf(fields.varint('runs'), () => {
    const size = fields.varint('size');
    if (named) fields.take('separator', fields.varint('separator: length'));
    return { size, block: readBlock(fields) };
  });
}

/** @param {Uint8Array} payload @param {number} count */
function readNames(payload, count) {
  const coder = new Decoder(payload);
  const [shared, documents, letters] = [new NumberModel(), new NumberModel(), new TextModel()];
  /** @type {number[]} */
  let value = [];
  return arrayOf(count, () => {
    value = value.slice(0, shared.decode(coder));
    while (value.length < 256) {
      const byte = letters.decode(coder, value);
      if (byte === 0) break;
      value.push(byte);
    }
    return { value: kText.decode(Uint8Array.from(value)), documents: documents.decode(coder) + 1 };
  });
}

/** @param {Uint8Array} payload @param {number} count @param {number} all documents of the bundle */
function readLists(payload, count, all) {
  const coder = new Decoder(payload);
  const counts = new NumberModel();
  const gaps = arrayOf(24, () => arrayOf(4, () => new NumberModel()));
  for (const { leading } of gaps.flat()) for (const model of leading.flat()) model.seen = 6;
  return arrayOf(count, () => {
    let left = counts.decode(coder) + 1;
    let [next, close] = [0, 0];
    return arrayOf(left, () => {
      const expected = bitLength(Math.floor(Math.max(all - next, 1) / left));
      const gap = gaps[Math.min(expected, 23)][close].decode(coder);
      const width = bitLength(gap);
      close = width + 2 < expected ? 1 : width < expected ? 2 : 3;
      left -= 1;
      next += gap + 1;
      return next - 1;
    });
  });
}

/** @param {Decoder} coder @param {number} values @param {BitModel[]} nodes */
function readOrdinal(coder, values, nodes) {
  const bits = bitLength(values - 1);
  let node = 1;
  for (let i = 0; i < bits; ++i) node = node * 2 + coder.bit(nodes[node % nodes.length]);
  return node - 2 ** bits;
}

/** @param {Uint8Array} payload @param {number} count @param {number} values of the key */
function readChunk(payload, count, values) {
  const coder = new Decoder(payload);
  const compared = coder.raw(1) === 1;
  const same = arrayOf(4, () => new BitModel());
  const counts = new NumberModel();
  const nodes = arrayOf(2 ** Math.min(bitLength(values - 1), 16), () => new BitModel());
  let history = 0;
  /** @type {number[]} */
  let before = [];
  return arrayOf(count, () => {
    if (compared) {
      const bit = coder.bit(same[history]);
      history = (history * 2 + bit) % 4;
      if (bit === 1) return before;
    }
    before = arrayOf(counts.decode(coder), () => readOrdinal(coder, values, nodes));
    return before;
  });
}

/** Which bucket has the values of a key that have this order key. @param {string} key @param {string} orderKey @param {Uint8Array} displacements @param {number} count */
export function bucketOf(key, orderKey, displacements, count) {
  let hash = crc32(Buffer.from(`${key}\0${orderKey}`));
  hash ^= Math.imul(displacements[hash % displacements.length], 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % count;
}

/**
 * The keys that readers narrow by, all value buckets and all scales.
 * @param {Uint8Array} bytes what the root has of them @param {number} all documents of the bundle @param {PayloadOf} payloadOf
 */
export function readFilterKeys(bytes, all, payloadOf) {
  /** @type {{ name: string, type: string, periods: number, scale?: Block }[]} */
  const keys = [];
  if (bytes.length === 0) return { keys, displacements: bytes, buckets: [], scales: [] };
  const fields = new Fields(bytes);
  for (let left = fields.varint('keys'); left > 0; --left) {
    const name = fields.string('key');
    const type = kTypes[fields.take('type', 1)[0]];
    const periods = type === 'date' ? fields.take('periods', 1)[0] : 0;
    keys.push({ name, type, periods, scale: ['number', 'date'].includes(type) ? readBlock(fields) : undefined });
  }
  const scales = keys.flatMap(({ name, type, scale }) => (scale ? [{ name, type, ...readScale(scale, all, payloadOf) }] : []));
  const hasBuckets = keys.some(({ scale, periods }) => !scale || periods !== 0);
  if (!hasBuckets) return { keys, displacements: bytes.subarray(0, 0), buckets: [], scales };
  return { keys, ...readValueBuckets(fields, keys.map(({ name }) => name), all, payloadOf), scales };
}

/** @param {Fields} fields @param {string[]} keys @param {number} all @param {PayloadOf} payloadOf */
function readValueBuckets(fields, keys, all, payloadOf) {
  const hash = fields.hash('name of the buckets');
  const count = fields.varint('buckets');
  const displacements = fields.take('displacements', fields.varint('displacements: length'));
  const buckets = [...Array(count).keys()].map((i) => {
    const payload = payloadOf(`${hash}-${i}`);
    const bucket = new Fields(payload);
    const values = arrayOf(bucket.varint('values'), () => ({ key: keys[bucket.varint('key')], value: bucket.string('value') }));
    const lists = readLists(payload.subarray(bucket.at), values.length, all);
    return values.map((value, n) => ({ ...value, list: lists[n] }));
  });
  return { displacements, buckets };
}

/** @param {Block} block @param {number} all @param {PayloadOf} payloadOf */
function readScale(block, all, payloadOf) {
  const payload = block.payload ?? payloadOf(/** @type {string} */ (block.hash));
  const fields = new Fields(payload);
  const count = fields.varint('bands');
  const documents = fields.varint('documents with a value');
  const several = fields.take('several', 1)[0] === 1;
  const hash = fields.hash('name of bands and spans');
  const separators = readSeparators(payload.subarray(fields.at), count);
  const bands = separators.map((separator, i) => ({ separator, values: readBand(payloadOf(`${hash}-${i}`), all) }));
  const spans = spansOf(count, documents < all).map((span, i) => ({
    ...span,
    list: readLists(payloadOf(`${hash}-${count + i}`), 1, all)[0],
  }));
  return { documents, several, bands, spans };
}

/** @param {Uint8Array} stream @param {number} count @returns {string[]} */
function readSeparators(stream, count) {
  const coder = new Decoder(stream);
  const [shared, letters] = [new NumberModel(), new TextModel()];
  const sizes = arrayOf(2, () => new SymbolModel(5));
  /** @type {number[]} */
  let separator = [];
  return [...Array(count).keys()].map((i) => {
    if (i > 0) {
      separator = separator.slice(0, shared.decode(coder));
      for (let byte = letters.decode(coder, separator); byte !== 0; byte = letters.decode(coder, separator)) separator.push(byte);
    }
    for (const size of sizes) size.decode(coder);
    return kText.decode(Uint8Array.from(separator));
  });
}

/** @param {Uint8Array} payload @param {number} all */
function readBand(payload, all) {
  const fields = new Fields(payload);
  const count = fields.varint('values');
  const names = readNames(fields.take('names', fields.varint('names: length')), count);
  const lists = readLists(payload.subarray(fields.at), count, all);
  return names.map((name, i) => ({ ...name, list: lists[i] }));
}

/** @param {number} bands @param {boolean} whole whether there is one of all */
function spansOf(bands, whole) {
  const spans = [];
  for (let size = 4; size < bands; size *= 4) {
    for (let begin = 0; begin + 1 < bands; begin += size) spans.push({ begin, end: Math.min(begin + size, bands) });
  }
  if (whole && bands > 1) spans.push({ begin: 0, end: bands });
  return spans;
}

/** @param {Uint8Array} payload of the directory @param {number} all documents of the bundle @param {PayloadOf} payloadOf @returns {Column[]} */
export function readColumns(payload, all, payloadOf) {
  const bytesOf = (/** @type {Block} */ block) => block.payload ?? payloadOf(/** @type {string} */ (block.hash));
  return readDirectory(payload).map(({ name, type, values, index }) => {
    const fields = new Fields(bytesOf(index));
    const names = readRuns(fields, true).flatMap(({ size, block }) => readNames(bytesOf(block), size));
    const documents = readRuns(fields, false).flatMap(({ size, block }) => readChunk(bytesOf(block), size, values));
    return { name, type, names, documents };
  });
}
