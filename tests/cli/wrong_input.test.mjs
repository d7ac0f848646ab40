// What can be wrong with an input or an output: an error that names the file and a remedy, the exit status of the
// contract, and nothing lost.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { test } from 'node:test';

import { crc32 } from '../docs/format_reader.mjs';
import { PAGES, PROGRAM, SKIP, catchword, contents, folderFor, siteWithBundle, write } from './program.mjs';

/** @typedef {import('./program.mjs').Outcome} Outcome */

/** @param {Outcome} outcome @param {RegExp[]} patterns that the message has */
function assertFailed(outcome, ...patterns) {
  assert.equal(outcome.signal, null);
  assert.equal(outcome.status, 2, outcome.err);
  assert.match(outcome.err, /^catchword: /m);
  for (const pattern of patterns) assert.match(outcome.err, pattern);
}

/** Bytes that look random and are the same every time. @param {number} size */
function noise(size) {
  const parts = [];
  for (let i = 0; parts.length * 32 < size; ++i) parts.push(createHash('sha256').update(`noise ${i}`).digest());
  return Buffer.concat(parts).subarray(0, size);
}

test('a missing folder', { skip: SKIP }, (t) => {
  const folder = folderFor(t);
  assertFailed(catchword(['index', `${folder}/nowhere`, '--output', `${folder}/out`]), /nowhere: /, /\. \w/);
  assert.ok(!existsSync(`${folder}/out`));
});

test('an empty folder', { skip: SKIP }, (t) => {
  const folder = folderFor(t);
  mkdirSync(`${folder}/empty`);
  assertFailed(catchword(['index', `${folder}/empty`, '--output', `${folder}/out`]), /no document/, /Name a folder/);
  assert.ok(!existsSync(`${folder}/out`));
});

test('a folder without permission', { skip: SKIP }, (t) => {
  const folder = folderFor(t);
  chmodSync(folder, 0o777);
  write(`${folder}/secret`, PAGES);
  chmodSync(`${folder}/secret`, 0);
  const outcome = catchword(['index', `${folder}/secret`, '--output', `${folder}/out`], { nobody: true });
  chmodSync(`${folder}/secret`, 0o700);
  assertFailed(outcome, /secret: /, /[Pp]ermission/);
  assert.ok(!existsSync(`${folder}/out`));
});

test('an output without permission', { skip: SKIP }, (t) => {
  const folder = folderFor(t);
  write(`${folder}/site`, PAGES);
  chmodSync(folder, 0o755);
  if (process.getuid?.() !== 0) chmodSync(folder, 0o555);
  const outcome = catchword(['index', `${folder}/site`, '--output', `${folder}/out`], { nobody: true });
  chmodSync(folder, 0o755);
  assertFailed(outcome, /out: /, /Permission denied/, /write permission/);
  assert.deepEqual(readdirSync(folder), ['site']);
});

test('a line of JSON that is none is named, and the others are read', { skip: SKIP }, (t) => {
  const folder = folderFor(t);
  const line = (/** @type {string} */ id) => JSON.stringify({ id, title: id, text: `About ${id}.` });
  write(folder, { 'all.jsonl': `${line('first')}\n{"id": "second", oops\n${line('third')}\n` });
  const outcome = catchword(['index', `${folder}/all.jsonl`, '--output', `${folder}/out`]);
  assert.equal(outcome.status, 0, outcome.err);
  assert.match(outcome.err + outcome.out, /all\.jsonl:2/);
  assert.match(catchword(['search', `${folder}/out`, 'third']).out, /third/);

  const strict = catchword(['index', `${folder}/all.jsonl`, '--output', `${folder}/strict`, '--strict']);
  assertFailed(strict, /all\.jsonl:2/);
  assert.ok(!existsSync(`${folder}/strict`));
});

test('random bytes called .html are named, and the others are read', { skip: SKIP }, (t) => {
  const folder = folderFor(t);
  write(`${folder}/site`, { ...PAGES, 'noise.html': noise(20_000) });
  const outcome = catchword(['index', `${folder}/site`, '--output', `${folder}/out`]);
  assert.equal(outcome.signal, null);
  assert.equal(outcome.status, 0, outcome.err);
  assert.match(outcome.err + outcome.out, /noise\.html/);
  assert.match(catchword(['search', `${folder}/out`, 'plum']).out, /Plum/);
});

