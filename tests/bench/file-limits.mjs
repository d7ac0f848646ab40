// What fewer files cost: `--max-files` makes text blocks larger, and a search fetches them whole.
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { copyPages } from './data.mjs';
import { outputOf } from './process.mjs';
import { measureFirstSearches } from './scale.mjs';

/** @typedef {import('./engines.mjs').BenchEngine} BenchEngine */

/**
 * @param {BenchEngine} engine @param {{ root: string, pages: string[] }} site
 * @param {import('./data.mjs').Query[]} queries @param {import('playwright-core').Browser} browser
 * @param {string} workspace @param {number[]} limits of files, the largest first
 * @returns {Promise<{ limit: number, files: number, bundleBytes: number, bytes: number, ms: number }[]>}
 */
export async function measureFileLimits(engine, site, queries, browser, workspace, limits) {
  const pages = path.join(workspace, 'pages');
  await mkdir(pages, { recursive: true });
  await copyPages(site, pages);
  const points = [];
  for (const limit of limits) {
    console.error(`  at most ${limit} files`);
    const bundle = path.join(workspace, `files-${limit}`);
    await outputOf([...(await engine.buildCommand(pages, bundle)), '--max-files', String(limit)]);
    const { files, bundleBytes, bytes, ms } = await measureFirstSearches(engine, bundle, queries, browser);
    points.push({ limit, files, bundleBytes, bytes, ms });
  }
  await rm(workspace, { recursive: true });
  return points;
}
