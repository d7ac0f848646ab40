// A site on a local port: the repository's own files, some of them replaced, under the strictest policy that
// the element promises to live with; and Chromium to look at it.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { kPatience } from './browsers.js';

const kRoot = fileURLToPath(new URL('../../../', import.meta.url));
const kPolicy = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types catchword";
/** @type {Record<string, string>} */
const kTypes = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/** The element over the stub engine, as the text of one classic script. */
export async function stubElement() {
  const entry = fileURLToPath(new URL('stub-element.js', import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false });
  return outputFiles[0].text;
}

/** A page that holds `body` and the element's script. @param {string} body */
export function pageWith(body, language = 'en') {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>A page</title>
<script src="/dist/catchword/catchword-element.js" defer></script></head><body>${body}</body></html>`;
}

// What results lead to: the words of one result stand in it twice, and the second place is meant.
const kTarget = `<!doctype html><title>A target</title><p>The Sakharov Prize</p>${'<p>Another paragraph.</p>'.repeat(200)}
<h2 id="the-european-parliament">The European Parliament</h2>${'<p>Another paragraph.</p>'.repeat(200)}
<p id="second">The dispatch links the visit to a plan to nominate candidates for the <i>Sakharov</i> Prize.</p>`;
const targetOf = (/** @type {string} */ path) => (path.startsWith('/site/') ? kTarget : undefined);

// Browsers ask for one by themselves.
const kNoIcon = { '/favicon.ico': '' };

/**
 * @param {Record<string, string>} replaced  path to text; all else is read from the repository
 * @returns {Promise<{ url: string, requested: string[], close: () => Promise<unknown> }>}
 */
export async function serve(replaced) {
  /** @type {string[]} */
  const requested = [];
  const server = createServer(async ({ url }, response) => {
    const path = decodeURIComponent(new URL(url ?? '/', 'http://localhost').pathname);
    requested.push(path);
    const content = { ...kNoIcon, ...replaced }[path] ?? targetOf(path) ?? (await readFile(kRoot + path).catch(() => null));
    response.writeHead(content === null ? 404 : 200, {
      'content-type': kTypes[extname(path)] ?? 'text/plain',
      'content-security-policy': kPolicy,
    });
    response.end(content ?? '');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const close = () => new Promise((resolve) => (server.close(resolve), server.closeAllConnections()));
  return { url: `http://127.0.0.1:${port}`, requested, close };
}

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'], timeout: kPatience });
}
