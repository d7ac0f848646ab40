// Builds what a bundle needs from web/ into dist/web/. Run: node web/build.mjs
// The WebAssembly modules are built by CMake and packed by .ci/build; the documentation of each output stands in its entry.

import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { minify } from 'terser';
import { kParts } from './element/parts.js';

const kPlaceholder = '__CATCHWORD_BUNDLE__';
const kUnpacker = '__CATCHWORD_UNPACKER__';
const kModule = '__CATCHWORD_MODULE__';
const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/** `template`: the indexer writes the bundle's description into it. `unpacks`: has the unpacker in it; `packed`: and this module. */
const kOutputs = [
  { name: 'catchword.js', entry: 'loader/catchword.js', format: 'esm', template: true },
  { name: 'engine.js', entry: 'loader/engine.js', format: 'esm', unpacks: true },
  { name: 'engine-classic.js', entry: 'loader/engine-classic.js', format: 'iife', unpacks: true, packed: 'engine-full' },
  { name: 'catchword-element.js', entry: 'loader/element.js', format: 'iife', template: true },
  { name: 'catchword-highlight.js', entry: 'element/highlight.js', format: 'iife' },
  { name: 'catchword-worker.js', entry: 'loader/worker.js', format: 'iife', template: true },
  { name: 'parts/element.js', entry: 'element/entry.js', format: 'iife' },
];

/** A part's file is found by the import that parts.js makes of it. */
const kPartOutputs = Object.entries(kParts).map(([name, load]) => ({
  name: `parts/${name}.js`,
  entry: `element/${/import\(['"](.+?)['"]\)/.exec(String(load))?.[1]}`,
  format: 'iife',
  globalName: 'catchwordPart',
}));

const kTargets = ['es2022', 'chrome103', 'firefox113', 'safari16.4'];

