// How well Catchword finds, on every judged set, beside SQLite FTS5 where it is documents and Pagefind where it is pages.
//
//   node tests/bench/relevance.mjs [--set REGEXP] [--pagefind] [--all-measures]
//
//   --set REGEXP    only the sets whose whole name matches
//   --pagefind      Pagefind for documents, too; it takes minutes
//   --all-measures  every measure, not only the one that a set is compared by
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
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

/**
 * @typedef {object} Ranker
 * @property {string} name
 * @property {(collection: Collection) => boolean} ranks what is compared by it unless more is asked for
 * @property {(collection: Collection, folder: string) => Promise<Runs>} rank
 */

/** @type {Ranker} */
const PAGEFIND = { name: 'Pagefind', ranks: ({ isSite }) => isSite, rank: rankByPagefind };
/** @type {Ranker[]} */
const RANKERS = [
  { name: 'Catchword', ranks: () => true, rank: rankByCatchword },
  { name: 'SQLite FTS5', ranks: ({ isSite }) => !isSite, rank: rankBySqlite },
  PAGEFIND,
];

/** @typedef {import('./collections.mjs').Measure} Measure */

/** @type {Measure[]} */
const ALL_MEASURES = ['ndcg10', 'mrr10', 's1', 'r100', 'found5', 'mrr5'];

/** @typedef {{ set: string, measure: Measure, scores: Record<string, number> }} Judged by the ranker's name */

/**
 * Ranks every judged set whose whole name matches, and scores the rankings.
 * @param {{ set: string, pagefind?: boolean, allMeasures?: boolean }} wanted
 * @param {(what: string, why: string) => void} leaveOut @returns {AsyncGenerator<Judged>}
 */
export async function* judgeSets({ set: wantedSet, pagefind: withPagefind, allMeasures }, leaveOut) {
  const pattern = new RegExp(`^(?:${wantedSet})$`);
  const workspace = await mkdtemp(path.join(tmpdir(), 'catchword-relevance-'));
  try {
    for (const collection of await findCollections((set) => pattern.test(set))) {
      if (collection.absent) {
        leaveOut(collection.name, collection.absent);
        continue;
      }
      const folder = path.join(workspace, collection.name);
      /** @type {[string, Runs][]} */
      const runs = [];
      const rankers = RANKERS.filter((one) => one.ranks(collection) || (withPagefind && one === PAGEFIND));
      for (const { name, rank } of rankers) runs.push([name, await rank(collection, folder)]);
      for (const set of collection.sets) {
        const judgments = await readJudgments(set);
        for (const measure of allMeasures ? ALL_MEASURES : [measureOf(set)]) {
          /** @type {Record<string, number>} */
          const scores = {};
          for (const [name, run] of runs) {
            const own = run.get(set);
            if (own) scores[name] = score(own, judgments)[measure];
          }
          yield { set, measure, scores };
        }
      }
      await rm(folder, { recursive: true, force: true });
    }
  } finally {
    await launched?.then((one) => one.close());
    launched = undefined;
    await rm(workspace, { recursive: true, force: true });
  }
}

async function main() {
  const { values: options } = parseArgs({
    options: {
      set: { type: 'string', default: '.*' },
      pagefind: { type: 'boolean', default: false },
      'all-measures': { type: 'boolean', default: false },
    },
  });
  if (!(await exists(DATA))) {
    console.error(`error: ${DATA}: no judged sets. Set CATCHWORD_DATA to their folder.`);
    process.exit(1);
  }
  if (!(await exists(await catchword.program()))) {
    console.error('error: Catchword is not built. Run `npm run build`.');
    process.exit(1);
  }
  const leaveOut = (/** @type {string} */ what, /** @type {string} */ why) => console.error(`${what} is left out: ${why}`);
  const names = RANKERS.map(({ name }) => name);
  console.log(`| set | measure | ${names.join(' | ')} |`);
  console.log(`| --- | --- |${names.map(() => ' ---: |').join('')}`);
  for await (const { set, measure, scores } of judgeSets({ ...options, allMeasures: options['all-measures'] }, leaveOut)) {
    console.log(`| ${set} | ${measure} | ${names.map((name) => scores[name]?.toFixed(3) ?? '').join(' | ')} |`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
