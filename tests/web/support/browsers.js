// Three browsers behind one small interface: Chromium by Playwright, Firefox by Puppeteer (WebDriver BiDi), WebKit by
// its own driver (WebDriver). The last needs a display; Xvfb makes one.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';

/** @typedef {[x: number, y: number]} Point  of the window */

/**
 * @typedef {object} Browser
 * @property {(url: string) => Promise<void>} goto  returns when the page is loaded
 * @property {(script: string) => Promise<any>} run  an expression, evaluated in the page
 * @property {(text: string) => Promise<void>} type
 * @property {(key: keyof typeof kKeys) => Promise<void>} press
 * @property {(from: Point, to: Point) => Promise<void>} drag  the mouse is pressed, moved and let go
 * @property {(from: Point, to: Point) => Promise<void>} swipe  a finger is put down, moved and lifted
 * @property {(width: number, height: number) => Promise<void>} resize  the window, in CSS pixels
 * @property {() => Promise<Uint8Array>} [print]  the page on paper, a PDF; WebKitGTK's driver has no command for it
 * @property {(media: object) => Promise<void>} [emulate]  what the reader's system wishes, where a browser can be told
 * @property {() => Promise<void>} close
 */

/** The window, until it is resized, in CSS pixels. @type {[number, number]} */
export const kUsualWindow = [1280, 720];

/**
 * Milliseconds that a browser may take for one thing before the test has failed: much longer than the slowest machine
 * needs, since what waits for it goes on as soon as it is done.
 */
export const kPatience = 120_000;

/** As WebDriver writes them. */
const kKeys = { ArrowDown: '\ue015', ArrowUp: '\ue013', ArrowLeft: '\ue012', ArrowRight: '\ue014', Home: '\ue011', Tab: '\ue004', Enter: '\ue007', Escape: '\ue00c' };

/** A function's body: a finger on what lies at the first point, moved to the second. */
const kSwipe = `
let under = document.elementFromPoint(...arguments[0]);
while (under.shadowRoot) under = under.shadowRoot.elementFromPoint(...arguments[0]);
Element.prototype.setPointerCapture = () => {}; // only a real pointer can be held
for (const [type, [clientX, clientY]] of [['down', arguments[0]], ['move', arguments[1]], ['up', arguments[1]]]) {
  const where = { clientX, clientY, bubbles: true, composed: true, cancelable: true };
  under.dispatchEvent(new PointerEvent('pointer' + type, { pointerId: 9, pointerType: 'touch', isPrimary: true, ...where }));
}`;

const kPrograms = {
  chromium: [process.env.CHROMIUM ?? '/usr/bin/chromium'],
  firefox: [process.env.FIREFOX ?? '/usr/bin/firefox-esr'],
  webkit: ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb', miniBrowser()],
};

// It lies under the machine's and the library's name: /usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser.
function miniBrowser() {
  const folders = existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu')) : [];
  const paths = folders.flatMap((name) => ['4.1', '4.0'].map((version) => join('/usr/lib', name, `webkit2gtk-${version}`, 'MiniBrowser')));
  return paths.find((path) => existsSync(path)) ?? 'MiniBrowser of WebKitGTK';
}

/** @typedef {'chromium' | 'firefox' | 'webkit'} Name */
/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** What is missing for a browser, or undefined. @param {Name} name */
export function missing(name) {
  const program = kPrograms[name].find((path) => !existsSync(path));
  return program && `${program} is not installed`;
}

/** @type {Record<Name, () => Promise<Browser>>} */
export const kBrowsers = { chromium: openChromium, firefox: openFirefox, webkit: openWebKit };

/** @returns {Promise<Browser>} */
async function openChromium() {
  const browser = await chromium.launch({ executablePath: kPrograms.chromium[0], args: ['--no-sandbox'], timeout: kPatience });
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  const touch = (/** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type, /** @type {Point[]} */ ...points) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y]) => ({ x, y })) });
  return {
    ...driver(page, browser),
    swipe: async (from, to) => {
      await touch('touchStart', from);
      await touch('touchMove', to);
      await touch('touchEnd');
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    emulate: (media) => page.emulateMedia(media),
  };
}

/** @returns {Promise<Browser>} */
async function openFirefox() {
  // A page that is left is gone, as if its tab had been closed, and not kept for the way back.
  const extraPrefsFirefox = { 'browser.sessionhistory.max_total_viewers': 0 };
  const waiting = { timeout: kPatience, protocolTimeout: kPatience };
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: kPrograms.firefox[0], headless: true, extraPrefsFirefox, ...waiting });
  const page = await browser.newPage();
  return {
    ...driver(page, browser),
    swipe: async (from, to) => {
      await page.touchscreen.touchStart(...from);
      await page.touchscreen.touchMove(...to);
      await page.touchscreen.touchEnd();
    },
    resize: (width, height) => page.setViewport({ width, height }),
  };
}

