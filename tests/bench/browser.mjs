// Headless Chromium, and a new profile in it for each measurement.
import { chromium } from 'playwright-core';

const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @returns {Promise<import('playwright-core').Browser>} */
export function launchBrowser() {
  return chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
}

/**
 * Opens a page in a profile that knows nothing, and throws the profile away afterwards.
 * @template T
 * @param {import('playwright-core').Browser} browser @param {string} url
 * @param {(page: import('playwright-core').Page) => Promise<T>} use @returns {Promise<T>}
 */
export async function withNewProfile(browser, url, use) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`the page at ${url}: ${error.message}`));
    await page.goto(url, { waitUntil: 'load' });
    return await use(page);
  } finally {
    await context.close();
  }
}
