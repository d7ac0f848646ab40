// Bytes and time of a first search against the number of pages, for every engine.
import { gunzipSync } from 'node:zlib';
import { mkdir, readFile, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { copyPages, readQueries, readSite } from './data.mjs';
import { pageOf, weigh } from './engines.mjs';
import { FRAGMENT_SIGNATURE, pagefind } from './engine-pagefind.mjs';
import { outputOf } from './process.mjs';
import { isShort, sample } from './sample.mjs';
import { BenchServer } from './server.mjs';
import { median, sum } from './statistics.mjs';
import { WHOLE_INDEX_ENGINES, wholeIndexScript, writeWholeIndex } from './whole-index.mjs';
import { firstSearches } from './wire.mjs';

/** @typedef {import('./whole-index.mjs').SourceDocument} SourceDocument */
/** @typedef {import('./engines.mjs').BenchEngine} BenchEngine */
/** @typedef {{ engine: string, pages: number, bytes: number, ms: number }} Point */
/** @typedef {{ name: string, key: string, pageScript: string, prepare: (folder: string) => Promise<void>, queries: number }} Contender */

const SET = 'ki-cppreference';
const SEED = 30;

/** Engines whose cost depends on the query are asked some; the others fetch the same for any. */
const QUERIES = 8;

/**
 * The pages' texts, as Pagefind has read them, so that every engine indexes the same words.
 * @param {string} bundle of Pagefind @returns {Promise<SourceDocument[]>}
 */
async function readTexts(bundle) {
  const folder = path.join(bundle, 'fragment');
  const documents = [];
  for (const name of (await readdir(folder)).sort()) {
    const text = gunzipSync(await readFile(path.join(folder, name))).toString();
    const { url, content, meta } = JSON.parse(text.slice(FRAGMENT_SIGNATURE.length));
    documents.push({ url, title: meta.title ?? url, text: content });
  }
  return documents;
}

/** @param {BenchEngine} engine @param {string} pages @returns {Contender} */
function blockwise(engine, pages) {
  return {
    ...engine,
    queries: QUERIES,
    prepare: async (folder) => void (await outputOf(await engine.buildCommand(pages, folder))),
  };
}

/** @param {import('./whole-index.mjs').WholeIndexEngine} engine @param {SourceDocument[]} documents @returns {Contender} */
function whole(engine, documents) {
  return {
    ...engine,
    queries: 1,
    pageScript: wholeIndexScript(engine),
    prepare: (folder) => writeWholeIndex(engine, documents, folder),
  };
}

/**
 * @param {Contender} contender @param {string} folder @param {import('./data.mjs').Query[]} queries
 * @param {import('playwright-core').Browser} browser @returns {Promise<{ bytes: number, ms: number }>}
 */
async function measure(contender, folder, queries, browser) {
  await contender.prepare(folder);
  const server = new BenchServer({ [contender.key]: folder });
  const nothing = () => false;
  const engine = /** @type {any} */ ({ ...contender, isRoot: nothing, isWasm: nothing, isScript: nothing });
  server.addPage(`/${contender.key}.html`, pageOf(engine));
  const stage = { browser, server, address: await server.listen(), engine };
  try {
    await server.prepare(folder, contender.key);
    const asked = queries.slice(0, contender.queries);
    const searches = await firstSearches(stage, asked, { afterFocus: false });
    return {
      bytes: median(searches.map((one) => one.bodyBytes)),
      ms: median(searches.map((one) => one.ms)),
    };
  } finally {
    await server.close();
  }
}

/**
 * First searches over a bundle of ours that is there.
 * @param {BenchEngine} engine @param {string} bundle @param {import('./data.mjs').Query[]} queries
 * @param {import('playwright-core').Browser} browser
 */
export async function measureFirstSearches(engine, bundle, queries, browser) {
  const contender = { ...engine, queries: queries.length, prepare: async () => {} };
  const searched = await measure(contender, bundle, queries, browser);
  const { parts, names } = await weigh(engine, bundle);
  const bundleBytes = sum(Object.values(parts).map(({ bytes }) => bytes));
  const root = names.find((name) => engine.isRoot(name));
  const { size } = await stat(path.join(bundle, /** @type {string} */ (root)));
  return { ...searched, root: size, files: names.length, bundleBytes };
}

/**
 * @param {BenchEngine[]} engines those that fetch blocks
 * @param {import('playwright-core').Browser} browser @param {string} workspace
 * @param {number[]} sizes numbers of pages @param {import('./report.mjs').Omission[]} omissions
 * @returns {Promise<Point[]>}
 */
export async function measureScale(engines, browser, workspace, sizes, omissions) {
  const site = await readSite(SET);
  const order = sample(site.pages, site.pages.length, SEED);
  const queries = sample((await readQueries(SET)).filter(isShort), QUERIES, SEED);
  const points = [];
  for (const size of sizes.filter((one) => one <= order.length)) {
    const folder = path.join(workspace, `scale-${size}`);
    const pages = path.join(folder, 'pages');
    await mkdir(folder, { recursive: true });
    await copyPages({ root: site.root, pages: order.slice(0, size) }, pages);
    const texts = path.join(folder, 'texts');
    await outputOf(await pagefind.buildCommand(pages, texts));
    const documents = await readTexts(texts);
    const contenders = [
      ...engines.map((engine) => blockwise(engine, pages)),
      ...WHOLE_INDEX_ENGINES.map((engine) => whole(engine, documents)),
    ];
    for (const contender of contenders) {
      console.error(`  ${size} pages: ${contender.name}`);
      try {
        const figures = await measure(contender, path.join(folder, contender.key), queries, browser);
        points.push({ engine: contender.name, pages: size, ...figures });
      } catch (error) {
        const why = error instanceof Error ? error.message.split('\n')[0] : String(error);
        omissions.push({ what: `${contender.name} with ${size} pages`, why });
      }
    }
    await rm(folder, { recursive: true });
  }
  return points;
}
