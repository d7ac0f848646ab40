// What crosses the wire: the first search of a session, with and without the warming that a focus
// sets off, and the searches after it.
import { withNewProfile } from './browser.mjs';
import { SLOW_NETWORK, dependentSteps } from './server.mjs';
import { sum } from './statistics.mjs';

/** @typedef {import('./engines.mjs').BenchEngine} BenchEngine */
/** @typedef {import('./engines.mjs').PageBench} PageBench */
/** @typedef {import('./data.mjs').Query} Query */
/** @typedef {import('./server.mjs').Exchange} Exchange */

/** @typedef {{ bodyBytes: number, headerBytes: number, requests: number, steps: number }} Traffic */
/** @typedef {Traffic & { query: string, ms: number, results: number, root: number, wasm: number, script: number }} FirstSearch */

/** @typedef {{ browser: import('playwright-core').Browser, server: import('./server.mjs').BenchServer, address: string, engine: BenchEngine }} Stage */

/** What a reader sees first. */
export const FIRST_RESULTS = 5;

/** @param {Exchange[]} exchanges @returns {Traffic} */
function trafficOf(exchanges) {
  return {
    bodyBytes: sum(exchanges.map((one) => one.bodyBytes)),
    headerBytes: sum(exchanges.map((one) => one.headerBytes)),
    requests: exchanges.length,
    steps: dependentSteps(exchanges),
  };
}

/** @param {Stage} stage @returns {string} */
export function pageAddress({ address, engine }) {
  return `${address}/${engine.key}.html`;
}

/**
 * Opens the page's engine beforehand.
 * @param {import('playwright-core').Page} page
 */
export function openEngine(page) {
  return page.evaluate(() => /** @type {any} */ (globalThis).bench.open());
}

/**
 * Asks the page for results, and takes the time inside of it.
 * @param {import('playwright-core').Page} page @param {string} query
 * @returns {Promise<{ ms: number, results: number }>}
 */
function askForResults(page, query) {
  return page.evaluate(
    async ({ query, limit }) => {
      const bench = /** @type {PageBench} */ (/** @type {any} */ (globalThis).bench);
      const started = performance.now();
      const results = await bench.results(query, limit);
      return { ms: performance.now() - started, results: results.length };
    },
    { query, limit: FIRST_RESULTS },
  );
}

/**
 * One search in a new profile over a slow network.
 * @param {Stage} stage @param {Query} query
 * @param {{ afterFocus: boolean }} options whether the engine is open already
 * @returns {Promise<FirstSearch>}
 */
async function firstSearch(stage, query, { afterFocus }) {
  const { browser, server, engine } = stage;
  server.network = undefined;
  return withNewProfile(browser, pageAddress(stage), async (page) => {
    if (afterFocus) await openEngine(page);
    await server.settled();
    server.reset();
    server.network = SLOW_NETWORK;
    const { ms, results } = await askForResults(page, query.text);
    server.network = undefined;
    const bytesOf = (/** @type {(file: string) => boolean} */ wanted) =>
      sum(server.exchanges.filter((one) => wanted(fileOf(one))).map((one) => one.bodyBytes));
    return {
      ...trafficOf(server.exchanges),
      query: query.text,
      ms,
      results,
      root: bytesOf(engine.isRoot),
      wasm: bytesOf(engine.isWasm),
      script: bytesOf(engine.isScript),
    };
  });
}

/** @param {Exchange} exchange @returns {string} its file's name in the bundle */
function fileOf({ path }) {
  return path.split('/').slice(2).join('/');
}

/**
 * @param {Stage} stage @param {Query[]} queries @param {{ afterFocus: boolean }} options
 * @returns {Promise<FirstSearch[]>}
 */
export async function firstSearches(stage, queries, options) {
  const searches = [];
  for (const query of queries) searches.push(await firstSearch(stage, query, options));
  return searches;
}

/**
 * A reader's session: the queries one after the other on one page.
 * @param {Stage} stage @param {Query[]} queries
 * @returns {Promise<Traffic[]>} of each query, the first one's engine included
 */
export async function session(stage, queries) {
  const { browser, server } = stage;
  server.network = undefined;
  return withNewProfile(browser, pageAddress(stage), async (page) => {
    const searches = [];
    for (const query of queries) {
      server.reset();
      await askForResults(page, query.text);
      searches.push(trafficOf(server.exchanges));
    }
    return searches;
  });
}
