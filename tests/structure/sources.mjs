// Walks the project's own files, for the tests that read sources as text.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Files below a folder of the project, as paths relative to it with '/' between folders.
 * @param {string} folder @param {RegExp} name @returns {string[]}
 */
export function filesBelow(folder, name) {
  const all = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return all.map((file) => file.replaceAll(path.sep, '/')).filter((file) => name.test(file)).sort();
}

/** @param {string} file relative to the project @returns {string} */
export function readSource(file) {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

/** The files that git tracks, or undefined outside a clone. @returns {string[] | undefined} */
export function trackedFiles() {
  try {
    const output = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' });
    return output.split('\0').filter((file) => file !== '');
  } catch {
    return undefined;
  }
}
