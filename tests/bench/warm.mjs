// How long a query takes when all it needs is in memory.
import { withNewProfile } from './browser.mjs';
import { pageAddress } from './wire.mjs';

/** @typedef {import('./engines.mjs').PageBench} PageBench */

/** Each query is repeated for at least this long, since a browser's clock is coarse. */
const LEAST_MS = 5;

/**
 * Times the ranked list, without texts, of each query, or the counts of a facet; its blocks are loaded beforehand.
 * @param {import('./wire.mjs').Stage} stage @param {string[]} queries @param {string} [facet] a key
 * @returns {Promise<number[]>} milliseconds, one for each query
 */
export async function warmTimes(stage, queries, facet) {
  stage.server.network = undefined;
  return withNewProfile(stage.browser, pageAddress(stage), (page) =>
    page.evaluate(
      async ({ queries, leastMs, facet }) => {
        const bench = /** @type {Required<PageBench>} */ (/** @type {any} */ (globalThis).bench);
        const ask = (/** @type {string} */ query) => (facet ? bench.count(query, facet) : bench.rank(query));
        for (const query of queries) await ask(query);
        const times = [];
        for (const query of queries) {
          const started = performance.now();
          let runs = 0;
          do {
            await ask(query);
            runs += 1;
          } while (performance.now() - started < leastMs);
          times.push((performance.now() - started) / runs);
        }
        return times;
      },
      { queries, leastMs: LEAST_MS, facet },
    ),
  );
}
