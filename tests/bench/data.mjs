// The judged sets: queries, judgments, and the pages or documents they are about.
import { cp, mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ id: string, text: string }} Query */
/** @typedef {Map<string, Map<string, number>>} Judgments query id -> document id -> grade */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const DATA = path.resolve(process.env.CATCHWORD_DATA ?? path.join(ROOT, '..', 'shared', 'data'));

/** @param {string} file @returns {Promise<boolean>} */
export async function exists(file) {
  return stat(file).then(() => true, () => false);
}

/** @param {string} file @returns {Promise<string[][]>} the fields of its lines */
async function readTable(file) {
  const text = await readFile(file, 'utf8');
  return text.split('\n').filter((line) => line !== '').map((line) => line.split('\t'));
}

/** @param {string} set @returns {Promise<Query[]>} */
export async function readQueries(set) {
  const rows = await readTable(path.join(DATA, set, 'queries.tsv'));
  return rows.map(([id, text]) => ({ id, text }));
}

/** @param {string} set @returns {Promise<Judgments>} */
export async function readJudgments(set) {
  const judgments = new Map();
  for (const [query, document, grade] of await readTable(path.join(DATA, set, 'qrels.tsv'))) {
    if (!judgments.has(query)) judgments.set(query, new Map());
    judgments.get(query).set(document, Number(grade));
  }
  return judgments;
}

/** @param {string} set @param {'queries.tsv' | 'qrels.tsv'} name @returns {string} */
export function dataFile(set, name) {
  return path.join(DATA, set, name);
}

/**
 * The folder of the real site behind a `ki-*` set, and its pages that count.
 * @param {string} set
 * @returns {Promise<{ name: string, package: string, root: string, language: string, pages: string[] }>}
 */
export async function readSite(set) {
  const folder = path.join(DATA, set);
  const site = JSON.parse(await readFile(path.join(folder, 'site.json'), 'utf8'));
  const list = await readFile(path.join(folder, site.pages), 'utf8');
  return {
    name: set.replace(/^ki-/, ''),
    package: site.package,
    root: site.root,
    language: site.language,
    pages: list.split('\n').filter((line) => line !== ''),
  };
}

/**
 * Copies a site's pages to a folder, so that each engine reads these and no others.
 * @param {{ root: string, pages: string[] }} site @param {string} folder
 * @returns {Promise<number>} bytes of HTML
 */
export async function copyPages(site, folder) {
  let bytes = 0;
  for (const page of site.pages) {
    const [source, target] = [path.join(site.root, page), path.join(folder, page)];
    await mkdir(path.dirname(target), { recursive: true });
    await cp(source, target, { dereference: true });
    bytes += (await stat(target)).size;
  }
  return bytes;
}
