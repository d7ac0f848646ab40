// npm run bench: Catchword beside Pagefind on Debian's documentation sites, and alone at scale.
//
//   npm run bench [-- SECTION... OPTION...]
//
// Sections; without any, all but `million`. What an earlier run has measured of the others stays in the report.
//   sites       first searches, sessions, warm queries, builds and reading on each site
//   packages    the descriptions of Debian's packages
//   dates       filters by years, months and days of dated documents
//   edits       what an edited sentence and an added page change
//   keystrokes  how long a keystroke holds the page up, the processor slowed down four times
//   files       what --max-files costs
//   relevance   the judged sets, beside SQLite FTS5
//   curves      bytes and time against the number of pages, seven engines; ten minutes
//   million     60,000 and a million synthetic documents with --memory; ten minutes
//
//   --site NAME      one of the sites only; may be repeated (postgresql, python, cppreference)
//   --engine KEY     one of the engines only; may be repeated (catchword, pagefind)
//   --quick          fewer runs, to try the benchmark itself
//   --output DIR     where BENCHMARKS.md, its plots and benchmarks.json go (docs)
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { launchBrowser } from './browser.mjs';
import { exists, readQueries, readSite } from './data.mjs';
import { measureDates } from './dates.mjs';
import { measureEdits } from './edits.mjs';
import { ENGINES } from './engines.mjs';
import { measureFileLimits } from './file-limits.mjs';
import { measureKeystrokes } from './keystrokes.mjs';
import { describeMachine } from './machine.mjs';
import { measureMillion } from './million.mjs';
import { judgeSets } from './relevance.mjs';
import { toMarkdown, toPlots } from './report.mjs';
import { isShort, sample } from './sample.mjs';
import { measureScale } from './scale.mjs';
import { measurePackages, measureSite } from './site.mjs';

/** @typedef {import('./report.mjs').Omission} Omission */
/** @typedef {import('./report.mjs').Results} Results */
/** @typedef {import('./engines.mjs').BenchEngine} BenchEngine */

const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));
const SITES = ['postgresql', 'python', 'cppreference'];
/** The site of the sections that need one. */
const LARGEST = 'cppreference';
const SEED = 70;
const FULL = {
  builds: 3, coldQueries: 24, sessionQueries: 100, warmQueries: 100, edits: 5, limits: [15000, 2400, 1800, 1200, 800],
  pages: [250, 500, 1000, 2000, 4414], dated: [200, 1000, 5000, 60_000], documents: [60_000, 1_000_000], sets: '.*',
};
const QUICK = {
  builds: 1, coldQueries: 4, sessionQueries: 20, warmQueries: 20, edits: 1, limits: [15000, 1200],
  pages: [100, 250], dated: [200, 5000], documents: [2000, 10_000], sets: 'cranfield|ki-git|xquad-de',
};

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    site: { type: 'string', multiple: true, default: SITES },
    engine: { type: 'string', multiple: true, default: ENGINES.map(({ key }) => key) },
    quick: { type: 'boolean', default: false },
    output: { type: 'string', default: DOCS },
  },
});

/** Those that this run could not measure. @type {Omission[]} */
const omissions = [];

/** @param {string} what @param {unknown} why */
function leaveOut(what, why) {
  const reason = why instanceof Error ? why.message.split('\n')[0] : String(why);
  console.error(`  left out: ${what}: ${reason}`);
  omissions.push({ what, why: reason });
}

/** The engines that can run here. @returns {Promise<BenchEngine[]>} */
async function usableEngines() {
  const usable = [];
  for (const engine of ENGINES.filter(({ key }) => options.engine.includes(key))) {
    const program = await engine.program().catch(() => undefined);
    if (program && (await exists(program))) usable.push(engine);
    else leaveOut(engine.name, 'its indexer is not installed; run `npm run bench`');
  }
  return usable;
}

/** @param {string} name @returns {Promise<Awaited<ReturnType<typeof readSite>>>} rejects when it isn't there */
async function usableSite(name) {
  const site = await readSite(`ki-${name}`).catch(() => {
    throw new Error(`no judged set ki-${name}; set CATCHWORD_DATA to their folder`);
  });
  if (await exists(site.root)) return site;
  throw new Error(`its pages are missing; install Debian's ${site.package}`);
}