/** The style sheets stand in scripts as template literals, where the minifier of scripts leaves them alone. */
const minifiedSheets = {
  name: 'style sheets',
  setup(/** @type {import('esbuild').PluginBuild} */ { onLoad }) {
    onLoad({ filter: /[/\\]styles\.js$/ }, async ({ path: file }) => {
      const script = await readFile(file, 'utf8');
      const [literal, css] = /** @type {RegExpExecArray} */ (/(?<=kSheet = )`([^`]*)`/.exec(script));
      const { code } = await transform(css.replaceAll('\\\\', '\\'), { loader: 'css', minify: true, target: kTargets });
      // It leaves the spaces in the values of custom properties.
      const sheet = code.trim().replace(/([:,]) /g, '$1');
      return { contents: script.replace(literal, () => JSON.stringify(sheet)) };
    });
  },
};

/** What `packed:modules` gives; the constants are appended to the script, see appendModules. */
const kPacking = `const bytesOf = (text) => new Uint8Array(text.length).map((_, i) => text.charCodeAt(i));
export const unpacker = () => bytesOf(${kUnpacker});
export const module = () => bytesOf(atob(${kModule}));`;

const packedModules = {
  name: 'packed modules',
  setup(/** @type {import('esbuild').PluginBuild} */ { onResolve, onLoad }) {
    onResolve({ filter: /^packed:modules$/ }, ({ path: name }) => ({ path: name, namespace: 'packed' }));
    onLoad({ filter: /^/, namespace: 'packed' }, () => ({ contents: kPacking }));
  },
};

/**
 * The output is ASCII alone (esbuild's default): a classic script without a charset is read in the encoding of its page.
 * Names that end in one underscore are a class's own.
 * @type {import('esbuild').BuildOptions}
 */
const options = {
  bundle: true,
  minify: true,
  mangleProps: /[^_]_$/,
  legalComments: 'none',
  target: kTargets,
  supported: { 'regexp-unicode-property-escapes': true },  // esbuild takes those that lack the newest scripts for lacking all
  external: ['node:*'],
  plugins: [minifiedSheets, packedModules],
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

/**
 * Terser makes of esbuild's script one that takes 3% less when it is compressed; nothing here reads a property for what
 * that does.
 * @param {string} file
 * @param {boolean} isModule
 */
async function shrink(file, isModule) {
  const compress = { ecma: /** @type {const} */ (2020), passes: 3, pure_getters: true, unsafe_arrows: true, unsafe_methods: true };
  const { code } = await minify(await readFile(file, 'utf8'), { compress, module: isModule, format: { ascii_only: true } });
  await writeFile(file, /** @type {string} */ (code));
}

const kEscapes = /** @type {Record<string, string>} */ ({ '\n': '\\n', '\r': '\\r', '"': '\\"', '\\': '\\\\' });
const escaped = (/** @type {string} */ byte) => kEscapes[byte] ?? `\\x${byte.charCodeAt(0).toString(16).padStart(2, '0')}`;

/**
 * Appends the unpacker, and the packed module of that name. They come behind all else, as a server's compressor learns
 * as it goes. The unpacker has a byte in each character, as few escaped as can be; only a module of JavaScript is sure to be
 * read as UTF-8. The packed module is noise to a compressor, so it stands in base64.
 * @param {string} file
 * @param {boolean} isModule
 * @param {string} [name]
 */
async function appendModules(file, isModule, name) {
  const script = await readFile(file, 'utf8');
  const unpacker = await readFile(path('../build/wasm/unpacker.wasm'), 'latin1');
  const literal = unpacker.replace(isModule ? /[\0\n\r"\\]/g : /[^ !#-[\]-~]/g, escaped);
  const module = name ? `,${kModule}="${await readFile(path(`../build/wasm/${name}.pack`), 'base64')}"` : '';
  const whole = `${script}const ${kUnpacker}="${literal}"${module};`;
  await writeFile(file, isModule ? whole : `(()=>{${whole}})();`);
}

/** @param {{ name: string, entry: string, format: any, globalName?: string, template?: boolean, unpacks?: boolean, packed?: string }} output */
async function make({ name, entry, template, unpacks, packed, ...settings }) {
  const outfile = path(`../dist/web/${name}`);
  await build({ ...options, ...settings, entryPoints: [path(entry)], outfile });
  await shrink(outfile, settings.format === 'esm');
  if (unpacks) await appendModules(outfile, settings.format === 'esm', packed);
  if (template) await checkTemplate(outfile);
}

/**
 * Snowball's stemmers as classic scripts, a part for each language. Each adds its function to `catchwordStemmers`, so
 * that it can be had by an import as well as by an element.
 */
async function makeStemmers() {
  const modules = JSON.parse(execFileSync('python3', [path('stemmers/translate.py')], { encoding: 'utf8' }));
  for (const language of Object.keys(modules)) {
    const contents = `${modules[language]}(globalThis.catchwordStemmers ??= {}).${language} = stem;`;
    const outfile = path(`../dist/web/parts/stemmer-${language}.js`);
    const stdin = { contents, resolveDir: path('stemmers/') };
    await build({ ...options, stdin, outfile, format: 'iife', minify: true, mangleProps: /_$/ });
  }
}

/**
 * The engine that wasm2js made, as a script that gives a function which makes one: as a module it would be one for all
 * searches of a page.
 */
async function makePlainEngine() {
  const made = await readFile(path('../build/wasm/engine-plain.js'), 'utf8');
  const imports = [...made.matchAll(/^import \{ (\w+) \} from 'host';$/gm)].map(([, name]) => name);
  const body = made.replace(/^(import|export) .*$/gm, '');
  const script = `globalThis.catchwordPlain = { create({ ${imports} }) { ${body}; return retasmFunc; } };`;
  const file = path('../dist/web/parts/engine.js');
  await writeFile(file, script);
  await shrink(file, false);
}

await rm(path('../dist/web/parts/'), { recursive: true, force: true });
await mkdir(path('../dist/web/'), { recursive: true });
for (const output of [...kOutputs, ...kPartOutputs]) await make(output);
await makeStemmers();
await makePlainEngine();
