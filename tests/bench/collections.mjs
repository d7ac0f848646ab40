// Every judged set, grouped by the documents that it asks about, and what it is judged by.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { DATA, copyPages, exists, readSite } from './data.mjs';

/** @typedef {keyof import('./metrics.mjs').Scores} Measure */
/** @typedef {{ id: string, title: string, text: string }} JsonDocument */

/**
 * @typedef {object} Collection
 * @property {string} name
 * @property {string[]} sets judged sets about these documents
 * @property {boolean} isSite pages of HTML, not JSON lines
 * @property {string | undefined} absent why it can't be used here
 */

/** The kinds of sets about a site. */
const SITE_KINDS = ['ki', 'exact', 'typo', 'prefix'];
const SITE_SET = new RegExp(`^(${SITE_KINDS.join('|')})-(.+)$`);

/** The measure that a set is compared by. @param {string} set @returns {Measure} */
export function measureOf(set) {
  if (/^(cranfield|cisi|nfcorpus)$/.test(set)) return 'ndcg10';
  if (/^(typo|prefix)-/.test(set)) return 'found5';
  return set.startsWith('exact-') ? 'mrr5' : 'mrr10';
}

/**
 * The collections of the sets that are wanted, in the order of their names.
 * @param {(set: string) => boolean} isWanted @returns {Promise<Collection[]>}
 */
export async function findCollections(isWanted) {
  const sets = (await readdir(DATA)).filter(isWanted).sort();
  /** @type {Map<string, Collection>} */
  const found = new Map();
  for (const set of sets) {
    const site = SITE_SET.exec(set)?.[2];
    const isSite = site !== undefined && !(await exists(path.join(DATA, set, 'docs.jsonl')));
    const name = isSite ? site : set;
    const known = found.get(name);
    if (known) known.sets.push(set);
    else found.set(name, { name, sets: [set], isSite, absent: await absence(name, isSite) });
  }
  return [...found.values()];
}

/** @param {string} name @param {boolean} isSite @returns {Promise<string | undefined>} */
async function absence(name, isSite) {
  if (!isSite) return undefined;
  if (!(await exists(path.join(DATA, `ki-${name}`)))) return `there is no set ki-${name} that lists its pages`;
  const site = await readSite(`ki-${name}`);
  return (await exists(site.root)) ? undefined : `its pages are missing; install Debian's ${site.package}`;
}

/** @param {Collection} collection @returns {string} the JSON lines of one that is no site */
export function jsonLinesOf({ name }) {
  return path.join(DATA, name, 'docs.jsonl');
}

/** @param {Collection} collection @returns {Promise<JsonDocument[]>} */
export async function readDocuments(collection) {
  const text = await readFile(jsonLinesOf(collection), 'utf8');
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** @param {string} text @returns {string} */
function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** The language of a set of questions, as its name tells. @param {string} name @returns {string} */
function languageOf(name) {
  return name === 'jsquad' ? 'ja' : (/^xquad-(..)$/.exec(name)?.[1] ?? 'en');
}

/**
 * Lays a collection out as a folder of pages, for engines that read nothing else. A page of a
 * JSON document is named by its id.
 * @param {Collection} collection @param {string} folder @returns {Promise<void>}
 */
export async function writePages(collection, folder) {
  await mkdir(folder, { recursive: true });
  if (collection.isSite) {
    await copyPages(await readSite(`ki-${collection.name}`), folder);
    return;
  }
  const language = languageOf(collection.name);
  for (const { id, title, text } of await readDocuments(collection)) {
    const heading = escapeHtml(title);
    const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${heading}</title>
<body><h1>${heading}</h1><p>${escapeHtml(text)}</p></body></html>`;
    await writeFile(path.join(folder, `${encodeURIComponent(id)}.html`), html);
  }
}

/** The document behind a page of `writePages`. @param {Collection} collection @param {string} page */
export function documentOfPage(collection, page) {
  return collection.isSite ? page : decodeURIComponent(page.replace(/\.html$/, ''));
}