/** @returns {BenchEngine} */
function ours() {
  const engine = engines.find(({ key }) => key === 'catchword');
  if (!engine) throw new Error('Catchword is not built, or not among the engines of this run');
  return engine;
}

async function measureSites() {
  const sites = [];
  for (const name of options.site) {
    console.error(`${name}:`);
    try {
      const folder = path.join(workspace, name);
      sites.push(await measureSite(`ki-${name}`, await usableSite(name), engines, browser, folder, amounts));
    } catch (error) {
      leaveOut(name, error);
    }
  }
  return sites;
}

async function measureLimits() {
  const queries = sample((await readQueries(`ki-${LARGEST}`)).filter(isShort), amounts.coldQueries / 3 + 1, SEED);
  const site = await usableSite(LARGEST);
  return measureFileLimits(ours(), site, queries, browser, path.join(workspace, 'files'), amounts.limits);
}

async function judge() {
  const judged = [];
  for await (const one of judgeSets({ set: amounts.sets }, leaveOut)) judged.push(one);
  return judged;
}

async function measureCurves() {
  await usableSite(LARGEST);
  return measureScale(engines, browser, workspace, amounts.pages, omissions);
}

/** What each section adds to the results. @type {Record<string, () => Promise<Partial<Results>>>} */
const SECTIONS = {
  sites: async () => ({ sites: await measureSites() }),
  packages: async () => ({
    packages: await measurePackages(ours(), browser, path.join(workspace, 'packages'), amounts),
  }),
  dates: async () => ({ dates: await measureDates(ours(), workspace, amounts.dated) }),
  edits: async () => ({
    edits: await measureEdits(ours(), await usableSite(LARGEST), path.join(workspace, 'edits'), amounts.edits),
  }),
  keystrokes: async () => ({
    keystrokes: await measureKeystrokes(ours(), await usableSite(LARGEST), browser, path.join(workspace, 'keystrokes')),
  }),
  files: async () => ({ fileLimits: await measureLimits() }),
  relevance: async () => ({ judged: await judge() }),
  curves: async () => ({ points: await measureCurves() }),
  million: async () => ({
    million: await measureMillion(ours(), browser, workspace, amounts.documents, amounts.coldQueries),
  }),
};
const SLOWEST = 'million';

/** @param {string} folder @returns {Promise<Partial<Results>>} of an earlier run, if there was one */
async function earlierResults(folder) {
  return readFile(path.join(folder, 'benchmarks.json'), 'utf8').then(JSON.parse, () => ({}));
}

/** @param {Results} results @param {string} folder */
async function writeResults(results, folder) {
  await mkdir(folder, { recursive: true });
  const files = { ...toPlots(results), 'BENCHMARKS.md': toMarkdown(results) };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  await writeFile(path.join(folder, 'benchmarks.json'), `${JSON.stringify(results, null, 1)}\n`);
}

const wanted = positionals.length > 0 ? positionals : Object.keys(SECTIONS).filter((name) => name !== SLOWEST);
const unknown = wanted.filter((name) => !(name in SECTIONS));
if (unknown.length > 0) {
  console.error(`error: no section ${unknown.join(', ')}. There are ${Object.keys(SECTIONS).join(', ')}.`);
  process.exit(1);
}

const amounts = options.quick ? QUICK : FULL;
const engines = await usableEngines();
const workspace = await mkdtemp(path.join(tmpdir(), 'catchword-bench-'));
const browser = await launchBrowser();
/** @type {Results} */
let results = {
  sites: [], points: [],
  ...(await earlierResults(options.output)),
  machine: describeMachine(browser), amounts, omissions,
};
let failed = 0;
try {
  for (const name of wanted) {
    const started = performance.now();
    console.error(`section ${name}`);
    try {
      results = { ...results, ...(await SECTIONS[name]()) };
    } catch (error) {
      leaveOut(`section ${name}`, error);
      failed += 1;
    }
    console.error(`section ${name}: ${((performance.now() - started) / 60_000).toFixed(1)} minutes`);
  }
  if (!results.million) leaveOut('a million documents', 'the section `million` runs only when it is named');
  await writeResults(results, options.output);
  console.log(toMarkdown(results));
} finally {
  await browser.close();
  await rm(workspace, { recursive: true, force: true });
}
if (failed === wanted.length) process.exitCode = 1;
