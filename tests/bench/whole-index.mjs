// The engines that fetch their whole index before the first search: MiniSearch, Lunr, Orama,
// FlexSearch, and SQLite FTS5 in WebAssembly.
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build as bundleScript } from 'esbuild';

/** @typedef {{ url: string, title: string, text: string }} SourceDocument */
/** @typedef {(query: string, limit: number) => Promise<SourceDocument[]>} Find */

/**
 * @typedef {object} WholeIndexEngine
 * @property {string} name for people
 * @property {string} key of its module in peers/
 * @property {string} dataFile whose type decides whether a server compresses it
 * @property {string[]} [assets] files of its package that its script fetches
 */

/** @type {WholeIndexEngine[]} */
export const WHOLE_INDEX_ENGINES = [
  { name: 'MiniSearch 7.2.0', key: 'minisearch', dataFile: 'index.json' },
  { name: 'Lunr 2.3.9', key: 'lunr', dataFile: 'index.json' },
  { name: 'Orama 3.1.18', key: 'orama', dataFile: 'index.json' },
  { name: 'FlexSearch 0.8.212', key: 'flexsearch', dataFile: 'index.json' },
  {
    name: 'SQLite FTS5 3.54.1',
    key: 'sqlite',
    dataFile: 'index.sqlite',
    assets: ['@sqlite.org/sqlite-wasm/sqlite3.wasm'],
  },
];

const PEERS = fileURLToPath(new URL('peers', import.meta.url));
const require = createRequire(import.meta.url);

/** The page's entry: fetches the index while the library starts, then asks it. */
const entryOf = (/** @type {WholeIndexEngine} */ { key, dataFile }) => `
  import { open } from './${key}.mjs';
  const data = fetch('/${key}/${dataFile}');
  const find = open(await data);
  const shorten = ({ url, title, text }) => ({ url, title, text: text.slice(0, 200) });
  export const results = async (query, limit) => (await (await find)(query, limit)).map(shorten);`;

/** @param {WholeIndexEngine} engine @param {string} folder @returns {Promise<void>} */
async function writeScript(engine, folder) {
  await bundleScript({
    stdin: { contents: entryOf(engine), resolveDir: PEERS },
    outfile: path.join(folder, 'engine.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  });
}

/**
 * Writes what a site would hold: the engine's script, its assets, and the index.
 * @param {WholeIndexEngine} engine @param {SourceDocument[]} documents @param {string} folder
 * @returns {Promise<void>}
 */
export async function writeWholeIndex(engine, documents, folder) {
  await mkdir(folder, { recursive: true });
  const { build } = await import(`./peers/${engine.key}.mjs`);
  await writeFile(path.join(folder, engine.dataFile), await build(documents));
  await writeScript(engine, folder);
  for (const asset of engine.assets ?? []) {
    await copyFile(require.resolve(asset), path.join(folder, path.basename(asset)));
  }
}

/** @param {WholeIndexEngine} engine @returns {string} for `pageOf` */
export function wholeIndexScript({ key }) {
  return `
    let engine;
    const open = () => (engine ??= import('/${key}/engine.js'));
    globalThis.bench = {
      results: async (query, limit) => (await open()).results(query, limit),
    };`;
}
