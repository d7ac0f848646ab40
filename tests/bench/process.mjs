// Runs a command and says what it cost.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const GNU_TIME = '/usr/bin/time';

/** @typedef {{ seconds: number, processorSeconds: number, peakBytes: number }} Cost */

/**
 * Runs a command to its end under GNU time.
 * @param {string[]} command @returns {Promise<Cost>} rejects with its standard error when it fails
 */
export async function measureCommand(command) {
  const folder = await mkdtemp(path.join(tmpdir(), 'catchword-time-'));
  try {
    const report = path.join(folder, 'report');
    const started = performance.now();
    await execute(GNU_TIME, ['-f', '%U %S %M', '-o', report, ...command], { maxBuffer: 1 << 26 });
    const seconds = (performance.now() - started) / 1000;
    const [user, system, kilobytes] = (await readFile(report, 'utf8')).trim().split(' ').map(Number);
    return { seconds, processorSeconds: user + system, peakBytes: kilobytes * 1024 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string[]} command @returns {Promise<string>} its standard output */
export async function outputOf([program, ...args]) {
  const { stdout } = await execute(program, args, { maxBuffer: 1 << 28 });
  return stdout;
}
