// How well Catchword finds, on every judged set, beside SQLite FTS5 and (when asked) Pagefind.
//
//   node tests/bench/relevance.mjs [--set REGEXP] [--pagefind] [--all-measures]
//
//   --set REGEXP    only the sets whose whole name matches
//   --pagefind      Pagefind too; it takes minutes
//   --all-measures  every measure, not only the one that a set is compared by
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { launchBrowser } from './browser.mjs';
import {
  documentOfPage,
  findCollections,
  jsonLinesOf,
  measureOf,
  readDocuments,
  writePages,
} from './collections.mjs';
import { DATA, dataFile, exists, readJudgments, readQueries } from './data.mjs';
import { catchword } from './engine-catchword.mjs';
import { pagefind } from './engine-pagefind.mjs';
import { pageOf } from './engines.mjs';
import { rankByFts5 } from './fts5.mjs';
import { score } from './metrics.mjs';
import { outputOf } from './process.mjs';
import { rankInBrowser } from './ranking.mjs';
import { BenchServer } from './server.mjs';

/** @typedef {import('./collections.mjs').Collection} Collection */
/** @typedef {import('./metrics.mjs').Run} Run */
/** @typedef {Map<string, Run>} Runs by set */

const DEPTH = '100';

const { values: options } = parseArgs({
  options: {
    set: { type: 'string', default: '.*' },
    pagefind: { type: 'boolean', default: false },
    'all-measures': { type: 'boolean', default: false },
  },
});

/** A TREC run: query Q0 document rank score tag. @param {string} file @returns {Promise<Run>} */
async function readRun(file) {
  const run = new Map();
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    if (line === '') continue;
    const [query, , document] = line.split(/[\t ]/);
    if (!run.has(query)) run.set(query, []);
    run.get(query).push(document);
  }
  return run;
}

/** @param {Collection} collection @param {string} folder @returns {Promise<Runs>} */
async function rankByCatchword(collection, folder) {
  const program = await catchword.program();
  const [pages, bundle, file] = ['pages', 'catchword', 'run'].map((name) => path.join(folder, name));
  if (collection.isSite) await writePages(collection, pages);
  const input = collection.isSite ? pages : jsonLinesOf(collection);
  await outputOf(await catchword.buildCommand(input, bundle));
  const runs = new Map();
  for (const set of collection.sets) {
    const queries = dataFile(set, 'queries.tsv');
    await outputOf([program, 'search', bundle, '--queries', queries, '--run', file, '--limit', DEPTH]);
    runs.set(set, await readRun(file));
  }
  return runs;
}

/** @param {Collection} collection @returns {Promise<Runs>} */
async function rankBySqlite(collection) {
  if (collection.isSite) return new Map();
  const documents = await readDocuments(collection);
  const runs = new Map();
  for (const set of collection.sets) runs.set(set, await rankByFts5(documents, await readQueries(set)));
  return runs;
}

/** @param {Collection} collection @param {string} folder @returns {Promise<Runs>} */
async function rankByPagefind(collection, folder) {
  const [pages, bundle] = ['pages', 'pagefind'].map((name) => path.join(folder, name));
  await writePages(collection, pages);
  await outputOf(await pagefind.buildCommand(pages, bundle));
  const server = new BenchServer({ [pagefind.key]: bundle });
  server.addPage(`/${pagefind.key}.html`, pageOf(pagefind));
  const stage = { browser: await browser(), server, address: await server.listen(), engine: pagefind };
  try {
    const pageOfResult = await pagefind.documentOf(bundle);
    const documentOf = (/** @type {string} */ id) => documentOfPage(collection, pageOfResult(id));
    const runs = new Map();
    for (const set of collection.sets) {
      runs.set(set, await rankInBrowser(stage, documentOf, await readQueries(set)));
    }
    return runs;
  } finally {
    await server.close();
  }
}

/** @type {Promise<import('playwright-core').Browser> | undefined} */
let launched;
const browser = () => (launched ??= launchBrowser());

/** @type {{ name: string, rank: (collection: Collection, folder: string) => Promise<Runs> }[]} */
const rankers = [{ name: 'SQLite FTS5', rank: rankBySqlite }];
if (await exists(await catchword.program())) {
  rankers.unshift({ name: 'Catchword', rank: rankByCatchword });
} else {
  console.error('Catchword is not built and not measured: run `npm run build`.');
}
if (options.pagefind) rankers.push({ name: 'Pagefind', rank: rankByPagefind });

/**
 * @param {string} set @param {Run | undefined} run @param {string[]} measures
 * @returns {Promise<string>}
 */
async function describe(set, run, measures) {
  if (!run) return '';
  const scores = score(run, await readJudgments(set));
  return measures.map((measure) => scores[/** @type {'mrr10'} */ (measure)].toFixed(3)).join(' ');
}

if (!(await exists(DATA))) {
  console.error(`error: ${DATA}: no judged sets. Set CATCHWORD_DATA to their folder.`);
  process.exit(1);
}

const ALL_MEASURES = ['ndcg10', 'mrr10', 's1', 'r100', 'found5', 'mrr5'];
const pattern = new RegExp(`^(?:${options.set})$`);
const workspace = await mkdtemp(path.join(tmpdir(), 'catchword-relevance-'));
try {
  console.log(`| set | measure | ${rankers.map(({ name }) => name).join(' | ')} |`);
  console.log(`| --- | --- |${rankers.map(() => ' ---: |').join('')}`);
  for (const collection of await findCollections((set) => pattern.test(set))) {
    if (collection.absent) {
      console.error(`${collection.name} is left out: ${collection.absent}`);
      continue;
    }
    const folder = path.join(workspace, collection.name);
    const runs = [];
    for (const { rank } of rankers) runs.push(await rank(collection, folder));
    for (const set of collection.sets) {
      const measures = options['all-measures'] ? ALL_MEASURES : [measureOf(set)];
      const cells = await Promise.all(runs.map((one) => describe(set, one.get(set), measures)));
      console.log(`| ${set} | ${measures.join(' ')} | ${cells.join(' | ')} |`);
    }
    await rm(folder, { recursive: true, force: true });
  }
} finally {
  await launched?.then((one) => one.close());
  await rm(workspace, { recursive: true, force: true });
}