test('one bad file among a thousand: the rest is indexed, the summary names it, --strict makes it an error', { skip: SKIP }, (t) => {
  const folder = folderFor(t);
  const page = (/** @type {number} */ i) => `<title>Page ${i}</title><p>The word of page ${i} is w${i}w.`;
  const pages = Array.from({ length: 999 }, (_, i) => [`p${i}.html`, page(i)]);
  write(`${folder}/site`, { ...Object.fromEntries(pages), 'bad.html': noise(20_000) });
  const outcome = catchword(['index', `${folder}/site`, '--output', `${folder}/out`]);
  assert.equal(outcome.status, 0, outcome.err);
  assert.match(outcome.out, /^999 documents/);
  assert.match(outcome.err, /^1 could not be read \(not text\)\n {2}bad\.html\n/);
  for (const i of [0, 500, 998]) {
    assert.match(catchword(['search', `${folder}/out`, `w${i}w`]).out, new RegExp(`Page ${i}\\b`));
  }

  const strict = catchword(['index', `${folder}/site`, '--output', `${folder}/strict`, '--strict']);
  assertFailed(strict, /bad\.html/, /--strict/);
  assert.ok(!existsSync(`${folder}/strict`));
});

test('a dry run says what would be left out, and writes nothing', { skip: SKIP }, (t) => {
  const folder = folderFor(t);
  write(`${folder}/site`, { ...PAGES, 'hidden.html': '<meta name=robots content=noindex><p>text' });
  const outcome = catchword(['index', `${folder}/site`, '--dry-run']);
  assert.equal(outcome.status, 0, outcome.err);
  assert.match(outcome.out, /^3 documents; 4 files, .* MB a second\n1 left out \(noindex\)\n {2}hidden\.html\n/);
  assert.deepEqual(readdirSync(folder), ['site']);
});

test('an option of the command line that says nothing is wrong usage', { skip: SKIP }, (t) => {
  const folder = folderFor(t);
  write(`${folder}/site`, PAGES);
  const faults = [['--synonyms', 'quay'], ['--select', 'bodi=main'], ['--select', 'weight:heavy=.a'],
    ['--select', 'body=a b'], ['--metadata', 'price=sum'],
    ['--memory', 'lots'], ['--memory', '3k'], ['--memory', '']];
  for (const fault of faults) {
    const outcome = catchword(['index', `${folder}/site`, '--dry-run', ...fault]);
    assert.equal(outcome.status, 1, outcome.err);
    assert.match(outcome.err, /^catchword: .*\. Write /m);
  }
});

test('random bytes alone are no bundle', { skip: SKIP }, (t) => {
  const folder = folderFor(t);
  write(`${folder}/site`, { 'noise.html': noise(20_000) });
  assertFailed(catchword(['index', `${folder}/site`, '--output', `${folder}/out`]), /noise\.html/);
  assert.ok(!existsSync(`${folder}/out`));
});

test('an output that holds something else is left alone', { skip: SKIP }, (t) => {
  const folder = folderFor(t);
  write(folder, { 'site/a.md': PAGES['apple.md'], 'out/thesis.txt': 'years of work', file: 'mine' });
  const before = contents(folder);
  assertFailed(catchword(['index', `${folder}/site`, '--output', `${folder}/out`]), /out: /, /something else/, /Choose/);
  assertFailed(catchword(['index', `${folder}/site`, '--output', `${folder}/file`]), /file: /, /Choose/);
  assert.deepEqual(contents(folder), before);
});

