// Builds what a bundle needs from web/ into dist/web/. Run: node web/build.mjs
// The WebAssembly module is built by CMake; the documentation of each output stands in its entry under web/loader/.

import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const kPlaceholder = '__CATCHWORD_BUNDLE__';
const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/** `template`: the indexer writes the bundle's description into it. */
const kOutputs = [
  { name: 'catchword.js', entry: 'loader/catchword.js', format: 'esm', template: true },
  { name: 'engine.js', entry: 'loader/engine.js', format: 'esm' },
  { name: 'engine-classic.js', entry: 'loader/engine-classic.js', format: 'iife' },
  { name: 'catchword-element.js', entry: 'element/entry.js', format: 'iife', template: true },
];

/**
 * The output is ASCII alone (esbuild's default): a classic script without a charset is read in the encoding of its page.
 * @type {import('esbuild').BuildOptions}
 */
const options = {
  bundle: true,
  minify: true,
  legalComments: 'none',
  target: ['es2022', 'chrome103', 'firefox113', 'safari16.4'],
  external: ['node:*'],
};

/**
 * The place for the description must be there once, and where an object literal is an expression.
 * @param {string} file
 */
async function checkTemplate(file) {
  const places = (await readFile(file, 'utf8')).match(new RegExp(`.?${kPlaceholder}`, 'g')) ?? [];
  if (places.length === 1 && '=(,:'.includes(places[0][0])) return;
  throw new Error(`${file}: ${kPlaceholder} must stand there once, as a value; found: ${places.join(' ') || 'none'}`);
}

/** @param {{ name: string, entry: string, format: any, template?: boolean }} output */
async function make({ name, entry, format, template }) {
  const outfile = path(`../dist/web/${name}`);
  await build({ ...options, entryPoints: [path(entry)], outfile, format });
  if (template) await checkTemplate(outfile);
}

await mkdir(path('../dist/web/'), { recursive: true });
for (const output of kOutputs) {
  if (existsSync(path(output.entry))) await make(output);
  else console.warn(`web/${output.entry} is not there: dist/web/${output.name} is left out`);
}
