// What a committed file may hold: the project speaks of itself, not of the machine it was made on.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { ROOT, readSource, trackedFiles } from './sources.mjs';

/** What is wrong with a text, and how to see it. (Written so that this file doesn't match.) */
const FORBIDDEN = [
  { what: 'a path of one machine', pattern: /(?<![\w.])\/(?:home|root|work|Users)\/[\w.]/ },
  { what: 'the address of a package registry', pattern: /registry\.[a-z]+js\.org|"resolved":\s*"http/ },
  { what: 'a conflict that was not resolved', pattern: /^(?:<{7}|>{7}) /m },
];

/** What is larger is no source; pictures of the documentation are. */
const LARGEST_FILE = 1 << 20;

const BINARY = /\.(?:png|ico|woff2|bin|wasm|gz)$/;

/** @param {string} text @returns {string[]} */
function faultsOf(text) {
  return FORBIDDEN.flatMap(({ what, pattern }) => {
    const match = pattern.exec(text);
    return match ? [`${what}: ${match[0]}`] : [];
  });
}

const files = trackedFiles();
const skip = files ? false : 'not in a git clone';

test('no committed file names a machine or a registry', { skip }, () => {
  const texts = (files ?? []).filter((file) => !BINARY.test(file));
  assert.ok(texts.length > 0);
  const faults = texts.flatMap((file) => faultsOf(readSource(file)).map((fault) => `${file}: ${fault}`));
  assert.deepEqual(faults, []);
});

test('no committed file is large', { skip }, () => {
  const large = (files ?? []).filter((file) => statSync(path.join(ROOT, file)).size > LARGEST_FILE);
  assert.deepEqual(large, []);
});

test('nothing that is built is committed', { skip }, () => {
  const built = (files ?? []).filter((file) => /^(?:build|dist)\/|(?:^|\/)node_modules\//.test(file));
  assert.deepEqual(built, []);
});

test('what is forbidden is recognised', () => {
  const home = ['', 'home', 'someone', 'catchword'].join('/');
  assert.equal(faultsOf(`see ${home}`).length, 1);
  assert.equal(faultsOf(`"resolved": "${'http'}s://somewhere"`).length, 1);
  assert.deepEqual(faultsOf('a page at /catchword/root/a.html, ../work/x'), []);
});

/** @param {string} text of a CMake file @returns {boolean} */
function globs(text) {
  return /^\s*file\s*\(\s*GLOB/im.test(text);
}

test('CMake names every source: none is globbed', { skip }, () => {
  const lists = (files ?? []).filter((file) => /(?:^|\/)CMakeLists\.txt$|\.cmake$/.test(file));
  assert.ok(lists.includes('CMakeLists.txt'));
  assert.deepEqual(lists.filter((file) => globs(readSource(file))), []);
  assert.ok(globs('  file(GLOB_RECURSE sources core/*.cc)'));
});
