// Pictures of the built demo in Chromium. Run: node web/demo/screenshots.mjs [--all FOLDER] [--element FILE]
//
// Writes the ones that the documentation shows into docs/images/; with --all every state in every size and colour
// scheme into FOLDER, to be looked at. Needs dist/ (npm run build); --element puts another script in the place of
// dist/catchword/catchword-element.js. No server: the pages' requests are answered from the repository.

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const kRoot = fileURLToPath(new URL('../../', import.meta.url));
const kSite = 'http://catchword.test/';
/** Milliseconds that a step may take: much longer than the slowest machine needs. */
const kPatience = 120_000;

const kRecord = 'dist/archive/terms/three-represents.html';

const kSizes = {
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};

/** Shown in the documentation: state, size, scheme. */
const kShown = ['results-desktop-light', 'results-desktop-dark', 'results-phone-light', 'dialog-phone-dark', 'record-desktop-light'];

const open = (path) => (page) => page.goto(kSite + path);
const input = (page) => page.locator('input[role=combobox]').first();
const type = (text) => (page) => input(page).fill(text);
const shown = (part) => (page) => page.locator(`[part~=${part}]`).first().waitFor();
const press = (key) => (page) => page.keyboard.press(key);
const demo = open('index.html');
/** The order menu is the last that comes. */
const found = shown('order');

/** How each state is reached. No step waits for a time. */
const kStates = {
  empty: [demo, shown('input')],
  typing: [demo, gate, type('party'), found, hold, type('party buil'), sign],
  results: [demo, type('party building'), found, press('ArrowDown')],
  filters: [demo, type('party building'), shown('filter-button'), (page) => page.locator('[part~=filter-button]').click(), shown('facet')],
  partial: [demo, type('sakharov congress'), found, (page) => page.locator('[part=separator]').first().scrollIntoViewIfNeeded()],
  none: [demo, type('aubergine'), shown('none')],
  error: [demo, cut, type('party building'), shown('error')],
  record: [open(kRecord), shown('opener')],
  dialog: [open(kRecord), (page) => page.locator('[part~=opener]').click(), type('party diplomacy'), found, press('ArrowDown')],
  list: [open('dist/archive/index.html'), shown('input')],
  arabic: [demo, speak('ar', 'rtl'), type('party building'), found],
  chinese: [demo, speak('zh-Hant', 'ltr'), type('party building'), found],
};

/** Answers wait from now on. */
function hold(page) {
  return page.evaluate(() => void (globalThis.isHeld = true));
}

/** The sign of loading stands under the box. */
function sign(page) {
  return page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector('catchword-search');
    return getComputedStyle(shadowRoot.querySelector('.busy')).opacity === '1';
  });
}

/** Puts a gate before the answers, which hold() closes. */
function gate(page) {
  return page.evaluate(() => {
    const { CatchwordSearch } = globalThis.catchword;
    const { createSearch } = CatchwordSearch;
    CatchwordSearch.createSearch = async (options) => {
      const search = await createSearch(options);
      return { ...search, search: (...values) => (globalThis.isHeld ? new Promise(() => {}) : search.search(...values)) };
    };
  });
}

/** Searches find a server that fails. */
function cut(page) {
  return page.evaluate(() => {
    const message = 'https://example.org/catchword/terms/4f1c.bin could not be loaded (503).';
    const failure = Object.assign(new Error(message), { remedy: 'Try again in a moment.' });
    globalThis.catchword.CatchwordSearch.createSearch = async () => ({ search: () => Promise.reject(failure) });
  });
}

/** A fresh box in another language and direction. */
function speak(language, direction) {
  return (page) =>
    page.evaluate(
      ([lang, dir]) => {
        const box = document.querySelector('catchword-search');
        const other = document.createElement('catchword-search');
        for (const { name, value } of box.attributes) if (name !== 'placeholder') other.setAttribute(name, value);
        Object.assign(other, { lang, dir });
        box.replaceWith(other);
      },
      [language, direction],
    );
}

/** @param {string | undefined} element  put in the place of the element's script */
function answer(element) {
  return (route) => {
    const path = decodeURIComponent(new URL(route.request().url()).pathname);
    const isElement = element && path.endsWith('/catchword-element.js');
    const file = isElement ? element : join(kRoot, path);
    return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404, body: '' });
  };
}

async function take(browser, { size, scheme, state, folder, element }) {
  const context = await browser.newContext({ ...kSizes[size], colorScheme: scheme, reducedMotion: 'reduce' });
  try {
    context.setDefaultTimeout(kPatience);
    await context.route(`${kSite}**`, answer(element));
    const page = await context.newPage();
    for (const step of kStates[state]) await step(page);
    await page.screenshot({ path: join(folder, `${state}-${size}-${scheme}.png`) });
  } finally {
    await context.close();
  }
}

const { values } = parseArgs({ options: { all: { type: 'string' }, element: { type: 'string' } } });
const folder = values.all ?? join(kRoot, 'docs/images');
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  for (const state of Object.keys(kStates)) {
    for (const size of Object.keys(kSizes)) {
      for (const scheme of ['light', 'dark']) {
        const wanted = values.all !== undefined || kShown.includes(`${state}-${size}-${scheme}`);
        if (wanted) await take(browser, { size, scheme, state, folder, element: values.element });
      }
    }
  }
} finally {
  await browser.close();
}
