// What the program says: the measure of what Node and the browsers find.
import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { PROGRAM, catchword } from '../cli/program.mjs';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const CORPUS = path.join(ROOT, 'corpus');

const run = promisify(execFile);

/** Bytes of JSON. */
const LARGEST_ANSWER = 1 << 26;

/** How the demo's records become pages. */
export const DEMO_OPTIONS = ['--offline', '--map-extension', '.md=.html'];

/** @typedef {import('../../web/client/types.js').SearchResults} SearchResults */
/** @typedef {import('../../web/client/types.js').SearchOptions} SearchOptions */
/** @typedef {SearchOptions & { query: string }} Question */

/**
 * Indexes a folder; fails unless the program is content.
 * @param {string} input @param {string} bundle @param {...string} options
 */
export function index(input, bundle, ...options) {
  const { status, err } = catchword(['index', input, '--output', bundle, '--quiet', ...options]);
  if (status !== 0) throw new Error(err);
}

/** One filter as the program takes it. @param {string} key @param {any} value a text, or a range @returns {string[]} */
const filterOption = (key, value) => ['--filter', `${key}=${typeof value === 'string' ? value : `${value.from}..${value.to}`}`];

/** What of a question narrows, orders and counts, as options of the program. @param {Question} question */
function selectionOptions({ filters = {}, sort = [], facets }) {
  return [
    ...Object.entries(filters).flatMap(([key, value]) => filterOption(key, value)),
    ...[sort].flat().flatMap((key) => ['--sort', key]),
    ...(facets ? ['--facets'] : []),
  ];
}

/** @param {string} bundle @param {Question} question @returns {string[]} */
function searchArguments(bundle, question) {
  const { query, limit = 10, offset = 0, complete = false } = question;
  const numbers = ['--limit', String(limit), '--offset', String(offset)];
  const options = ['--json', ...numbers, ...(complete ? ['--complete'] : []), ...selectionOptions(question)];
  return ['search', ...options, '--', bundle, query];
}

/**
 * `catchword search --json`. @param {string} bundle @param {Question} question @returns {SearchResults}
 */
export function search(bundle, question) {
  const { status, out, err } = catchword(searchArguments(bundle, question));
  if (status !== 0) throw new Error(`${question.query}: ${err}`);
  return JSON.parse(out);
}

/**
 * The same for many questions, as many at a time as there are processors.
 * @param {string} bundle @param {Question[]} questions @returns {Promise<SearchResults[]>}
 */
export async function searchAll(bundle, questions) {
  /** @type {SearchResults[]} */
  const answers = [];
  const rest = questions.entries();
  const work = async () => {
    for (const [n, question] of rest) {
      const { stdout } = await run(PROGRAM, searchArguments(bundle, question), { maxBuffer: LARGEST_ANSWER });
      answers[n] = JSON.parse(stdout);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return answers;
}

/**
 * The answer as a browser gives it, its addresses made whole.
 * @param {SearchResults} answer @param {string} [siteRoot] @returns {SearchResults}
 */
export function resolved(answer, siteRoot) {
  const copy = structuredClone(answer);
  if (siteRoot === undefined) return copy;
  for (const place of copy.results.flatMap((result) => [result, ...result.passages])) {
    place.url = new URL(place.url, siteRoot).href;
  }
  return copy;
}

/** The titles of the demo's records, in a stable order. @returns {string[]} */
export function corpusTitles() {
  const names = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .filter((name) => name.endsWith('.md'))
    .map((name) => /^title: *(["']?)(.*)\1$/m.exec(readFileSync(path.join(CORPUS, name), 'utf8'))?.[2] ?? '')
    .map((title) => title.replaceAll("''", "'"));
}

/**
 * The demo as it stands in the project's folder once it is built, in a folder of its own: the page,
 * the archive's pages and their bundle. @param {string} folder
 */
export function copyDemo(folder) {
  for (const name of ['index.html', 'web/demo', 'dist/archive']) {
    cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
  }
  index(CORPUS, path.join(folder, 'dist/catchword'), ...DEMO_OPTIONS);
}
