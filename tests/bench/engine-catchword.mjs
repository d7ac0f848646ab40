// Catchword as the measurements see it: how to build, what it left, how a page asks it.
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { compressed } from './server.mjs';

/** @typedef {import('./engines.mjs').BenchEngine} BenchEngine */

const PROGRAM = fileURLToPath(new URL('../../dist/bin/catchword', import.meta.url));

/** An engine's script without the unpacker, which stands at its end. @param {string} script */
export const withoutUnpacker = (script) => script.slice(0, script.lastIndexOf('const __CATCHWORD_UNPACKER__='));

/** @type {BenchEngine} */
export const catchword = {
  name: 'Catchword',
  key: 'catchword',

  async program() {
    return process.env.CATCHWORD ?? PROGRAM;
  },

  async buildCommand(pages, bundle) {
    return [await this.program(), 'index', pages, '--output', bundle, '--quiet'];
  },

  part(file) {
    if (file.startsWith('offline/')) return 'offline';
    if (file.startsWith('text/')) return 'text';
    if (file.startsWith('terms/') || path.basename(file).startsWith('root-')) return 'index';
    if (file.startsWith('positions/')) return 'positions';
    if (file.startsWith('columns')) return 'columns';
    return /-element\.js$/.test(file) ? 'interface' : 'engine';
  },

  isRoot: (file) => /^root-/.test(file),
  isWasm: (file) => /^engine-[^/]*\.pack$/.test(file),
  isScript: (file) => file === 'catchword.js' || /^engine-[^/]*\.js$/.test(file),

  async wasmInScript(bundle) {
    const name = (await readdir(bundle)).find((file) => /^engine-[^/]*\.js$/.test(file)) ?? '';
    const script = await readFile(path.join(bundle, name), 'utf8');
    const sizes = [script, withoutUnpacker(script)].map((text) => compressed(Buffer.from(text)));
    const [whole, rest] = await Promise.all(sizes);
    return whole.length - rest.length;
  },

  pageScript: `
    let engine;
    async function load() {
      const { createSearch } = await import('/catchword/catchword.js');
      return createSearch();
    }
    const open = () => (engine ??= load());
    const search = async (query, limit) => (await open()).search(query, { limit });
    globalThis.bench = {
      open: async () => void (await open()),
      rank: async (query) => (await search(query, 0)).total,
      count: async (query, key) => (await (await open()).search(query, { limit: 0, facets: [key] })).facets[key].values.length,
      ids: async (query, limit) => (await search(query, limit)).results.map(({ id }) => id),
      results: async (query, limit) => {
        const { results } = await search(query, limit);
        return results.map(({ url, title, passages }) => ({ url, title, text: passages[0]?.text }));
      },
    };`,

  async documentOf() {
    return (id) => id;
  },
};
