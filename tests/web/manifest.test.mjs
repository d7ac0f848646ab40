// The list of a bundle's files, as a service worker reads it.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { filesOf } from '../../web/loader/manifest.js';

test('names, and names that stand for many', () => {
  const files = ['catchword.js', 'text/abcdefgh-{0-2,7}.bin', 'text/bcdefgha-{12}.bin'];
  const text = [0, 1, 2, 7].map((n) => `text/abcdefgh-${n}.bin`);
  assert.deepEqual(filesOf({ files }), ['catchword.js', ...text, 'text/bcdefgha-12.bin']);
});
