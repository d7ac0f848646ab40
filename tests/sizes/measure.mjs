// What crosses the wire: scripts and module as a host compresses them, and the demo's bundle, whose
// blocks are compressed already, as it is.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

import { CORPUS, DEMO_OPTIONS, index } from '../e2e/native.mjs';

const WEB = fileURLToPath(new URL('../../dist/web/', import.meta.url));
const COMPRESSED = [
  'catchword.js',
  'catchword-element.js',
  'parts/element.js',
  'catchword-worker.js',
  'catchword-highlight.js',
  'engine.js',
  'parts/engine.js',
  'parts/filters.js',
  'parts/help.js',
  'parts/ja.js',
];
const PACKED = ['engine-lean.pack', 'engine-speller.pack', 'engine-full.pack'];
const PARTS = ['terms', 'positions', 'text'];

/** The ledger's name and place. */
export const LEDGER = new URL('ledger.json', import.meta.url);

/** @typedef {Record<string, number>} Sizes bytes by what they are */

/** @param {string} file @returns {number} bytes */
function compressedSize(file) {
  return brotliCompressSync(readFileSync(file)).length;
}

/** @param {string} folder @returns {number} bytes of the files in it */
function folderSize(folder) {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
}

/** @param {string} bundle @returns {Sizes} */
function partsOf(bundle) {
  const root = readdirSync(bundle).find((name) => name.startsWith('root-')) ?? '';
  return Object.fromEntries([
    ['demo: root', statSync(path.join(bundle, root)).size],
    ...PARTS.map((part) => [`demo: ${part}`, folderSize(path.join(bundle, part))]),
  ]);
}

/** Measures what is built in dist/. @returns {Sizes} */
export function measure() {
  const folder = mkdtempSync(path.join(tmpdir(), 'catchword-sizes-'));
  try {
    index(CORPUS, path.join(folder, 'catchword'), ...DEMO_OPTIONS);
    const scripts = COMPRESSED.map((name) => [`${name}, brotli`, compressedSize(path.join(WEB, name))]);
    const packed = PACKED.map((name) => [name, statSync(path.join(WEB, name)).size]);
    return { ...Object.fromEntries([...scripts, ...packed]), ...partsOf(path.join(folder, 'catchword')) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @returns {Sizes} */
export function readLedger() {
  return JSON.parse(readFileSync(LEDGER, 'utf8'));
}
