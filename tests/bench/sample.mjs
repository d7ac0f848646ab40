// Draws queries with a fixed seed, so that every run and every engine is asked the same.

/** @typedef {import('./data.mjs').Query} Query */

/**
 * Mulberry32 (Tommy Ettinger's): 32 bits of state are plenty for a sample.
 * @param {number} seed @returns {() => number} in [0, 1)
 */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * `count` items in random order (fewer when there are no more), by Fisher and Yates's shuffle.
 * @template T @param {readonly T[]} items @param {number} count @param {number} seed @returns {T[]}
 */
export function sample(items, count, seed) {
  const random = randomNumbers(seed);
  const pool = [...items];
  const size = Math.min(count, pool.length);
  for (let i = 0; i < size; i += 1) {
    const j = i + Math.floor(random() * (pool.length - i));
    [pool[i], pool[j]] = [pool[j], pool[i]];
  }
  return pool.slice(0, size);
}

/** @param {Query} query @returns {boolean} whether it has one word or two */
export function isShort(query) {
  const words = query.text.trim().split(/\s+/).length;
  return words === 1 || words === 2;
}
