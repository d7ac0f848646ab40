// Hosts for a built site: the program, Python's, one with a strict policy, and the disk itself.
import { spawn, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

import { PROGRAM } from '../cli/program.mjs';

/** @typedef {import('node:test').TestContext} TestContext */

/** What a page may do that trusts nothing but its own files, WebAssembly among them. */
export const STRICT_POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'";

const TYPES = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.css', 'text/css'],
  ['.js', 'text/javascript'],
  ['.svg', 'image/svg+xml'],
]);

/** Why Python can't serve, or false. */
export const NO_PYTHON =
  spawnSync('python3', ['--version']).status === 0 ? false : 'python3 is not installed';

/**
 * Starts a server; its address is what it prints. @param {TestContext} t
 * @param {string} program @param {string[]} args @returns {Promise<string>} with a slash at its end
 */
async function addressOf(t, program, args) {
  const server = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  t.after(() => server.kill('SIGKILL'));
  for await (const line of createInterface(server.stdout)) {
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error(`${program} ${args.join(' ')} ended without an address`);
}

/** `catchword serve`. @param {TestContext} t @param {string} folder */
export function serve(t, folder) {
  return addressOf(t, PROGRAM, ['serve', folder, '--port', '0']);
}

/** `python3 -m http.server`. @param {TestContext} t @param {string} folder */
export function servePython(t, folder) {
  return addressOf(t, 'python3', ['-u', '-m', 'http.server', '0', '--bind', '127.0.0.1', '--directory', folder]);
}

/** The folder on the disk. @param {TestContext} _t @param {string} folder */
export async function fromDisk(_t, folder) {
  return pathToFileURL(path.join(folder, '/')).href;
}

/** And not even WebAssembly. */
export const NO_WASM_POLICY = STRICT_POLICY.replace(" 'wasm-unsafe-eval'", '');

/** A host that sends the strict policy. @param {TestContext} t @param {string} folder @returns {Promise<string>} */
export async function serveStrictly(t, folder) {
  return serveUnder(t, folder, STRICT_POLICY);
}

/**
 * A host that sends a policy. @param {TestContext} t @param {string} folder @param {string} policy
 * @returns {Promise<string>}
 */
export async function serveUnder(t, folder, policy) {
  return (await openHost(t, folder, policy)).address;
}

/**
 * The same, and a way to end it before the test does. @param {TestContext} t @param {string} folder @param {string} policy
 * @param {string | number} [port]  any that is free by default
 * @returns {Promise<{ address: string, end: () => Promise<void> }>}
 */
export async function openHost(t, folder, policy, port = 0) {
  const server = createServer(async ({ url }, response) => {
    const name = decodeURIComponent(new URL(String(url), 'http://localhost').pathname).replace(/\/$/, '/index.html');
    const body = await readFile(path.join(folder, name)).catch(() => undefined);
    response.writeHead(body ? 200 : 404, {
      'content-type': TYPES.get(path.extname(name)) ?? 'application/octet-stream',
      'content-security-policy': policy,
    });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(Number(port), '127.0.0.1', () => resolve(undefined)));
  const end = () =>
    new Promise((/** @type {(value?: undefined) => void} */ resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  t.after(end);
  const taken = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${taken.port}/`, end };
}
