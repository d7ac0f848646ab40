// What a filter loads beside the results, against the least that the list of its documents takes.
import { createSearch } from '../../web/client/node.js';
import { sample } from './sample.mjs';
import { sum } from './statistics.mjs';

const SEED = 60;
const RANGES = 30;

/**
 * What a new client loads for a filter alone: files that hold values of metadata.
 * @param {string} base @param {import('../../web/client/types.js').Filters} filters
 */
async function loadedFor(base, filters) {
  const { fetch } = globalThis;
  const loaded = { bytes: 0, files: 0 };
  globalThis.fetch = async (...request) => {
    const response = await fetch(...request);
    if (String(request[0]).includes('/columns')) {
      loaded.bytes += (await response.clone().arrayBuffer()).byteLength;
      loaded.files += 1;
    }
    return response;
  };
  try {
    const search = await createSearch({ base });
    await search.search('', { limit: 1, filters });
  } finally {
    globalThis.fetch = fetch;
  }
  return loaded;
}

/** Bits that say which `chosen` of `all` are meant, where any are as likely. @param {number} all @param {number} chosen */
function bitsOfChoice(all, chosen) {
  let bits = 0;
  for (let i = 1; i <= chosen; ++i) bits += Math.log2((all - chosen + i) / i);
  return bits;
}

/** @typedef {{ ratio: number, bytes: number, files: number }} FilterCosts what filters load in all over the entropy of their lists; and each */

/**
 * Filters by each value of a key, or some of them, one at a time by a client of its own.
 * @param {string} base the address of the bundle @param {string} key @param {string[]} values the key's, of each document
 * @param {number} [most] values
 * @returns {Promise<FilterCosts>}
 */
export async function filterCosts(base, key, values, most = Infinity) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  const asked = sample([...counts.keys()], most, SEED);
  const loaded = [];
  for (const value of asked) loaded.push(await loadedFor(base, { [key]: value }));
  const bytes = sum(loaded.map((one) => one.bytes));
  const least = sum(asked.map((value) => bitsOfChoice(values.length, counts.get(value) ?? 0) / 8));
  return { ratio: bytes / least, bytes: bytes / asked.length, files: sum(loaded.map((one) => one.files)) / asked.length };
}

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
      const { bytes } = await loadedFor(base, { [key]: range.to === Infinity ? { from: range.from } : range });
      loaded.push(bytes);
      bits.push(bitsOfChoice(values.length, values.filter((value) => value >= range.from && value <= range.to).length));
    }
    return sum(loaded) / (sum(bits) / 8);
  };
  return { from: await ratio(from), between: await ratio(between) };
}
