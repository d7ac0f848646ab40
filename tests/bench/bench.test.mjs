// The measuring itself: sampling, statistics, measures of a ranking, steps on the wire.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { datedDocument } from './dates.mjs';
import { changeBetween, withSentence } from './edits.mjs';
import { score } from './metrics.mjs';
import { packagesOf } from './packages.mjs';
import { isShort, sample } from './sample.mjs';
import { BenchServer, dependentSteps } from './server.mjs';
import { median, quantile } from './statistics.mjs';
import { syntheticDocument, wordOf } from './synthetic.mjs';

const LETTERS = [...'abcdefghij'];

test('a sample depends on nothing but its seed', () => {
  assert.deepEqual(sample(LETTERS, 4, 7), sample(LETTERS, 4, 7));
  assert.notDeepEqual(sample(LETTERS, 10, 7), sample(LETTERS, 10, 8));
  assert.deepEqual(sample(LETTERS, 99, 7).sort(), LETTERS);
});

test('a shorter sample is the beginning of a longer one', () => {
  assert.deepEqual(sample(LETTERS, 3, 7), sample(LETTERS, 8, 7).slice(0, 3));
});

test('a short query has one word or two', () => {
  const isShortText = (/** @type {string} */ text) => isShort({ id: 'q', text });
  assert.deepEqual(['a', ' a  b ', 'a b c'].map(isShortText), [true, true, false]);
});

test('quantiles lie between the nearest ranks', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(quantile([0, 10], 0.99), 9.9);
  assert.equal(quantile([5], 0.5), 5);
});

/** @param {Record<string, string[]>} rankings @param {Record<string, Record<string, number>>} grades */
function scoreOf(rankings, grades) {
  const judgments = Object.entries(grades).map(([id, own]) => [id, new Map(Object.entries(own))]);
  return score(new Map(Object.entries(rankings)), new Map(/** @type {any} */ (judgments)));
}

test('a perfect ranking scores one in everything', () => {
  const perfect = scoreOf({ q: ['a', 'b'] }, { q: { a: 2, b: 1 } });
  assert.deepEqual(perfect, { queries: 1, ndcg10: 1, mrr10: 1, s1: 1, r100: 1, found5: 1, mrr5: 1 });
});

test('a ranking is scored by hand', () => {
  const { ndcg10, mrr10, s1, r100 } = scoreOf({ q: ['x', 'b', 'a'] }, { q: { a: 2, b: 1, c: 1, x: 0 } });
  const gained = 1 / Math.log2(3) + 2 / Math.log2(4);
  const ideal = 2 + 1 / Math.log2(3) + 1 / Math.log2(4);
  assert.ok(Math.abs(ndcg10 - gained / ideal) < 1e-12);
  assert.equal(mrr10, 1 / 2);
  assert.equal(s1, 0);
  assert.equal(r100, 2 / 3);
});

test('a query without an answer counts, one without a relevant document does not', () => {
  const { queries, mrr10 } = scoreOf({ p: ['a'] }, { p: { a: 1 }, q: { a: 1 }, r: { a: 0 } });
  assert.deepEqual([queries, mrr10], [2, 0.5]);
});

test('a document listed twice counts once', () => {
  assert.equal(scoreOf({ q: ['x', 'x', 'a'] }, { q: { a: 1 } }).mrr10, 1 / 2);
});

test('what is below its depth counts nothing', () => {
  const ranking = [...Array(10).keys()].map(String).concat('a');
  const { mrr10, ndcg10, found5, r100 } = scoreOf({ q: ranking }, { q: { a: 1 } });
  assert.deepEqual([mrr10, ndcg10, found5, r100], [0, 0, 0, 1]);
});

/** @param {[from: number, to: number][]} times */
function stepsOf(times) {
  const rest = { path: '/', status: 200, bodyBytes: 0, headerBytes: 0 };
  return dependentSteps(times.map(([from, to]) => ({ ...rest, from, to })));
}

