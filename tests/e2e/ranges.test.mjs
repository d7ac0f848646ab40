// Where a file has several texts a page asks for a part of it. Whatever a host makes of that, the answers are the same.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { before, test } from 'node:test';

import { createSearch } from '../../web/client/node.js';
import { SKIP, folderFor } from '../cli/program.mjs';
import { CORPUS, corpusTitles, index, searchAll } from './native.mjs';

/** @typedef {{ status: number, body: Uint8Array, headers?: Record<string, string> }} Sent */
/** What a host sends of a file when it is asked for bytes `from` to `to`. @typedef {(file: Buffer, from: number, to: number) => Sent | undefined} Ranges */

const QUESTIONS = corpusTitles().map((query) => ({ query, limit: 5 }));

/** @type {Record<string, Ranges>} undefined: the way breaks */
const HOSTS = {
  'sends the part': (file, from, to) => ({ status: 206, body: file.subarray(from, to + 1) }),
  'sends all of the file': (file) => ({ status: 200, body: file }),
  'sends another part': (file, from, to) => ({ status: 206, body: file.subarray(0, to - from + 1) }),
  'calls all of the file a part': (file) => ({ status: 206, body: file }),
  'refuses ranges': () => ({ status: 416, body: new Uint8Array() }),
  'breaks off': () => undefined,
};

/** @type {string} */
let bundle;
/** @type {import('./native.mjs').SearchResults[]} */
let expected;
before(async (t) => {
  if (SKIP) return;
  bundle = path.join(folderFor(/** @type {import('node:test').TestContext} */ (t)), 'catchword');
  index(CORPUS, bundle, '--max-files', '150');
  expected = await searchAll(bundle, QUESTIONS);
});

/** @param {import('node:test').TestContext} t @param {Ranges} ranges */
async function serve(t, ranges) {
  const sent = { parts: 0, wholes: 0 };
  const server = createServer(async (request, response) => {
    const file = await readFile(path.join(bundle, decodeURIComponent(String(request.url))));
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    if (request.url?.startsWith('/text/')) sent[from ? 'parts' : 'wholes'] += 1;
    const answer = from ? ranges(file, Number(from), Number(to)) : { status: 200, body: file };
    if (!answer) return void response.destroy();
    response.writeHead(answer.status).end(answer.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  t.after(() => server.closeAllConnections());
  t.after(() => server.close());
  return { base: `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`, sent };
}

for (const [name, ranges] of Object.entries(HOSTS)) {
  test(`the answers are the same from a host that ${name}`, { skip: SKIP }, async (t) => {
    const { base, sent } = await serve(t, ranges);
    const search = await createSearch({ base });
    for (const [n, { query, ...options }] of QUESTIONS.entries()) {
      assert.deepEqual(await search.search(query, options), expected[n], query);
    }
    assert.ok(sent.parts > 5, 'parts were asked for');
    const isUnderstood = name.startsWith('sends the') || name.startsWith('sends all');
    assert.ok(isUnderstood ? sent.wholes === 0 : sent.wholes > 5, 'whole files only where that failed');
  });
}