/**
 * @param {any} page  of Playwright or Puppeteer, which agree on what is used here
 * @param {{ close: () => Promise<void> }} browser
 * @returns {Omit<Browser, 'swipe' | 'resize'>}
 */
function driver(page, browser) {
  page.setDefaultTimeout(kPatience);
  return {
    goto: async (url) => void (await page.goto(url)),
    run: (script) => page.evaluate(script),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    print: () => page.pdf({ format: 'A4' }), // Puppeteer's usual paper has inches taken for centimetres
    drag: async (from, to) => {
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move(...to);
      await page.mouse.up();
    },
    close: () => browser.close(),
  };
}

/** @returns {Promise<Browser>} */
async function openWebKit() {
  const display = await startDisplay();
  const { process: server, url } = await startDriver(display.name);
  const options = { binary: kPrograms.webkit[2], args: ['--automation'] };
  const timeouts = { script: kPatience, pageLoad: kPatience };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options, timeouts } };
  const { sessionId } = await command(`${url}/session`, { capabilities });
  const session = `${url}/session/${sessionId}`;
  const keys = (/** @type {string} */ text) => {
    const actions = [...text].flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }]);
    return command(`${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
  };
  return {
    goto: async (address) => {
      await command(`${session}/url`, { url: address });
      // What was loaded may have been the window's own first page.
      const { protocol, pathname } = new URL(address);
      const isThere = `location.protocol + location.pathname === ${JSON.stringify(protocol + pathname)} && document.readyState === 'complete'`;
      await until(() => command(`${session}/execute/sync`, { script: `return ${isThere}`, args: [] }));
    },
    run: (script) => command(`${session}/execute/sync`, { script: `return (${script});`, args: [] }),
    type: keys,
    press: (key) => keys(kKeys[key]),
    drag: (from, to) => {
      const moved = (/** @type {Point} */ [x, y]) => ({ type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport' });
      const actions = [moved(from), { type: 'pointerDown', button: 0 }, moved(to), { type: 'pointerUp', button: 0 }];
      return command(`${session}/actions`, { actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    // WebKitGTK's driver has no finger: what one would bring about is told to what lies under it.
    swipe: (from, to) => command(`${session}/execute/sync`, { script: kSwipe, args: [from, to] }),
    resize: (width, height) => command(`${session}/window/rect`, { width, height }),
    close: async () => {
      await command(session, undefined, 'DELETE');
      for (const child of [server, display.process]) child.kill();
    },
  };
}

/**
 * Each on a connection of its own: the driver may close one that is kept just when the next command is sent.
 * @param {string} url
 * @param {object} [body]
 * @returns {Promise<any>} the answer's value
 */
function command(url, body, method = 'POST') {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, agent: false }, async (response) => {
      let text = '';
      for await (const part of response.setEncoding('utf8')) text += part;
      const { value } = JSON.parse(text);
      if (response.statusCode === 200) resolve(value);
      else reject(new Error(`${url}: ${value.error}: ${value.message}`));
    });
    asked.once('error', reject);
    asked.end(body && JSON.stringify(body));
  });
}

/** Xvfb says which display it has taken. */
async function startDisplay() {
  const child = spawn(kPrograms.webkit[1], ['-displayfd', '3', '-screen', '0', '1280x800x24'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await firstOf(child, child.stdio[3], /^(\d+)\n/);
  return { process: child, name: `:${number}` };
}

/** @param {string} display */
async function startDriver(display) {
  const environment = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
  const port = await freePort();
  const child = spawn(kPrograms.webkit[0], [`--port=${port}`, '--host=127.0.0.1'], { env: environment, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await until(() => command(`${url}/status`, undefined, 'GET'));
  return { process: child, url };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * What the pattern's first group is, once it matches what the program writes.
 * @param {ChildProcess} child
 * @param {any} stream
 * @param {RegExp} pattern
 * @returns {Promise<string>}
 */
function firstOf(child, stream, pattern) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.once('exit', (status) => reject(new Error(`${child.spawnfile} ended with status ${status}`)));
    stream.on('data', (/** @type {Buffer} */ part) => {
      const found = pattern.exec((text += part));
      if (found) resolve(found[1]);
    });
  });
}

/**
 * Asks again and again until the answer is true, or `patience` milliseconds have passed.
 * @param {() => Promise<unknown>} question
 */
export async function until(question, patience = kPatience) {
  const end = Date.now() + patience;
  let last;
  do {
    try {
      if (await question()) return;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  } while (Date.now() < end);
  throw new Error(`not so after ${patience} ms: ${question}`, { cause: last });
}
