// --memory bounds what a build takes, and changes nothing of its bundle.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

import { writeSynthetic } from '../bench/synthetic.mjs';
import { PROGRAM, SKIP, contents, folderFor } from './program.mjs';

const DOCUMENTS = 50_000;
const KILOBYTES = 105_000; // of data, all together; with all in memory it is more than twice as much

/**
 * Builds, and fails where the program wants more memory.
 * @param {number | 'unlimited'} kilobytes @param {string} file @param {string} output @param {string[]} [options]
 */
function indexWithin(kilobytes, file, output, options = []) {
  const limited = `ulimit -d ${kilobytes} && ulimit -c 0 && exec "$@"`;
  const command = [PROGRAM, 'index', file, '--output', output, '--jobs', '2', ...options];
  return spawnSync('sh', ['-c', limited, 'sh', ...command], { encoding: 'utf8' });
}

test('with --memory a build keeps within a bound, and writes the same bundle', { skip: SKIP }, async (t) => {
  const folder = folderFor(t);
  const file = `${folder}/documents.jsonl`;
  await writeSynthetic(file, DOCUMENTS);
  const bounded = indexWithin(KILOBYTES, file, `${folder}/bounded`, ['--memory', '8M']);
  assert.equal(bounded.status, 0, bounded.stderr);
  assert.notEqual(indexWithin(KILOBYTES, file, `${folder}/failed`).status, 0);
  const all = indexWithin('unlimited', file, `${folder}/all`);
  assert.equal(all.status, 0, all.stderr);
  assert.deepEqual(contents(`${folder}/bounded`), contents(`${folder}/all`));
});
