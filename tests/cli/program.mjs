// Runs the built program, and makes folders for it to run on.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The program under test. */
export const PROGRAM =
  process.env.CATCHWORD_PROGRAM ?? fileURLToPath(new URL('../../dist/bin/catchword', import.meta.url));

/** Why tests of the program can't run, or false. */
export const SKIP = existsSync(PROGRAM) ? false : `${PROGRAM} is not built (npm run build)`;

/** Nobody's user id: root may read and write everything, so that permissions show under another id only. */
const NOBODY = 65534;

/** @typedef {{ status: number | null, signal: string | null, out: string, err: string }} Outcome */

/**
 * @param {string[]} args @param {{ input?: string | Buffer, nobody?: boolean, cwd?: string }} [options]
 * @returns {Outcome}
 */
export function catchword(args, { input = '', nobody = false, cwd } = {}) {
  const id = nobody && process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const child = spawnSync(PROGRAM, args, { input, cwd, encoding: 'utf8', ...id });
  if (child.error) throw child.error;
  return { status: child.status, signal: child.signal, out: child.stdout, err: child.stderr };
}

/**
 * A folder that goes with the test. @param {import('node:test').TestContext} t @returns {string}
 */
export function folderFor(t) {
  const folder = mkdtempSync(path.join(tmpdir(), 'catchword-cli-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** @param {string} folder @param {Record<string, string | Buffer>} files by name */
export function write(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** Every file below a folder with its content. @param {string} folder @returns {Map<string, string>} */
export function contents(folder) {
  const names = /** @type {string[]} */ (readdirSync(folder, { recursive: true })).sort();
  const files = names.filter((name) => statSync(path.join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]));
}

export const PAGES = {
  'apple.md': '---\ntitle: Apple\n---\n# Apple\n\nApples are fruit that grows on trees in orchards.\n',
  'pear.md': '---\ntitle: Pear\n---\n# Pear\n\nPears are fruit, too, and some grow beside apples.\n',
  'plum.html': '<!doctype html><title>Plum</title><h1>Plum</h1><p>Plums have a stone, and orchards have plums.</p>',
};

/** A folder with a small site and its bundle, made anew. @param {import('node:test').TestContext} t */
export function siteWithBundle(t, { offline = true } = {}) {
  const folder = folderFor(t);
  const site = path.join(folder, 'site');
  const bundle = path.join(folder, 'bundle');
  write(site, PAGES);
  const made = catchword(['index', site, '--output', bundle, ...(offline ? ['--offline'] : [])]);
  if (made.status !== 0) throw new Error(made.err);
  return { folder, site, bundle };
}
