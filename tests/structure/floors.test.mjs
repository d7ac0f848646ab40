// A folder is a floor: code includes and imports downward only.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  CORE_FLOORS,
  CORE_STRANGERS,
  WEB_FLOORS,
  importsOf,
  includesOf,
  objection,
} from './floors.mjs';
import { filesBelow, readSource } from './sources.mjs';

test('code in core/ includes downward only', () => {
  const files = filesBelow('core', /\.(cc|h)$/);
  assert.ok(files.length > 0, 'core/ has sources');
  const references = files.flatMap((file) => includesOf(file, readSource(`core/${file}`)));
  assert.ok(references.length > 0, 'the sources include each other');
  const found = references.map((one) => objection(one, CORE_FLOORS, CORE_STRANGERS));
  assert.deepEqual(found.filter(Boolean), []);
});

test('code in web/ imports downward only', () => {
  const files = filesBelow('web', /^[^/]+\/.*\.(js|mjs|ts)$/);
  assert.ok(files.length > 0, 'web/ has modules');
  const references = files.flatMap((file) => importsOf(file, readSource(`web/${file}`)));
  assert.ok(references.length > 0, 'the modules import each other');
  assert.deepEqual(references.map((one) => objection(one, WEB_FLOORS)).filter(Boolean), []);
});

test('an include is read from every way of writing it', () => {
  const text = '// a\n#include "base/error.h"\n  #  include "word.h"\n#include <string>\n';
  assert.deepEqual(includesOf('analysis/word.cc', text), [
    { file: 'core/analysis/word.cc', line: 2, from: 'analysis', to: 'base' },
    { file: 'core/analysis/word.cc', line: 3, from: 'analysis', to: 'analysis' },
  ]);
});

test('an import is read from every way of writing it', () => {
  const text = [
    "import { a } from '../engine/a.js';",
    "import './b.js';",
    "/** @typedef {import('../element/c.js').C} C */",
    "const d = await import('../loader/d.js');",
    "} from '../client/e.js';",
    "import fs from 'node:fs';",
  ].join('\n');
  const targets = importsOf('client/x.js', text).map(({ to }) => to);
  assert.deepEqual(targets, ['engine', 'client', 'element', 'loader', 'client']);
});

/** from, to, what the objection says (undefined: none) */
const cases = /** @type {[string, string, RegExp | undefined][]} */ ([
  ['search', 'index', undefined],
  ['search', 'search', undefined],
  ['query', 'search', undefined],
  ['query', 'spelling', undefined],
  ['search', 'spelling', /reaches up/],
  ['cli', 'search', undefined],
  ['cli', 'build', undefined],
  ['index', 'search', /reaches up/],
  ['base', 'codec', /reaches up/],
  ['build', 'search', /reaches up/],
  ['search', 'build', /may not know/],
  ['search', 'query', /reaches up/],
  ['query', 'build', /may not know/],
  ['search', 'document', /may not know/],
  ['wasm', 'build', /may not know/],
  ['wasm', 'cli', /may not know/],
  ['attic', 'base', /no floor/],
  ['base', 'attic', /no floor/],
]);
for (const [from, to, expected] of cases) {
  test(`core: ${from} on ${to}: ${expected ?? 'allowed'}`, () => {
    const found = objection({ file: 'f', line: 1, from, to }, CORE_FLOORS, CORE_STRANGERS);
    if (expected) assert.match(found ?? '', expected);
    else assert.equal(found, undefined);
  });
}
