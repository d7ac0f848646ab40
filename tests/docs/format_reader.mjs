// A reader of bundles written from docs/FORMAT.md, with nothing of core/ or web/ in it: it shows that the document says
// enough. Every item can be watched, which is how the worked example is made.
//
// Here: files, and the structures that are not coded, the root and text blocks.

import { readDocumentMap, readExtents, readSeparators } from './format_streams.mjs';
import { arrayOf } from './format_models.mjs';

/** @typedef {(item: { name: string, value: unknown }) => void} Watch */

export const kText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** CRC-32 of zlib. @param {Uint8Array} bytes @param {number} crc */
export function crc32(bytes, crc = 0) {
  crc = ~crc;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; ++bit) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** The content of a file, its checksum checked. @param {string} name @param {Uint8Array} file */
export function unseal(name, file) {
  const payload = file.subarray(4);
  const expected = new DataView(file.buffer, file.byteOffset).getUint32(0, true);
  if (crc32(payload, crc32(new TextEncoder().encode(name))) !== expected) throw new Error(`${name}: wrong checksum`);
  return payload;
}

/** @param {Uint8Array} hash five bytes @returns {string} eight characters */
export function base32(hash) {
  const bits = [...hash].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = /** @type {string[]} */ (bits.match(/.{5}/g));
  return groups.map((group) => 'abcdefghijklmnopqrstuvwxyz234567'[Number.parseInt(group, 2)]).join('');
}

export class Fields {
  /** @param {Uint8Array} bytes @param {Watch} [watch] */
  constructor(bytes, watch = () => {}) {
    this.bytes = bytes;
    this.at = 0;
    this.watch = watch;
  }

  /** @param {string} name @param {number} size */
  take(name, size) {
    if (size > this.bytes.length - this.at) throw new Error(`${name}: the block ends early`);
    const taken = this.bytes.subarray(this.at, this.at + size);
    this.at += size;
    return taken;
  }

  /** @param {string} name */
  varint(name) {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const [byte] = this.take(name, 1);
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    this.watch({ name, value });
    return value;
  }

  /** @param {string} name */
  string(name) {
    const size = this.varint(`${name}: length`);
    const value = kText.decode(this.take(name, size));
    if (size > 0) this.watch({ name, value });
    return value;
  }

  /** @param {string} name */
  hash(name) {
    const value = base32(this.take(name, 5));
    this.watch({ name, value });
    return value;
  }
}

/**
 * @param {Fields} fields @param {string} what its blocks are
 * @returns {{ separator: string, hash: string }[]}
 */
function readBlockTable(fields, what) {
  const blocks = fields.varint(`${what}s`);
  const coded = fields.take('separators', fields.varint('separators: length'));
  return readSeparators(coded, blocks).map((separator) => ({ separator, hash: fields.hash(`name of the ${what}`) }));
}

/** The blocks of each order, and the name of the homophones. @param {Uint8Array} payload @param {Watch} [watch] */
export function readSpellingDirectory(payload, watch) {
  const fields = new Fields(payload, watch);
  const [forward, reversed, middle, common] = arrayOf(4, () => readBlockTable(fields, 'spelling block'));
  const [homophones] = arrayOf(fields.varint('files of homophones'), () => fields.hash('name of the homophones'));
  return { orders: { forward, reversed, middle, common }, homophones };
}

/** @param {Uint8Array} payload @param {Watch} [watch] */
export function readRoot(payload, watch = () => {}) {
  const fields = new Fields(payload, watch);
  const magic = kText.decode(fields.take('magic', 3));
  watch({ name: 'magic', value: magic });
  const version = fields.take('version', 1)[0];
  watch({ name: 'format version', value: version });
  if (magic !== 'CWR' || version !== 1) throw new Error('this is no root of format 1');
  const documents = fields.varint('documents');
  const documentsPerChunk = fields.varint('documents a chunk');
  const languages = fields.string('languages').split(' ');
  const unicode = fields.string('Unicode version');
  const columns = fields.hash('name of the directory of columns');
  const filterKeys = fields.take('keys to narrow by', fields.varint('keys to narrow by: length'));
  const blocksPerPage = fields.varint('term blocks a page');
  const table = readBlockTable(fields, 'term block');
  const termBlocks = blocksPerPage === 1 ? table.length : fields.varint('term blocks in all');
  const [spelling] = arrayOf(fields.varint('spelling directories'), () => fields.hash('name of the spelling directory'));
  const directory = fields.hash('name of the position directory');
  const groupCount = fields.varint('text groups');
  const ends = readMap(fields, 'ends of the text groups', groupCount).map(({ block }) => block);
  const groups = ends.map((end, i) => ({ begin: ends[i - 1] ?? 0, end, hash: fields.hash('name of the text group') }));
  const blocksPerFile = fields.varint('text blocks a file');
  const [primer] = arrayOf(fields.varint('primers'), () => fields.hash('name of the primer'));
  const root = { documents, textBlocks: ends.at(-1) ?? 0, documentsPerChunk, languages, unicode, columns, filterKeys, blocksPerPage, table, termBlocks, spelling, directory, groups, blocksPerFile, primer };
  if (documents > documentsPerChunk) {
    const begins = readMap(fields, 'groups of the chunks', Math.ceil(documents / documentsPerChunk));
    const chunks = begins.map(({ block }) => ({ begin: groups[block].begin, hash: fields.hash('name of the chunk') }));
    return { ...root, chunks, maps: [] };
  }
  const places = readMap(fields, 'document map', documents);
  const [extents] = arrayOf(blocksPerFile > 1 ? 1 : 0, () => readExtents(fields.take('extents', fields.varint('extents: length')), 0));
  return { ...root, chunks: [], maps: [{ places, extents }] };
}

