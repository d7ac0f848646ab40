// How long each keystroke holds the page up, with the processor slowed down four times, in Chromium. Alone:
// node tests/bench/keystrokes.mjs --bundle FOLDER
//
// Each of the words is typed letter by letter into the element, 80 ms a letter, over an index that a server of the same
// machine gives. By the clock: Event Timing, from the key until the next paint that shows what it did, handlers included; on a
// busy machine that is mostly waiting, as a bare <input> shows. By the work: what the page's main thread has computed
// from one key to the next, search and drawing included, whatever else the machine does.
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { launchBrowser } from './browser.mjs';
import { copyPages } from './data.mjs';
import { outputOf } from './process.mjs';
import { BenchServer } from './server.mjs';
import { median, quantile } from './statistics.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ median: number, most: number }} Times  milliseconds; 95% are below `most` */
/** @typedef {{ clock: Times, work: Times }} Keystrokes */

const SLOWDOWN = 4;
const LETTER_MS = 80;
const WORDS = ['unordered_', 'string_vie', 'std::vecto', 'allocator ', 'exception ', 'move const', 'lock guard', 'initialize'];
const HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Keystrokes</title>';
const ELEMENT = `${HEAD}<script src="/catchword/catchword-element.js" defer></script><catchword-search base="/catchword/"></catchword-search>`;
const BARE = `${HEAD}<input role="combobox">`;

/** Keeps what Event Timing tells of keys. @param {Page} page */
function observe(page) {
  return page.evaluate(() => {
    const scope = /** @type {any} */ (globalThis);
    scope.keys = [];
    const keep = (/** @type {PerformanceObserverEntryList} */ list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') scope.keys.push(duration);
    };
    new PerformanceObserver(keep).observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16, buffered: true }));
  });
}

/** @param {number[]} values @returns {Times} */
const timesOf = (values) => ({ median: median(values), most: quantile(values, 0.95) });

/** @param {import('playwright-core').Browser} browser @param {string} url @returns {Promise<Keystrokes>} */
async function measurePage(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
  };
  const input = page.locator('input[role=combobox]');
  await input.hover();
  await page.waitForTimeout(1500);
  await observe(page);
  const work = [];
  for (const word of WORDS) {
    await input.fill('');
    await page.waitForTimeout(500);
    let before = await worked();
    for (const letter of word) {
      await page.keyboard.type(letter, { delay: 0 });
      await page.waitForTimeout(LETTER_MS);
      const now = await worked();
      work.push(now - before);
      before = now;
    }
    await page.waitForTimeout(1000);
  }
  const told = /** @type {number[]} */ (await page.evaluate('keys'));
  await context.close();
  // What took less than 16 ms is not told at all, and counts as that.
  const quick = Array(Math.max(0, work.length - told.length)).fill(16);
  return { clock: timesOf([...told, ...quick]), work: timesOf(work) };
}

/**
 * @param {import('playwright-core').Browser} browser @param {string} bundle
 * @returns {Promise<{ element: Keystrokes, bare: Keystrokes }>}
 */
async function measureBundle(browser, bundle) {
  const server = new BenchServer({ catchword: bundle });
  server.addPage('/element.html', ELEMENT);
  server.addPage('/bare.html', BARE);
  const site = await server.listen();
  try {
    return { element: await measurePage(browser, `${site}/element.html`), bare: await measurePage(browser, `${site}/bare.html`) };
  } finally {
    await server.close();
  }
}

/**
 * The same over a bundle of a site.
 * @param {import('./engines.mjs').BenchEngine} engine @param {{ root: string, pages: string[] }} site
 * @param {import('playwright-core').Browser} browser @param {string} workspace
 */
export async function measureKeystrokes(engine, site, browser, workspace) {
  const [pages, bundle] = ['pages', 'bundle'].map((name) => path.join(workspace, name));
  await copyPages(site, pages);
  await outputOf(await engine.buildCommand(pages, bundle));
  return measureBundle(browser, bundle);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { bundle: { type: 'string' } } });
  const browser = await launchBrowser();
  try {
    console.log(JSON.stringify(await measureBundle(browser, /** @type {string} */ (values.bundle)), null, 1));
  } finally {
    await browser.close();
  }
}
