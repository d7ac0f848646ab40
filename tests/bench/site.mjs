// Measures every engine on one real site, side by side.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { copyPages, readJudgments, readQueries } from './data.mjs';
import { pageOf, weigh } from './engines.mjs';
import { filterCosts, rangeRatios } from './filters.mjs';
import { score } from './metrics.mjs';
import { measureCommand, outputOf } from './process.mjs';
import { packageQueries, writePackages } from './packages.mjs';
import { rankInBrowser } from './ranking.mjs';
import { measureReading } from './reading.mjs';
import { isShort, sample } from './sample.mjs';
import { BenchServer } from './server.mjs';
import { median, quantile, sum } from './statistics.mjs';
import { warmTimes } from './warm.mjs';
import { FIRST_RESULTS, firstSearches, session } from './wire.mjs';

/** @typedef {import('./engines.mjs').BenchEngine} BenchEngine */
/** @typedef {import('./data.mjs').Query} Query */
/** @typedef {import('./process.mjs').Cost} Cost */
/** @typedef {import('./wire.mjs').Stage} Stage */
/** @typedef {import('./wire.mjs').FirstSearch} FirstSearch */

/**
 * @typedef {object} Amounts how much is measured
 * @property {number} builds of each engine, in turn
 * @property {number} coldQueries
 * @property {number} sessionQueries
 * @property {number} warmQueries
 */

/** @typedef {Awaited<ReturnType<typeof measureSearches>> & { build: ReturnType<typeof summarizeBuilds> }} Measured */
/** @typedef {Measured & { mistyped?: number, knownItems: ReturnType<typeof score> }} Figures */

const SEED = 20;
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** @param {string} step */
function progress(step) {
  console.error(`  ${step}`);
}

/**
 * Builds with each engine in turn, several times, so that what else the machine does hits all alike. Each
 * build has a new folder, and all stay: for minutes ext4 makes files slowly where many were removed, so nothing is
 * removed before the last clock of the run has stopped.
 * @param {BenchEngine[]} engines @param {string} pages @param {(engine: BenchEngine) => string} bundleOf
 * @param {number} times
 * @returns {Promise<Map<BenchEngine, import('./process.mjs').Cost[]>>}
 */
async function buildInTurn(engines, pages, bundleOf, times) {
  const costs = new Map(engines.map((engine) => [engine, /** @type {any[]} */ ([])]));
  for (let turn = 0; turn < times; turn += 1) {
    for (const engine of engines) {
      const folder = turn === times - 1 ? bundleOf(engine) : `${bundleOf(engine)}-${turn}`;
      const command = await engine.buildCommand(pages, folder);
      costs.get(engine)?.push(await measureCommand(command));
    }
  }
  return costs;
}

/** @param {import('./process.mjs').Cost[]} costs */
function summarizeBuilds(costs) {
  return {
    seconds: median(costs.map((cost) => cost.seconds)),
    processorSeconds: median(costs.map((cost) => cost.processorSeconds)),
    peakBytes: median(costs.map((cost) => cost.peakBytes)),
    runs: costs.map((cost) => cost.seconds),
  };
}

/** @param {FirstSearch[]} searches @param {number} wasmInScript */
function summarizeSearches(searches, wasmInScript) {
  const middle = (/** @type {keyof FirstSearch} */ key) => median(searches.map((one) => Number(one[key])));
  return {
    bytes: middle('bodyBytes'),
    headerBytes: middle('headerBytes'),
    requests: middle('requests'),
    steps: middle('steps'),
    ms: middle('ms'),
    root: middle('root'),
    wasm: middle('wasm') + wasmInScript,
    script: middle('script') - wasmInScript,
    searches,
  };
}

/**
 * The first queries of a fixed random order for which every engine has enough results.
 * @param {Stage[]} stages @param {Query[]} queries @param {number} count
 * @returns {Promise<Query[]>}
 */
async function answeredByAll(stages, queries, count) {
  const candidates = sample(queries.filter(isShort), count * 5, SEED);
  /** @type {import('./metrics.mjs').Run[]} */
  const runs = [];
  for (const stage of stages) runs.push(await rankInBrowser(stage, (id) => id, candidates));
  const answered = candidates.filter(({ id }) =>
    runs.every((run) => (run.get(id) ?? []).length >= FIRST_RESULTS),
  );
  return answered.slice(0, count);
}

/**
 * @param {Stage} stage @param {string} bundle @param {Query[]} queries
 * @param {Query[]} coldQueries @param {Amounts} amounts
 */
async function measureSearches(stage, bundle, queries, coldQueries, amounts) {
  const { engine } = stage;
  progress(`${engine.name}: first searches`);
  const cold = await firstSearches(stage, coldQueries, { afterFocus: false });
  const afterFocus = await firstSearches(stage, coldQueries, { afterFocus: true });
  progress(`${engine.name}: a session`);
  const steps = await session(stage, sample(queries, amounts.sessionQueries, SEED + 1));
  progress(`${engine.name}: warm queries`);
  const texts = sample(queries, amounts.warmQueries, SEED + 2).map((query) => query.text);
  const warm = await warmTimes(stage, [...texts, ...LETTERS]);
  const wasmInScript = (await engine.wasmInScript?.(bundle)) ?? 0;
  return {
    bundle: (await weigh(engine, bundle)).parts,
    cold: summarizeSearches(cold, wasmInScript),
    afterFocus: summarizeSearches(afterFocus, 0),
    session: {
      queries: steps.length,
      bytes: sum(steps.map((step) => step.bodyBytes)),
      furtherBytes: median(steps.slice(1).map((step) => step.bodyBytes)),
    },
    warm: { queries: warm.length, p50: median(warm), p99: quantile(warm, 0.99), most: Math.max(...warm) },
  };
}