test('steps are the longest chain of requests that waited for each other', () => {
  assert.equal(stepsOf([]), 0);
  assert.equal(stepsOf([[0, 10], [1, 9], [2, 30]]), 1);
  assert.equal(stepsOf([[11, 20], [0, 10], [5, 30]]), 2);
  assert.equal(stepsOf([[0, 10], [11, 20], [21, 22], [12, 40]]), 3);
});

test('the server compresses text, counts what it sends, and is as slow as it is told', async () => {
  const server = new BenchServer({});
  server.addPage('/page.html', 'word '.repeat(1000));
  server.addPage('/block.bin', 'x'.repeat(1000));
  const address = await server.listen();
  try {
    const text = await fetch(`${address}/page.html`);
    assert.equal(text.headers.get('content-encoding'), 'br');
    assert.equal((await text.text()).length, 5000);
    server.network = { bitsPerSecond: 8e5, roundTripMs: 20 };
    await (await fetch(`${address}/block.bin`)).text();
    await server.settled(1);
    const [page, block] = server.exchanges;
    assert.ok(page.bodyBytes < 100, `${page.bodyBytes} bytes`);
    assert.equal(block.bodyBytes, 1000);
    assert.ok(block.to - block.from >= 29, `${block.to - block.from} ms`);
    assert.equal((await fetch(`${address}/none`)).status, 404);
  } finally {
    await server.close();
  }
});

test('packages are read from their stanzas, each once', () => {
  const dump = 'Package: a\nDescription: An\n example\nSection: games\nSize: 5\n\nPackage: a\nSize: 6\n\nPackage: b\n';
  assert.deepEqual(packagesOf(dump), [
    { id: 'a', title: 'a', text: 'An example', section: 'games', priority: '', size: 5 },
    { id: 'b', title: 'b', text: '', section: '', priority: '', size: 0 },
  ]);
});

test('what an edit changes is what is new or differs', () => {
  const listing = (/** @type {Record<string, string>} */ files) =>
    new Map(Object.entries(files).map(([name, hash]) => [name, { bytes: 10, hash }]));
  const before = listing({ loader: 'a', one: 'b', two: 'c' });
  assert.deepEqual(changeBetween(before, before), { files: 0, bytes: 0, share: 0 });
  const after = listing({ loader: 'x', one: 'b', three: 'd', four: 'e' });
  assert.deepEqual(changeBetween(before, after), { files: 3, bytes: 30, share: 0.75 });
});

test('a sentence goes into a paragraph of the middle', () => {
  assert.equal(withSentence('<p>One.</p>'), '<p>One. A sentence that an editor has put in.</p>');
  assert.equal(withSentence('<td>none</td>'), undefined);
});

test('dated documents are the same each time, in 25 years, the later the more', () => {
  assert.deepEqual(datedDocument(7), datedDocument(7));
  const years = Array.from({ length: 2000 }, (_, i) => Number(datedDocument(i).date.slice(0, 4)));
  assert.equal(new Set(years).size, 25);
  assert.ok(years.every((year) => year >= 1995 && year < 2020));
  assert.ok(years.filter((year) => year >= 2007).length > 1300);
});

test('synthetic documents are the same each time, with words as frequent as Zipf says', () => {
  assert.deepEqual(syntheticDocument(7), syntheticDocument(7));
  assert.notDeepEqual(syntheticDocument(7).text, syntheticDocument(8).text);
  assert.equal(new Set(Array.from({ length: 5000 }, (_, rank) => wordOf(rank))).size, 5000);
  const counts = new Map();
  for (let i = 0; i < 2000; i += 1) {
    for (const word of String(syntheticDocument(i).text).slice(0, -1).split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [first, second] = [0, 7].map((rank) => counts.get(wordOf(rank)));
  assert.ok(first / second > 4 && first / second < 16, `${first} and ${second}`);
});