/** Mounts a small disk at `folder`. @param {string} folder @returns {boolean} whether that is allowed here */
function mountSmallDisk(folder) {
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1536k', 'tmpfs', folder], { stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

/** Pages of a megabyte of words that hardly shrink. @param {string} folder */
function writeLargeSite(folder) {
  const words = noise(30_000).toString('hex').replace(/.{7}/g, '$& ');
  for (let i = 0; i < 12; ++i) write(folder, { [`${i}.txt`]: `Page ${i}\n\n${words.slice(i * 97)}\n` });
}

test('a disk too full for the temporary files of --memory', { skip: SKIP }, (t) => {
  const folder = folderFor(t);
  const disk = `${folder}/disk`;
  if (!mountSmallDisk(disk)) return t.skip('a small disk can only be mounted by root');
  try {
    writeLargeSite(`${folder}/large`);
    const outcome = catchword(['index', `${folder}/large`, '--output', `${disk}/out`, '--memory', '1M']);
    assertFailed(outcome, /disk: the temporary file of --memory/, /No space left/, /Free some space/);
    assert.deepEqual(readdirSync(disk), []);
  } finally {
    execFileSync('umount', [disk]);
  }
});

test('a full disk', { skip: SKIP }, (t) => {
  const folder = folderFor(t);
  const disk = `${folder}/disk`;
  if (!mountSmallDisk(disk)) return t.skip('a small disk can only be mounted by root');
  try {
    write(`${folder}/site`, PAGES);
    writeLargeSite(`${folder}/large`);
    const out = `${disk}/out`;
    assert.equal(catchword(['index', `${folder}/site`, '--output', out]).status, 0);
    const before = contents(disk);
    assert.ok(before.size > 5);
    const outcome = catchword(['index', `${folder}/large`, '--output', out, '--offline']);
    assertFailed(outcome, /disk\/out\//, /No space left/, /Free at least \d+ MB/);
    assert.deepEqual(contents(disk), before);
    assert.equal(catchword(['verify', out]).status, 0);
  } finally {
    execFileSync('umount', [disk]);
  }
});

test('wrong usage has a status of its own', { skip: SKIP }, () => {
  for (const args of [[], ['index'], ['unheard-of'], ['verify'], ['inspect', '--unheard-of'], ['serve', '.', '--port', '70000']]) {
    const { status, err } = catchword(args);
    assert.equal(status, 1, args.join(' '));
    assert.notEqual(err, '');
  }
});

test('bytes of a query that are no UTF-8 are U+FFFD in the answer', { skip: SKIP }, (t) => {
  const { bundle } = siteWithBundle(t);
  const ask = `"${PROGRAM}" search "${bundle}" "$(printf 'pl\\245*')" --json`;
  const answer = JSON.parse(execFileSync('sh', ['-c', ask], { encoding: 'utf8' }));
  assert.equal(answer.interpretation.text, 'pl\uFFFD*');
});

test('what is no bundle is said to be none', { skip: SKIP }, (t) => {
  const folder = folderFor(t);
  for (const command of [['verify'], ['inspect'], ['search', 'word']]) {
    const [verb, ...rest] = command;
    assertFailed(catchword([verb, folder, ...rest]), /catchword-cli-/, /no bundle/, /`catchword index` wrote/);
    assertFailed(catchword([verb, `${folder}/nowhere`, ...rest]), /nowhere: /);
  }
});

test('a whole bundle is verified', { skip: SKIP }, (t) => {
  const { bundle } = siteWithBundle(t);
  const { status, out, err } = catchword(['verify', bundle]);
  assert.equal(status, 0, err);
  assert.equal(err, '');
  assert.match(out, /3 documents/);
  assert.match(out, /offline pack/);
});

/** @type {[string, (file: string, content: Buffer) => void][]} */
const DAMAGES = [
  ['is missing', (file) => rmSync(file)],
  ['is truncated', (file, content) => writeFileSync(file, content.subarray(0, content.length - 1))],
  ['is empty', (file) => writeFileSync(file, '')],
  ['has a wrong byte', (file, content) => {
    const wrong = Buffer.from(content);
    wrong[wrong.length >> 1] ^= 1;
    writeFileSync(file, wrong);
  }],
];

for (const [what, damage] of DAMAGES) {
  test(`whichever file ${what}, verify names it`, { skip: SKIP }, (t) => {
    const { bundle } = siteWithBundle(t);
    const files = [...contents(bundle)].filter(([name]) => name !== 'catchword.js');
    assert.ok(files.length > 8);
    for (const [name, text] of files) {
      // Scripts with fixed names carry no checksum; that they are there and name the bundle is all that can be seen.
      if (/^catchword-/.test(name) && what !== 'is missing' && what !== 'is empty') continue;
      const content = Buffer.from(text, 'latin1');
      damage(path.join(bundle, name), content);
      const outcome = catchword(['verify', bundle]);
      // The parts have one hash together: of a wrong one only their folder is known.
      const named = name.startsWith('parts/') && what !== 'is missing' ? 'parts/' : name;
      assertFailed(outcome, new RegExp(`bundle/${named.replaceAll('.', '\\.')}: `), /Build the bundle again/);
      writeFileSync(path.join(bundle, name), content);
    }
    assert.equal(catchword(['verify', bundle]).status, 0);
  });
}

/** A file of a bundle with another content and the checksum of that. @param {string} name @param {Buffer} payload */
function sealed(name, payload) {
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(crc32(payload, crc32(Buffer.from(name))));
  return Buffer.concat([checksum, payload]);
}

test('lists that are not those of the documents are found, where every checksum is right', { skip: SKIP }, (t) => {
  const bundle = path.join(folderFor(t), 'bundle');
  const documents = Array.from({ length: 900 }, (_, i) => ({ id: `d${i}`, title: 'T', text: 'One.', size: (i * 7919) % 5000, kind: `k${i % 40}` }));
  const { status, err } = catchword(['index', '-', '--output', bundle], { input: documents.map((one) => JSON.stringify(one)).join('\n') });
  assert.equal(status, 0, err);
  const names = [...contents(bundle).keys()].filter((name) => /^columns\/.*-\d+\.bin$/.test(name));
  assert.ok(names.length > 30, 'bands, spans and buckets');
  for (const [i, name] of names.entries()) {
    const own = readFileSync(path.join(bundle, name));
    const other = readFileSync(path.join(bundle, names[(i + 1) % names.length]));
    writeFileSync(path.join(bundle, name), sealed(name, other.subarray(4)));
    assertFailed(catchword(['verify', bundle]), new RegExp(`bundle/${name}: `), /Build the bundle again/);
    writeFileSync(path.join(bundle, name), own);
  }
  assert.equal(catchword(['verify', bundle]).status, 0);
});

test('a list of a year or a month that is not that of the dates is found, where every checksum is right', { skip: SKIP }, (t) => {
  const bundle = path.join(folderFor(t), 'bundle');
  const dateOf = (/** @type {number} */ hash) => `200${hash % 5}-0${1 + ((hash >> 3) % 9)}-${10 + ((hash >> 7) % 19)}`;
  const documents = Array.from({ length: 5000 }, (_, i) => ({ id: `d${i}`, title: 'T', text: 'One.', date: dateOf(crc32(Buffer.from(`${i}`)) >>> 8) }));
  const { status, err } = catchword(['index', '-', '--output', bundle], { input: documents.map((one) => JSON.stringify(one)).join('\n') });
  assert.equal(status, 0, err);
  const payloads = [...contents(bundle)].map(([name, content]) => ({ name, payload: Buffer.from(content, 'latin1').subarray(4) }));
  const buckets = payloads.filter(({ name, payload }) => name.startsWith('columns/') && /\x07200\d-0\d/.test(payload.toString('latin1')));
  assert.ok(buckets.length > 10, 'months are in buckets');
  for (const { name, payload } of buckets) {
    const other = Buffer.from(payload);
    other[payload.length - 6] ^= 1; // within the last list
    writeFileSync(path.join(bundle, name), sealed(name, other));
    assertFailed(catchword(['verify', bundle]), new RegExp(`bundle/${name}: `), /Build the bundle again/);
    writeFileSync(path.join(bundle, name), sealed(name, payload));
  }
  assert.equal(catchword(['verify', bundle]).status, 0);
});

test('a search that needs a damaged block names it', { skip: SKIP }, (t) => {
  const { bundle } = siteWithBundle(t);
  const text = [...contents(bundle).keys()].find((name) => name.startsWith('text/')) ?? '';
  rmSync(path.join(bundle, text));
  assertFailed(catchword(['search', bundle, 'fruit']), new RegExp(text.replaceAll('.', '\\.')), /Build the bundle again/);
});

test('inspect counts the bytes that are there', { skip: SKIP }, (t) => {
  const { bundle } = siteWithBundle(t);
  const { documents, postings, parts, all } = JSON.parse(catchword(['inspect', bundle, '--json']).out);
  const sizes = [...contents(bundle).values()].map((content) => content.length);
  assert.equal(documents, 3);
  assert.ok(postings > 10);
  assert.equal(all.files, sizes.length);
  assert.equal(all.bytes, sizes.reduce((sum, size) => sum + size));
  assert.equal(parts.root.files, 1);
  assert.match(catchword(['inspect', bundle]).out, /documents +3\n/);
});
