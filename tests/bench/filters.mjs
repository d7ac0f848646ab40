// What a filter loads beside the results, against the least that the list of its documents takes.
import { createSearch } from '../../web/client/node.js';
import { sample } from './sample.mjs';
import { sum } from './statistics.mjs';

/**
 * Bytes of what a new client loads for a filter alone: files that hold values of metadata.
 * @param {string} base @param {import('../../web/client/types.js').Filters} filters
 */
async function loadedFor(base, filters) {
  const { fetch } = globalThis;
  let bytes = 0;
  globalThis.fetch = async (...request) => {
    const response = await fetch(...request);
    if (String(request[0]).includes('/columns')) bytes += (await response.clone().arrayBuffer()).byteLength;
    return response;
  };
  try {
    const search = await createSearch({ base });
    await search.search('', { limit: 1, filters });
  } finally {
    globalThis.fetch = fetch;
  }
  return bytes;
}

/** Bits that say which `chosen` of `all` are meant, where any are as likely. @param {number} all @param {number} chosen */
function bitsOfChoice(all, chosen) {
  let bits = 0;
  for (let i = 1; i <= chosen; ++i) bits += Math.log2((all - chosen + i) / i);
  return bits;
}

/**
 * Filters by each value of a key, one at a time by a client of its own: what they load in all, over the entropy of their
 * lists.
 * @param {string} base the address of the bundle @param {string} key @param {string[]} values the key's, of each document
 */
export async function filterRatio(base, key, values) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  const loaded = [];
  for (const value of counts.keys()) loaded.push(await loadedFor(base, { [key]: value }));
  return sum(loaded) / sum([...counts.values()].map((count) => bitsOfChoice(values.length, count) / 8));
}

const SEED = 60;
const RANGES = 30;

/**
 * Filters by ranges of a key of numbers, one at a time by a client of its own: what they load in all, over the entropy of
 * the sets of documents that they let through.
 * @param {string} base the address of the bundle @param {string} key @param {number[]} values the key's, of each document
 * @returns {Promise<{ from: number, between: number }>} of ranges with one end, and with two
 */
export async function rangeRatios(base, key, values) {
  const ends = sample(values, 2 * RANGES, SEED);
  const from = ends.slice(0, RANGES).map((end) => ({ from: end, to: Infinity }));
  const between = ends.slice(RANGES).map((end, i) => ({ from: Math.min(end, ends[i]), to: Math.max(end, ends[i]) }));
  const ratio = async (/** @type {{ from: number, to: number }[]} */ ranges) => {
    const loaded = [];
    const bits = [];
    for (const range of ranges) {
      loaded.push(await loadedFor(base, { [key]: range.to === Infinity ? { from: range.from } : range }));
      bits.push(bitsOfChoice(values.length, values.filter((value) => value >= range.from && value <= range.to).length));
    }
    return sum(loaded) / (sum(bits) / 8);
  };
  return { from: await ratio(from), between: await ratio(between) };
}