/** What the first search of a mistyped word loads. @param {Stage} stage @param {Query[]} typos */
async function measureTypos(stage, typos) {
  progress(`${stage.engine.name}: first searches of mistyped words`);
  return median((await firstSearches(stage, typos, { afterFocus: false })).map((one) => one.bodyBytes));
}

/** @param {Stage} stage @param {string} bundle @param {string} set @param {Query[]} queries */
async function measureKnownItems(stage, bundle, set, queries) {
  progress(`${stage.engine.name}: known items`);
  const run = await rankInBrowser(stage, await stage.engine.documentOf(bundle), queries);
  return score(run, await readJudgments(set));
}

/**
 * Serves the engines' bundles and their pages while `use` runs.
 * @template T @param {BenchEngine[]} engines @param {import('playwright-core').Browser} browser
 * @param {(engine: BenchEngine) => string} bundleOf @param {(stages: Stage[]) => Promise<T>} use
 * @returns {Promise<T>}
 */
async function withStages(engines, browser, bundleOf, use) {
  const server = new BenchServer(Object.fromEntries(engines.map((one) => [one.key, bundleOf(one)])));
  for (const engine of engines) server.addPage(`/${engine.key}.html`, pageOf(engine));
  const address = await server.listen();
  try {
    return await use(engines.map((engine) => ({ browser, server, address, engine })));
  } finally {
    await server.close();
  }
}

/**
 * @param {string} set a `ki-*` set @param {Awaited<ReturnType<typeof import('./data.mjs').readSite>>} site
 * @param {BenchEngine[]} engines @param {import('playwright-core').Browser} browser
 * @param {string} workspace an empty folder @param {Amounts} amounts
 */
export async function measureSite(set, site, engines, browser, workspace, amounts) {
  const pages = path.join(workspace, 'pages');
  const bundleOf = (/** @type {BenchEngine} */ engine) => path.join(workspace, engine.key);
  await mkdir(pages, { recursive: true });
  const htmlBytes = await copyPages(site, pages);
  progress(`building, ${amounts.builds} times each`);
  const costs = await buildInTurn(engines, pages, bundleOf, amounts.builds);
  const reading = await measureReading(engines, pages, amounts.builds);

  return withStages(engines, browser, bundleOf, async (stages) => {
    const queries = await readQueries(set);
    const coldQueries = await answeredByAll(stages, queries, amounts.coldQueries);
    const typos = sample((await readQueries(set.replace('ki-', 'typo-'))).filter(isShort), amounts.coldQueries, SEED);
    /** @type {Record<string, Figures>} */
    const figures = {};
    for (const stage of stages) {
      const { engine } = stage;
      figures[engine.key] = {
        build: summarizeBuilds(costs.get(engine) ?? []),
        ...(await measureSearches(stage, bundleOf(engine), queries, coldQueries, amounts)),
        mistyped: await measureTypos(stage, typos),
        knownItems: await measureKnownItems(stage, bundleOf(engine), set, queries),
      };
    }
    return { name: site.name, package: site.package, pages: site.pages.length, htmlBytes, reading, engines: figures };
  });
}

/**
 * What the columns of a bundle take over their entropy, by key.
 * @param {BenchEngine} engine @param {string} bundle @returns {Promise<Record<string, number>>}
 */
async function columnRatios(engine, bundle) {
  const { columns } = JSON.parse(await outputOf([await engine.program(), 'inspect', bundle, '--json']));
  return Object.fromEntries(columns.map((/** @type {any} */ { key, bits, entropy }) => [key, bits / entropy]));
}

/**
 * Catchword alone on the descriptions of Debian's packages.
 * @param {BenchEngine} engine @param {import('playwright-core').Browser} browser
 * @param {string} workspace @param {Amounts} amounts
 */
export async function measurePackages(engine, browser, workspace, amounts) {
  const { file, packages, bytes } = await writePackages(workspace);
  const bundleOf = () => path.join(workspace, engine.key);
  progress(`building, ${amounts.builds} times`);
  const costs = await buildInTurn([engine], file, bundleOf, amounts.builds);
  return withStages([engine], browser, bundleOf, async ([stage]) => {
    const queries = packageQueries(packages, amounts.sessionQueries);
    const coldQueries = queries.slice(0, amounts.coldQueries);
    const searches = await measureSearches(stage, bundleOf(), queries, coldQueries, amounts);
    progress('all sections, counted');
    const facet = quantile(await warmTimes(stage, LETTERS, 'section'), 0.99);
    const columns = await columnRatios(engine, bundleOf());
    progress('filters by each section and priority, and by ranges of sizes');
    const base = `${stage.address}/${engine.key}/`;
    const filter = {
      section: (await filterCosts(base, 'section', packages.map(({ section }) => section))).ratio,
      priority: (await filterCosts(base, 'priority', packages.map(({ priority }) => priority))).ratio,
      ...(await rangeRatios(base, 'size', packages.map(({ size }) => size))),
    };
    const build = summarizeBuilds(costs.get(engine) ?? []);
    return { documents: packages.length, bytes, build, ...searches, facet, columns, filter };
  });
}
