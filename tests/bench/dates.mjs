// Filters by years, months and days of collections of several sizes: what they load, against the least that lists of
// their documents take.
import { mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { weigh } from './engines.mjs';
import { filterCosts } from './filters.mjs';
import { outputOf } from './process.mjs';
import { randomNumbers } from './sample.mjs';
import { BenchServer } from './server.mjs';

/** @typedef {import('./engines.mjs').BenchEngine} BenchEngine */
/** @typedef {import('./filters.mjs').FilterCosts} FilterCosts */
/** @typedef {{ documents: number, files: number, bundleBytes: number, root: number, years: FilterCosts, months: FilterCosts, days: FilterCosts, ratings: FilterCosts }} DatedSize */

const SEED = 80;
const FIRST_YEAR = 1995;
const DAYS = 25 * 365 + 6;
/** A day costs what another one does, and there are thousands. */
const MOST_DAYS = 100;

/** @param {number} index @returns {{ id: string, title: string, text: string, date: string, rating: number }} the same for the same index, later dates more often */
export function datedDocument(index) {
  const random = randomNumbers(SEED + index);
  const day = Math.floor(DAYS * Math.sqrt(random()));
  return {
    id: `d${index}`,
    title: `Letter ${index}`,
    text: 'A letter.',
    date: new Date(Date.UTC(FIRST_YEAR, 0, 1 + day)).toISOString().slice(0, 10),
    rating: 1 + Math.floor(5 * random()),
  };
}

/**
 * @param {BenchEngine} engine @param {string} workspace @param {number[]} sizes numbers of documents
 * @returns {Promise<DatedSize[]>}
 */
export async function measureDates(engine, workspace, sizes) {
  const results = [];
  for (const size of sizes) {
    console.error(`  ${size} dated documents`);
    const documents = Array.from({ length: size }, (_, index) => datedDocument(index));
    const folder = path.join(workspace, `dated-${size}`);
    const [file, bundle] = [path.join(folder, 'dated.jsonl'), path.join(folder, engine.key)];
    await mkdir(folder, { recursive: true });
    await writeFile(file, documents.map((one) => `${JSON.stringify(one)}\n`).join(''));
    await outputOf(await engine.buildCommand(file, bundle));
    results.push({ documents: size, ...(await sizesOf(engine, bundle)), ...(await costsOf(engine, bundle, documents)) });
  }
  return results;
}

/** @param {BenchEngine} engine @param {string} bundle */
async function sizesOf(engine, bundle) {
  const { parts, names } = await weigh(engine, bundle);
  const root = /** @type {string} */ (names.find((name) => engine.isRoot(name)));
  const bundleBytes = Object.values(parts).reduce((total, { bytes }) => total + bytes, 0);
  return { files: names.length, bundleBytes, root: (await stat(path.join(bundle, root))).size };
}

/** @param {BenchEngine} engine @param {string} bundle @param {ReturnType<typeof datedDocument>[]} documents */
async function costsOf(engine, bundle, documents) {
  const server = new BenchServer({ [engine.key]: bundle });
  const base = `${await server.listen()}/${engine.key}/`;
  try {
    const dates = documents.map(({ date }) => date);
    return {
      years: await filterCosts(base, 'date', dates.map((date) => date.slice(0, 4))),
      months: await filterCosts(base, 'date', dates.map((date) => date.slice(0, 7))),
      days: await filterCosts(base, 'date', dates, MOST_DAYS),
      ratings: await filterCosts(base, 'rating', documents.map(({ rating }) => String(rating))),
    };
  } finally {
    await server.close();
  }
}
