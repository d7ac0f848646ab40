// Headless Chromium whose pages keep a record of what they complain of and whom they ask.
import { existsSync } from 'node:fs';
import process from 'node:process';
import { chromium } from 'playwright-core';

import { kPatience } from '../web/support/browsers.js';

/** @typedef {import('node:test').TestContext} TestContext */
/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./native.mjs').Question} Question */
/** @typedef {import('./native.mjs').SearchResults} SearchResults */

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Why there is no browser, or false. */
export const NO_CHROMIUM = existsSync(EXECUTABLE) ? false : `${EXECUTABLE} is not installed`;

/** Starts a browser, which the caller closes. @returns {Promise<Browser>} */
export function launch() {
  return chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox'], timeout: kPatience });
}

/**
 * Opens a page in a profile that knows nothing.
 * @param {TestContext} t @param {Browser} browser @param {string} address
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function openPage(t, browser, address, options) {
  const context = await browser.newContext(options);
  t.after(() => context.close());
  context.setDefaultTimeout(kPatience);
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  /** @type {string[]} */
  const asked = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => void complaints.push(String(error)));
  context.on('request', (request) => void asked.push(request.url()));
  await page.goto(address);
  return { page, complaints, asked };
}

/**
 * Asks questions by the browser's API, one after the other, of the bundle at `/catchword/` or of the
 * one whose element's script the page has run. The search stays open on the page.
 * @param {Page} page @param {Question[]} questions @returns {Promise<SearchResults[]>}
 */
export async function ask(page, questions) {
  // As one text, since Playwright takes long over a large object.
  const answers = await page.evaluate(async (list) => {
    const scope = /** @type {any} */ (globalThis);
    const createSearch = async () => (scope.catchword ?? (await import(`${'/catchword/catchword.js'}`))).createSearch();
    scope.search ??= await createSearch();
    const found = [];
    for (const { query, ...options } of list) found.push(await scope.search.search(query, options));
    return JSON.stringify(found);
  }, questions);
  return JSON.parse(answers);
}
