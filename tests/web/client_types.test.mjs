// The npm package and the declarations that it carries, seen from a strict TypeScript program that uses them.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { kParts } from '../../web/element/parts.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const kCompiler = path.join(root, 'node_modules/typescript/bin/tsc');

const kProgram = `
import { createSearch, CatchwordError, type SearchResult, type SearchOptions, type Passage } from 'catchword';
import { CatchwordSearch } from 'catchword/element';

export async function titles(query: string, options?: SearchOptions): Promise<string[]> {
  const search = await createSearch({ base: new URL('https://example.org/catchword/'), signal: AbortSignal.timeout(1000) });
  const { total, exact, complete, unknown, results } = await search.search(query, options);
  const counts: [number, boolean, number, string[]] = [total, exact, complete, unknown];
  const passages: Passage[] = results.flatMap((result: SearchResult) => result.passages);
  const [from, to]: [number, number] = passages[0].marks[0];
  await search.preload('par');
  return [...results.map((result) => result.title), passages[0].text.slice(from, to), String(counts)];
}

export const advice = (error: unknown): string => (error instanceof CatchwordError ? error.remedy + error.kind : '');

const element = document.createElement('catchword-search');
const first: string | undefined = element.answer?.results[0].title;
element.request = { query: first, sort: '-date', filters: { author: ['Ada Quill'], date: { from: '1990', to: '1999' } } };
element.addEventListener('catchword-select', ({ detail }) => console.log(detail.query, detail.result.title, detail.position));
export class Own extends CatchwordSearch {}

// @ts-expect-error: an element has no such property
element.queries = 'a';
// @ts-expect-error: a query is a text
element.query = 7;
// @ts-expect-error: base is needed
void createSearch({});
// @ts-expect-error: a limit is a number
void createSearch({ base: '/' }).then((search) => search.search('a', { limit: '10' }));
`;

/** @param {string[]} values */
function compile(...values) {
  try {
    execFileSync(process.execPath, [kCompiler, ...values], { encoding: 'utf8' });
  } catch (error) {
    assert.fail(/** @type {any} */ (error).stdout);
  }
}

/** The package as it is packed, in a folder's node_modules, its types apart. @param {string} folder */
function install(folder) {
  const home = path.join(folder, 'node_modules/catchword');
  mkdirSync(home, { recursive: true });
  const { files } = JSON.parse(readFileSync(path.join(root, 'web/package.json'), 'utf8'));
  for (const name of ['package.json', ...files]) {
    if (name !== 'types/') cpSync(path.join(root, 'web', name), path.join(home, name), { recursive: true });
  }
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  return home;
}

test('a bundler finds the element in the package, and splits off what only some readers need', async (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'catchword-module-'));
  t.after(() => rmSync(folder, { recursive: true }));
  install(folder);
  const stdin = { contents: "import 'catchword/element';", resolveDir: folder };
  const outdir = path.join(folder, 'out');
  const { outputFiles } = await build({ stdin, outdir, bundle: true, splitting: true, format: 'esm', write: false, external: ['node:url'] });
  const [{ text: entry }] = outputFiles.filter(({ path: file }) => file.endsWith('stdin.js'));
  assert.match(entry, /customElements\.define/);
  assert.doesNotMatch(entry, /Rechercher les|Alle Filter entfernen/);
  assert.ok(outputFiles.length > Object.keys(kParts).length);
});

test('a strict program compiles against the package as its manifest exports it, and a wrong one does not', (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'catchword-types-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const home = install(folder);
  compile('--project', path.join(root, 'web/tsconfig.types.json'), '--outDir', path.join(home, 'types'));
  writeFileSync(path.join(folder, 'program.ts'), kProgram);
  const options = ['--strict', '--noEmit', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2023,dom,dom.iterable'];
  compile(...options, path.join(folder, 'program.ts'));
});