/** @param {Fields} fields @param {string} name @param {number} count */
function readMap(fields, name, count) {
  const map = fields.take(name, fields.varint(`${name}: length`));
  fields.watch({ name, value: [...map].map((byte) => byte.toString(16).padStart(2, '0')).join(' ') });
  return readDocumentMap(map, count);
}

/**
 * What the chunks of the document map say, or the root.
 * @param {ReturnType<typeof readRoot>} root @param {(hash: string) => Uint8Array} payloadOf a chunk
 */
export function readMaps({ documents, documentsPerChunk, blocksPerFile, chunks, maps }, payloadOf) {
  const read = chunks.map(({ begin, hash }, i) => {
    const count = Math.min(documentsPerChunk, documents - i * documentsPerChunk);
    if (blocksPerFile === 1) return { places: readDocumentMap(payloadOf(hash), count, begin), extents: undefined };
    const payload = new Fields(payloadOf(hash));
    const places = readDocumentMap(payload.take('places', payload.varint('places: length')), count, begin);
    return { places, extents: readExtents(payload.take('extents', payload.bytes.length - payload.at), places[0].block) };
  });
  return [...maps, ...read];
}

/**
 * The name of a text block, and where it is in its file if that has several.
 * @param {ReturnType<typeof readRoot>} root @param {ReturnType<typeof readMaps>} maps @param {number} block
 */
export function textName({ groups, blocksPerFile }, maps, block) {
  const { begin, hash } = /** @type {typeof groups[number]} */ (groups.find(({ end }) => block < end));
  const file = `text/${hash}-${Math.floor((block - begin) / blocksPerFile)}.bin`;
  const extents = maps.find((map) => map.extents && block >= map.extents.first && block < map.extents.first + map.extents.sizes.length)?.extents;
  if (!extents) return { file, name: file };
  let at = extents.begin;
  for (let i = extents.first; i < block; ++i) at = (i + 1 - begin) % blocksPerFile === 0 ? 0 : at + extents.sizes[i - extents.first];
  const end = at + extents.sizes[block - extents.first];
  return { file, name: `${file}#${at}-${end - 1}`, at, end };
}

/**
 * The whole table of term blocks.
 * @param {ReturnType<typeof readRoot>} root @param {(hash: string) => Uint8Array} payloadOf a page
 */
export function termBlocksOf({ blocksPerPage, table, termBlocks }, payloadOf) {
  if (blocksPerPage === 1) return table;
  const blocks = table.flatMap(({ separator, hash }, i) => {
    const page = readBlockTable(new Fields(payloadOf(hash)), 'term block');
    if (page.length !== Math.min(blocksPerPage, termBlocks - i * blocksPerPage)) throw new Error(`page ${i} has ${page.length} blocks`);
    return page.map((block, n) => (n === 0 ? { ...block, separator } : block));
  });
  if (blocks.length !== termBlocks) throw new Error(`the pages have ${blocks.length} blocks, the root says ${termBlocks}`);
  return blocks;
}

/** @typedef {{ first: number, last: number, hash: string, part: number }} PositionBlock the postings that it has, of its term block; its file, and how many blocks are before it there */

/** The block in the payload of its file. @param {Uint8Array} payload @param {Pick<PositionBlock, 'part'>} block */
export function positionBlockIn(payload, { part }) {
  const fields = new Fields(payload);
  return arrayOf(part + 1, () => fields.take('position block', fields.varint('size'))).at(-1);
}

/**
 * @param {Uint8Array} payload @param {number} termBlocks how many there are @param {Watch} [watch]
 * @returns {PositionBlock[][]} position blocks of each term block
 */
export function readPositionDirectory(payload, termBlocks, watch) {
  const fields = new Fields(payload, watch);
  let hash = '';
  let part = 0;
  return arrayOf(termBlocks, () => {
    let first = 0;
    const own = arrayOf(fields.varint('position blocks'), () => {
      const number = fields.varint('2 × postings later, + 1: begins a file');
      first += Math.floor(number / 2);
      part += 1;
      if (number % 2 === 1) {
        hash = fields.hash('name of the file');
        part = 0;
      }
      return { first, last: Infinity, hash, part };
    });
    for (const [i, block] of own.slice(1).entries()) own[i].last = block.first;
    return own;
  });
}

/** @param {Uint8Array} text decoded @param {Watch} [watch] */
export function readTextBlock(text, watch) {
  const fields = new Fields(text, watch);
  return arrayOf(fields.varint('parts'), () => ({
    blocksBefore: fields.varint('blocks before'),
    slot: fields.varint('slot'),
    id: fields.string('id'),
    url: fields.string('url'),
    title: fields.string('title'),
    metadata: arrayOf(fields.varint('metadata'), () => ({
      key: fields.string('key'),
      values: arrayOf(fields.varint('values'), () => fields.string('value')),
    })),
    passages: arrayOf(fields.varint('passages'), () => ({
      heading: fields.string('heading'),
      anchor: fields.string('anchor'),
      text: fields.string('text'),
    })),
  }));
}
