// The declarations that the npm package carries, seen from a strict TypeScript program that uses them.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const kCompiler = path.join(root, 'node_modules/typescript/bin/tsc');

const kProgram = `
import { createSearch, CatchwordError, type SearchResult, type SearchOptions, type Passage } from './types/client/browser.js';

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

test('a strict program compiles against the declarations, and a wrong one does not', (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'catchword-types-'));
  t.after(() => rmSync(folder, { recursive: true }));
  compile('--project', path.join(root, 'web/tsconfig.types.json'), '--outDir', path.join(folder, 'types'));
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(path.join(folder, 'program.ts'), kProgram);
  const options = ['--strict', '--noEmit', '--target', 'es2022', '--module', 'nodenext'];
  compile(...options, path.join(folder, 'program.ts'));
});
