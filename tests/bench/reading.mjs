// What it costs Catchword to read pages, nothing built of them.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { measureCommand } from './process.mjs';
import { median } from './statistics.mjs';

/** @typedef {import('./engines.mjs').BenchEngine} BenchEngine */
/** @typedef {import('./process.mjs').Cost} Cost */

/** The least that the program reads, for what it takes to start. @returns {Promise<string>} a folder */
async function writeNothing() {
  const folder = await mkdtemp(path.join(tmpdir(), 'catchword-nothing-'));
  await writeFile(path.join(folder, 'index.html'), '<title>Nothing</title>');
  return folder;
}

/**
 * With one thread and with two, less what the program takes for a folder of one empty page: of the
 * processor's time the median, of wall time the least, for what else the machine does only adds to it.
 * @param {BenchEngine[]} engines @param {string} pages @param {number} times
 * @returns {Promise<{ processorSeconds: number, seconds: number, twoThreadsSeconds: number } | undefined>}
 *   nothing without Catchword
 */
export async function measureReading(engines, pages, times) {
  const engine = engines.find(({ key }) => key === 'catchword');
  if (!engine) return undefined;
  const [program] = await engine.buildCommand(pages, '');
  const nothing = await writeNothing();
  const read = (/** @type {string} */ folder, /** @type {number} */ jobs) =>
    measureCommand([program, 'index', folder, '--dry-run', '--jobs', String(jobs)]);
  const [start, one, two] = [0, 1, 2].map(() => /** @type {Cost[]} */ ([]));
  for (let turn = 0; turn < times; turn += 1) {
    start.push(await read(nothing, 1));
    one.push(await read(pages, 1));
    two.push(await read(pages, 2));
  }
  await rm(nothing, { recursive: true });
  const processor = (/** @type {Cost[]} */ costs) => median(costs.map((cost) => cost.processorSeconds));
  const wall = (/** @type {Cost[]} */ costs) => Math.min(...costs.map((cost) => cost.seconds));
  return {
    processorSeconds: processor(one) - processor(start),
    seconds: wall(one) - wall(start),
    twoThreadsSeconds: wall(two) - wall(start),
  };
}
