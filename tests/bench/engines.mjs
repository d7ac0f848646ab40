// What the measurements ask of a search engine for static sites, and the engines that give it.
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

import { catchword } from './engine-catchword.mjs';
import { pagefind } from './engine-pagefind.mjs';

/**
 * @typedef {object} BenchEngine
 * @property {string} name for people
 * @property {string} key names its files and its figures
 * @property {() => Promise<string>} program the indexer; rejects when it isn't installed
 * @property {(pages: string, bundle: string) => Promise<string[]>} buildCommand
 * @property {(file: string) => Part} part what a file of the bundle is for
 * @property {(file: string) => boolean} isRoot
 * @property {(file: string) => boolean} isWasm
 * @property {(file: string) => boolean} isScript of the loader and the engine
 * @property {(bundle: string) => Promise<number>} [wasmInScript] the bytes that WebAssembly has of a script as it is sent
 * @property {string} pageScript defines `globalThis.bench`: see PageBench
 * @property {(bundle: string) => Promise<(id: string) => string>} documentOf from a result's id to
 *   the document's path
 */

/** @typedef {'index' | 'text' | 'positions' | 'columns' | 'engine' | 'interface' | 'offline'} Part */

/**
 * What a page offers; each call may load what it lacks.
 * @typedef {object} PageBench
 * @property {() => Promise<void>} open what the focus of the search box sets off
 * @property {(query: string) => Promise<number>} rank the ranked list, without texts
 * @property {(query: string, key: string) => Promise<number>} [count] the values of a facet, each counted
 * @property {(query: string, limit: number) => Promise<string[]>} ids
 * @property {(query: string, limit: number) => Promise<{ url: string, title: string, text: string }[]>} results
 *   with snippets
 */

/** @type {BenchEngine[]} ours first */
export const ENGINES = [catchword, pagefind];

/** @param {BenchEngine} engine @returns {string} the page that asks it */
export function pageOf(engine) {
  return `<!doctype html><meta charset="utf-8"><title>${engine.name}</title>
<link rel="icon" href="data:,"><script type="module">${engine.pageScript}</script>`;
}

/**
 * Bytes and files of a bundle, by part.
 * @param {BenchEngine} engine @param {string} bundle
 * @returns {Promise<{ parts: Record<string, { bytes: number, files: number }>, names: string[] }>}
 */
export async function weigh(engine, bundle) {
  /** @type {Record<string, { bytes: number, files: number }>} */
  const parts = {};
  const names = [];
  for (const entry of await readdir(bundle, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const name = path.relative(bundle, file);
    const part = (parts[engine.part(name)] ??= { bytes: 0, files: 0 });
    part.bytes += (await stat(file)).size;
    part.files += 1;
    names.push(name);
  }
  return { parts, names };
}
