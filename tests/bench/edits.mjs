// What a small edit changes: the files of a bundle that a reader, a cache or a deployment has to fetch anew.
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { copyPages } from './data.mjs';
import { outputOf } from './process.mjs';
import { sample } from './sample.mjs';
import { median } from './statistics.mjs';

/** @typedef {import('./engines.mjs').BenchEngine} BenchEngine */
/** @typedef {Map<string, { bytes: number, hash: string }>} Listing by file name */
/** @typedef {{ files: number, bytes: number, share: number }} Change new and changed files, and their share of the bundle's bytes */

const SEED = 50;
const SENTENCE = ' A sentence that an editor has put in.';
const PAGE = `<!doctype html><html lang="en"><title>An added page</title><h1>An added page</h1>
<p>It says what no other page does, in a few plain words.</p></html>`;

/** @param {string} folder @returns {Promise<Listing>} of all but what earlier builds have left */
async function listFiles(folder) {
  const listing = new Map();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const content = await readFile(file);
    const hash = createHash('sha256').update(content).digest('hex');
    listing.set(path.relative(folder, file), { bytes: content.length, hash });
  }
  return listing;
}

/** @param {Listing} before @param {Listing} after @returns {Change} */
export function changeBetween(before, after) {
  const changed = [...after].filter(([name, { hash }]) => before.get(name)?.hash !== hash);
  const bytesOf = (/** @type {[string, { bytes: number }][]} */ files) =>
    files.reduce((total, [, { bytes }]) => total + bytes, 0);
  return { files: changed.length, bytes: bytesOf(changed), share: bytesOf(changed) / bytesOf([...after]) };
}

/** Whether the two hold the same files. @param {Listing} one @param {Listing} other */
function areEqual(one, other) {
  return one.size === other.size && changeBetween(one, other).files === 0;
}

/** The page with a sentence more in its middle paragraph. @param {string} html @returns {string | undefined} */
export function withSentence(html) {
  const ends = [...html.matchAll(/[.:]\s*<\/p>/g)];
  const end = ends[Math.floor(ends.length / 2)];
  if (!end) return undefined;
  return `${html.slice(0, end.index + 1)}${SENTENCE}${html.slice(end.index + 1)}`;
}

/**
 * Catchword alone: builds in another way, with another page, and with one sentence more on some pages.
 * @param {BenchEngine} engine @param {{ root: string, pages: string[] }} site @param {string} workspace
 * @param {number} edits how many pages are edited, each by itself
 */
export async function measureEdits(engine, site, workspace, edits) {
  const pages = path.join(workspace, 'pages');
  await mkdir(pages, { recursive: true });
  await copyPages(site, pages);
  let builds = 0;
  const build = async (/** @type {string} */ input, /** @type {string[]} */ ...more) => {
    const bundle = path.join(workspace, `bundle-${(builds += 1)}`);
    await outputOf([...(await engine.buildCommand(input, bundle)), ...more]);
    return listFiles(bundle);
  };
  const before = await build(pages, '--jobs', '2');
  const oneThread = areEqual(before, await build(pages, '--jobs', '1'));

  const reordered = path.join(workspace, 'reordered');
  await mkdir(reordered);
  await copyPages({ root: site.root, pages: sample(site.pages, site.pages.length, SEED) }, reordered);
  const otherOrder = areEqual(before, await build(reordered));

  /** @type {Change[]} */
  const changes = [];
  for (const page of sample(site.pages, site.pages.length, SEED)) {
    if (changes.length === edits) break;
    const file = path.join(reordered, page);
    const html = await readFile(file, 'latin1');
    const edited = withSentence(html);
    if (edited === undefined) continue;
    await writeFile(file, edited, 'latin1');
    changes.push(changeBetween(before, await build(reordered)));
    await writeFile(file, html, 'latin1');
  }
  await writeFile(path.join(reordered, 'an-added-page.html'), PAGE);
  const added = changeBetween(before, await build(reordered));
  return {
    pages: site.pages.length,
    files: before.size,
    oneThread,
    otherOrder,
    edits: changes.length,
    share: median(changes.map(({ share }) => share)),
    most: Math.max(...changes.map(({ share }) => share)),
    changedFiles: median(changes.map(({ files }) => files)),
    added,
  };
}
