// The ledger of sizes: what crosses the wire grows or shrinks only with a line in a diff.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SKIP } from '../cli/program.mjs';
import { differences } from './compare.mjs';
import { measure, readLedger } from './measure.mjs';

test('sizes are what the ledger says (node tests/sizes/update.mjs writes it anew)', { skip: SKIP }, () => {
  assert.deepEqual(differences(readLedger(), measure()), []);
});

const MOST = { 'parts/element.js': 12_000, 'catchword-element.js': 800, 'catchword-highlight.js': 3_000 };

test('the element, its styles and English take at most 12,000 bytes, its loader 800, marks on the target page 3,000', { skip: SKIP }, () => {
  const sizes = measure();
  for (const [name, most] of Object.entries(MOST)) {
    assert.ok(sizes[`${name}, brotli`] <= most, `${name}: ${sizes[`${name}, brotli`]} bytes`);
  }
});

test('growth of more than 1% is told, and so is a saving of more than 3%', () => {
  const ledger = { a: 1000 };
  for (const [size, told] of /** @type {const} */ ([[1010, 0], [1011, 1], [970, 0], [969, 1]])) {
    assert.equal(differences(ledger, { a: size }).length, told, String(size));
  }
  assert.deepEqual(differences(ledger, { a: 1100 }), ['a: 1000 bytes in the ledger, 1100 now (+10.0%)']);
});

test('a size that is missing on either side is told', () => {
  assert.equal(differences({ a: 1 }, {}).length, 1);
  assert.equal(differences({}, { a: 1 }).length, 1);
});
