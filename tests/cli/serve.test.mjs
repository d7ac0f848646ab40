// `catchword serve`, as a browser sees it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { test } from 'node:test';

import { PROGRAM, SKIP, catchword, folderFor, siteWithBundle, write } from './program.mjs';

/**
 * Serves a folder until the test ends. @param {import('node:test').TestContext} t @param {string[]} args
 */
async function serve(t, ...args) {
  const server = spawn(PROGRAM, ['serve', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(server, 'exit');
  t.after(() => server.kill('SIGKILL'));
  const { value: address } = await createInterface(server.stdout)[Symbol.asyncIterator]().next();
  return { address: String(address), server, exit };
}

/** The first line of the answer to a request that fetch would tidy up. @param {string} address @param {string} target */
async function rawStatus(address, target) {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${target} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
  const chunks = [];
  for await (const chunk of socket) chunks.push(chunk);
  return Number(/^HTTP\/1\.1 (\d+)/.exec(Buffer.concat(chunks).toString('latin1'))?.[1]);
}

test('files have the types that browsers ask for', { skip: SKIP }, async (t) => {
  const folder = folderFor(t);
  const types = {
    'index.html': 'text/html; charset=utf-8',
    'a.js': 'text/javascript; charset=utf-8',
    'a.mjs': 'text/javascript; charset=utf-8',
    'a.css': 'text/css; charset=utf-8',
    'a.json': 'application/json; charset=utf-8',
    'a.md': 'text/markdown; charset=utf-8',
    'a.svg': 'image/svg+xml; charset=utf-8',
    'a.png': 'image/png',
    'a.wasm': 'application/wasm',
    'a.bin': 'application/octet-stream',
    'sub/A B.HTML': 'text/html; charset=utf-8',
  };
  write(folder, Object.fromEntries(Object.keys(types).map((name) => [name, `content of ${name}`])));
  const { address } = await serve(t, folder, '--port', '0');
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/$/);
  for (const [name, type] of Object.entries(types)) {
    const response = await fetch(address + encodeURI(name));
    assert.equal(response.status, 200, name);
    assert.equal(response.headers.get('content-type'), type, name);
    assert.equal(response.headers.get('cache-control'), 'no-cache', name);
    assert.equal(await response.text(), `content of ${name}`);
  }
});

test('a page that names its character set is not overruled', { skip: SKIP }, async (t) => {
  const folder = folderFor(t);
  write(folder, { 'old.html': Buffer.from('<meta charset="latin1"><p>caf\xe9', 'latin1') });
  const { address } = await serve(t, folder, '--port', '0');
  assert.equal((await fetch(`${address}old.html`)).headers.get('content-type'), 'text/html');
});

test('a folder is its index.html, by an address with a slash', { skip: SKIP }, async (t) => {
  const folder = folderFor(t);
  write(folder, { 'docs/index.html': '<p>Index', 'bare/file.txt': 'x' });
  const { address } = await serve(t, folder, '--port', '0');
  const response = await fetch(`${address}docs`);
  assert.equal(response.url, `${address}docs/`);
  assert.equal(await response.text(), '<p>Index');
  for (const missing of ['bare/', 'nowhere', 'docs/nowhere<script>']) {
    const answer = await fetch(address + missing);
    assert.equal(answer.status, 404, missing);
    assert.match(await answer.text(), /<h1>Not found/);
  }
});

test('no path leads out of the folder', { skip: SKIP }, async (t) => {
  const folder = folderFor(t);
  write(folder, { 'secret.txt': 'secret', 'site/index.html': 'x' });
  const { address } = await serve(t, `${folder}/site`, '--port', '0');
  for (const target of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/x/../../secret.txt', '//../secret.txt',
    `/${folder}/secret.txt`, `//${folder}/secret.txt`, '/index.html%00', '/..\\secret.txt']) {
    const status = await rawStatus(address, target);
    assert.ok(status >= 400 && status < 500, `${target}: ${status}`);
  }
  assert.equal(await rawStatus(address, '/index.html?a=../b'), 200);
});

test('a bundle is served, its files by content for ever', { skip: SKIP }, async (t) => {
  const { folder, bundle } = siteWithBundle(t);
  const { address } = await serve(t, folder, '--port', '0');
  const loader = await fetch(`${address}bundle/catchword.js`);
  assert.equal(loader.headers.get('cache-control'), 'no-cache');
  const root = /root-\w+\.bin/.exec(await loader.text())?.[0];
  assert.match((await fetch(`${address}bundle/${root}`)).headers.get('cache-control') ?? '', /immutable/);
  const alone = await serve(t, bundle, '--port', '0');
  assert.match((await fetch(`${alone.address}${root}`)).headers.get('cache-control') ?? '', /immutable/);
});

test('HEAD is answered, what would change something is not', { skip: SKIP }, async (t) => {
  const folder = folderFor(t);
  write(folder, { 'a.txt': 'four' });
  const { address } = await serve(t, folder, '--port', '0');
  const head = await fetch(`${address}a.txt`, { method: 'HEAD' });
  assert.equal(head.status, 200);
  assert.equal(await head.text(), '');
  for (const method of ['POST', 'PUT', 'DELETE']) {
    assert.equal((await fetch(`${address}a.txt`, { method })).status, 405, method);
  }
});

test('two servers never share a port', { skip: SKIP }, async (t) => {
  const folder = folderFor(t);
  const { address } = await serve(t, folder, '--port', '0');
  const { status, err } = catchword(['serve', folder, '--port', new URL(address).port]);
  assert.equal(status, 2);
  assert.match(err, /--port/);
});

test('without a port, two servers find two', { skip: SKIP }, async (t) => {
  const folder = folderFor(t);
  const first = await serve(t, folder);
  const second = await serve(t, folder);
  assert.notEqual(first.address, second.address);
});

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  test(`${signal} ends it with status 0`, { skip: SKIP }, async (t) => {
    const { address, server, exit } = await serve(t, folderFor(t), '--port', '0');
    assert.equal((await fetch(address)).status, 404);
    server.kill(signal);
    assert.deepEqual(await exit, [0, null]);
  });
}

test('a missing folder is an error', { skip: SKIP }, (t) => {
  const { status, err } = catchword(['serve', `${folderFor(t)}/nowhere`]);
  assert.equal(status, 2);
  assert.match(err, /nowhere: there is no such folder\. \w/);
});
