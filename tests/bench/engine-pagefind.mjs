// Pagefind 1.6.0 as the measurements see it: how to build, what it left, how a page asks it.
import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** @typedef {import('./engines.mjs').BenchEngine} BenchEngine */

const inflate = promisify(gunzip);
const require = createRequire(import.meta.url);
const PLATFORM = `@pagefind/linux-${process.arch}`;

/** Its fragments begin with this, before the JSON. */
export const FRAGMENT_SIGNATURE = 'pagefind_dcd';

/** The user interface, which nothing here loads. */
const INTERFACE = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/**
 * Fragment name -> path of its page.
 * @param {string} bundle @returns {Promise<Map<string, string>>}
 */
async function readFragmentUrls(bundle) {
  const folder = path.join(bundle, 'fragment');
  const urls = new Map();
  for (const name of await readdir(folder)) {
    const text = (await inflate(await readFile(path.join(folder, name)))).toString();
    const { url } = JSON.parse(text.slice(FRAGMENT_SIGNATURE.length));
    urls.set(path.parse(name).name, url.replace(/^\//, ''));
  }
  return urls;
}

/** @type {BenchEngine} */
export const pagefind = {
  name: 'Pagefind 1.6.0',
  key: 'pagefind',

  async program() {
    const manifest = require.resolve(`${PLATFORM}/package.json`);
    return path.join(path.dirname(manifest), 'bin', 'pagefind_extended');
  },

  async buildCommand(pages, bundle) {
    return [await this.program(), '--site', pages, '--output-path', bundle, '--keep-index-url', '--quiet'];
  },

  part(file) {
    if (file.startsWith('fragment/')) return 'text';
    if (file.startsWith('index/') || file.endsWith('.pf_meta')) return 'index';
    return INTERFACE.test(file) ? 'interface' : 'engine';
  },

  isRoot: (file) => file.endsWith('.pf_meta') || file === 'pagefind-entry.json',
  isWasm: (file) => file.startsWith('wasm.'),
  isScript: (file) => file === 'pagefind.js' || file === 'pagefind-worker.js',

  pageScript: `
    let engine;
    async function load() {
      const pagefind = await import('/pagefind/pagefind.js');
      await pagefind.init();
      return pagefind;
    }
    const open = () => (engine ??= load());
    const rank = async (query) => (await (await open()).search(query)).results;
    globalThis.bench = {
      open: async () => void (await open()),
      rank: async (query) => (await rank(query)).length,
      ids: async (query, limit) => (await rank(query)).slice(0, limit).map(({ id }) => id),
      results: async (query, limit) => {
        const found = (await rank(query)).slice(0, limit);
        const pages = await Promise.all(found.map((one) => one.data()));
        return pages.map(({ url, meta, excerpt }) => ({ url, title: meta.title, text: excerpt }));
      },
    };`,

  async documentOf(bundle) {
    const urls = await readFragmentUrls(bundle);
    return (id) => urls.get(id) ?? id;
  },
};
