// The descriptions of Debian's packages, over 60,000 small documents: how Catchword does at scale.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { outputOf } from './process.mjs';
import { sample } from './sample.mjs';

/** @typedef {{ id: string, title: string, text: string, section: string, priority: string, size: number }} PackageDocument */
/** @typedef {import('./data.mjs').Query} Query */

const SEED = 40;

/**
 * The fields of one stanza; a line that begins with a space goes on with the field before it.
 * @param {string} stanza @returns {Map<string, string>}
 */
function fieldsOf(stanza) {
  const fields = stanza.replaceAll(/\n[ \t]+/g, ' ').split('\n');
  return new Map(
    fields.map((line) => {
      const colon = line.indexOf(':');
      return /** @type {[string, string]} */ ([line.slice(0, colon), line.slice(colon + 1).trim()]);
    }),
  );
}

/** @param {string} dump what `apt-cache dumpavail` prints @returns {PackageDocument[]} one a package */
export function packagesOf(dump) {
  const packages = new Map();
  for (const stanza of dump.split('\n\n')) {
    const fields = fieldsOf(stanza);
    const name = fields.get('Package');
    if (name === undefined || packages.has(name)) continue;
    packages.set(name, {
      id: name,
      title: name,
      text: [fields.get('Description'), fields.get('Tag')].filter(Boolean).join('\n\n'),
      section: fields.get('Section') ?? '',
      priority: fields.get('Priority') ?? '',
      size: Number(fields.get('Size') ?? 0),
    });
  }
  return [...packages.values()];
}

/**
 * Two neighbouring words of descriptions, or one, drawn with a fixed seed.
 * @param {PackageDocument[]} packages @param {number} count @returns {Query[]}
 */
export function packageQueries(packages, count) {
  return sample(packages, count, SEED).map(({ text }, index) => {
    const words = text.match(/\p{L}{3,}/gu) ?? ['library'];
    const at = (index * 7) % words.length;
    return { id: `p${index}`, text: words.slice(at, at + 1 + (index % 2)).join(' ') };
  });
}

/**
 * Writes the packages as JSON lines.
 * @param {string} folder @returns {Promise<{ file: string, packages: PackageDocument[], bytes: number }>}
 *   rejects where there is no apt-cache
 */
export async function writePackages(folder) {
  const packages = packagesOf(await outputOf(['apt-cache', 'dumpavail']));
  const lines = packages.map((one) => `${JSON.stringify(one)}\n`).join('');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, 'packages.jsonl');
  await writeFile(file, lines);
  return { file, packages, bytes: Buffer.byteLength(lines) };
}
