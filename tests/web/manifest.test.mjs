// The list of a bundle's files, as a service worker reads it.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { filesOf } from '../../web/loader/manifest.js';

test('names, and names that stand for many', () => {
  const files = { 'catchword.js': '', 'terms/*.bin': 'abcdefghbcdefghi', 'text/*-{0-2,7}.bin': 'abcdefgh', 'text/*-{12}.bin': 'bcdefghacdefghij' };
  const text = [0, 1, 2, 7].map((n) => `text/abcdefgh-${n}.bin`);
  const terms = ['terms/abcdefgh.bin', 'terms/bcdefghi.bin'];
  assert.deepEqual(filesOf({ files }), ['catchword.js', ...terms, ...text, 'text/bcdefgha-12.bin', 'text/cdefghij-12.bin']);
});
