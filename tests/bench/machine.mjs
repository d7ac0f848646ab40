// What the figures were measured on.
import { cpus, totalmem } from 'node:os';
import process from 'node:process';

/**
 * @param {import('playwright-core').Browser} browser
 * @returns {{ processor: string, cores: number, memoryBytes: number, node: string, chromium: string }}
 */
export function describeMachine(browser) {
  const cores = cpus();
  return {
    processor: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryBytes: totalmem(),
    node: process.versions.node,
    chromium: browser.version(),
  };
}
