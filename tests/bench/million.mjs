// Catchword alone on synthetic collections of 60,000 and of a million documents: whether a query costs the same.
import { rm } from 'node:fs/promises';
import path from 'node:path';

import { measureCommand } from './process.mjs';
import { measureFirstSearches } from './scale.mjs';
import { syntheticQueries, writeSynthetic } from './synthetic.mjs';

/** @typedef {import('./engines.mjs').BenchEngine} BenchEngine */
/** @typedef {{ documents: number, jsonBytes: number, memory: string, build: import('./process.mjs').Cost, bytes: number, ms: number, root: number, files: number }} Size */

const MEMORY = '256M';

/**
 * @param {BenchEngine} engine @param {import('playwright-core').Browser} browser @param {string} workspace
 * @param {number[]} sizes numbers of documents @param {number} queries @returns {Promise<Size[]>}
 */
export async function measureMillion(engine, browser, workspace, sizes, queries) {
  const results = [];
  for (const documents of sizes) {
    console.error(`  ${documents} synthetic documents`);
    const file = path.join(workspace, `synthetic-${documents}.jsonl`);
    const bundle = path.join(workspace, `synthetic-${documents}`);
    const jsonBytes = await writeSynthetic(file, documents);
    const command = [...(await engine.buildCommand(file, bundle)), '--memory', MEMORY];
    const build = await measureCommand(command);
    const figures = await measureFirstSearches(engine, bundle, syntheticQueries(queries), browser);
    results.push({ documents, jsonBytes, memory: MEMORY, build, ...figures });
    await rm(file);
    await rm(bundle, { recursive: true });
  }
  return results;
}
