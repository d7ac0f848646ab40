// How long each keystroke holds the page up, with the processor slowed down four times, in Chromium:
// node tests/bench/keystrokes.mjs --bundle FOLDER [--queries FILE.tsv]
//
// Measured by Event Timing: from the key until the next paint that shows what it did, handlers included. Each of the
// words is typed letter by letter into the element, 80 ms a letter, over an index whose files come from the disk.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { launchBrowser } from './browser.mjs';
import { median, quantile } from './statistics.mjs';

const SITE = 'http://catchword.test/';
const SLOWDOWN = 4;
const LETTER_MS = 80;
const WORDS = ['unordered_', 'string_vie', 'std::vecto', 'allocator ', 'exception ', 'move const', 'lock guard', 'initialize'];
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Keystrokes</title>
<script src="/catchword/catchword-element.js" defer></script><catchword-search base="/catchword/"></catchword-search>`;
const TYPES = /** @type {Record<string, string>} */ ({ js: 'text/javascript', wasm: 'application/wasm' });

/** @param {string} bundle @returns {(route: import('playwright-core').Route) => Promise<void>} */
function answerFrom(bundle) {
  return async (route) => {
    const path = new URL(route.request().url()).pathname;
    if (path === '/') return route.fulfill({ body: PAGE, contentType: 'text/html' });
    if (!path.startsWith('/catchword/')) return route.fulfill({ status: 404 });
    const body = readFileSync(bundle + path.slice('/catchword'.length));
    return route.fulfill({ body, contentType: TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream' });
  };
}

/** Keeps what Event Timing tells of keys. @param {import('playwright-core').Page} page */
function observe(page) {
  return page.evaluate(() => {
    const scope = /** @type {any} */ (globalThis);
    scope.keys = [];
    const keep = (/** @type {PerformanceObserverEntryList} */ list) => {
      for (const entry of /** @type {PerformanceEventTiming[]} */ (list.getEntries())) {
        if (entry.name === 'keydown') scope.keys.push([entry.name, entry.startTime, entry.duration]);
      }
    };
    new PerformanceObserver(keep).observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16, buffered: true }));
  });
}

/** @param {import('playwright-core').Browser} browser @param {string} bundle @returns {Promise<number[]>} ms a keystroke */
async function measureKeys(browser, bundle) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(`${SITE}**`, answerFrom(bundle));
  await page.goto(SITE);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.locator('catchword-search').hover();
  await page.waitForTimeout(1500);
  await observe(page);
  const input = page.locator('input[role=combobox]');
  for (const word of WORDS) {
    await input.fill('');
    await page.waitForTimeout(500);
    await input.pressSequentially(word, { delay: LETTER_MS });
    await page.waitForTimeout(1000);
  }
  const told = /** @type {[string, number, number][]} */ (await page.evaluate('keys'));
  await context.close();
  return durations(told);
}

/**
 * Events of one keystroke share its start; what took less than 16 ms is not told at all, and counts as that.
 * @param {[string, number, number][]} told
 */
function durations(told) {
  const longest = new Map();
  for (const [, start, duration] of told) longest.set(start, Math.max(longest.get(start) ?? 0, duration));
  const letters = WORDS.join('').length;
  return [...longest.values(), ...Array(Math.max(0, letters - longest.size)).fill(16)];
}

const { values } = parseArgs({ options: { bundle: { type: 'string' } } });
const browser = await launchBrowser();
try {
  const keys = await measureKeys(browser, /** @type {string} */ (values.bundle));
  console.log(`${keys.length} keystrokes, processor slowed ${SLOWDOWN} times: median ${median(keys)} ms, 95% below ${quantile(keys, 0.95)} ms, longest ${Math.max(...keys)} ms`);
} finally {
  await browser.close();
}
