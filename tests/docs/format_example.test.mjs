// docs/FORMAT.md against the program: its example is what the program writes today, and what it says is enough to read
// every block of the demo's bundle.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import { SKIP, catchword, folderFor } from '../cli/program.mjs';
import { ROOT } from '../structure/sources.mjs';
import { DOCUMENT, filesBelow, makeExample, split } from './format_example.mjs';
import { bucketOf, readColumns, readFilterKeys } from './format_columns.mjs';
import { positionBlockIn, readPositionDirectory, readMaps, readRoot, readSpellingDirectory, readTextBlock, termBlocksOf, textName, unseal } from './format_reader.mjs';
import { TextCode, readHomophones, readPositionBlock, readTermBlock } from './format_streams.mjs';

/** @typedef {import('./format_columns.mjs').Column} Column */

test('the worked example is what the program writes', { skip: SKIP }, () => {
  const text = readFileSync(DOCUMENT, 'utf8');
  const { example } = split(text);
  assert.equal(example, makeExample(text), 'node tests/docs/format_example.mjs writes it anew');
});

/** Enough words with one beginning for completions, and inflections that lie far apart. */
function manyWords() {
  const words = Array.from({ length: 6000 }, (_, i) => `wor${(i * 7919).toString(36)}`);
  const documents = Array.from({ length: 60 }, (_, i) => ({
    id: `d${i}`,
    title: `Page ${i}`,
    text: `${words.slice(i * 100, i * 100 + 100).join(' ')} die dying`,
  }));
  return documents.map((document) => JSON.stringify(document)).join('\n');
}

/** More than one chunk of the document map has. */
function manyDocuments() {
  const documents = Array.from({ length: 9000 }, (_, i) => ({ id: `d${i}`, title: `${i % 10}`, text: 'A small one, as many are here.' }));
  return documents.map((document) => JSON.stringify(document)).join('\n');
}

for (const [name, input, text, ...options] of [
  ['the archive', path.join(ROOT, 'corpus'), ''],
  ['many words', '-', manyWords()],
  ['few files', '-', manyWords(), '--max-files', '200'],
  ['many documents', '-', manyDocuments()],
  ['many documents in few files', '-', manyDocuments(), '--max-files', '200'],
]) {
  test(`a reader written from the document reads a whole bundle: ${name}`, { skip: SKIP }, (t) => {
    const folder = path.join(folderFor(t), 'bundle');
    const { status, err } = catchword(['index', input, '--language', 'en', '--output', folder, ...options], { input: text });
    assert.equal(status, 0, err);
    const { documents, terms, completions, postings } = JSON.parse(catchword(['inspect', folder, '--json']).out);
    assert.deepEqual(countsOf(filesBelow(folder)), { documents, terms, completions, postings });
    assert.ok(completions > 0 || name !== 'many words');
  });
}

test('a term tells what gives documents it that it does not stand in: compounds and synonyms', { skip: SKIP }, (t) => {
  const folder = path.join(folderFor(t), 'bundle');
  const texts = ['Eine Datenbank mit einer Verbindung am Kabel.', 'Datenbankverbindungen, alte Datenbankverbindung.', 'Die neue Leitung.'];
  const input = texts.map((text, i) => JSON.stringify({ id: `d${i}`, title: 'Seite', text })).join('\n');
  const options = ['--language', 'de', '--synonyms', 'Kabel => Draht, neue Leitung', '--output', folder];
  assert.equal(catchword(['index', '-', ...options], { input }).status, 0);
  const files = filesBelow(folder);
  const terms = [...files.keys()].filter((name) => name.startsWith('terms/'))
    .flatMap((name) => readTermBlock(unseal(name, /** @type {Buffer} */ (files.get(name))), texts.length));
  const told = terms.filter(({ aliases }) => aliases.length > 0).map(({ form, aliases }) => [form, aliases]);
  assert.deepEqual(told, [
    ['datenbank', ['datenbankverbindung', 'datenbankverbindungen']],
    ['kabel', ['neue leitung ']],
    ['verbindung', ['datenbankverbindung', 'datenbankverbindungen']],
  ]);
});

test('the homophones of a Chinese bundle', { skip: SKIP }, (t) => {
  const folder = path.join(folderFor(t), 'bundle');
  const input = ['a', 'b'].map((id) => JSON.stringify({ id, title: '数据库', text: '单元格' })).join('\n');
  assert.equal(catchword(['index', '-', '--output', folder], { input }).status, 0);
  const files = filesBelow(folder);
  const payload = (/** @type {string} */ name) => unseal(name, /** @type {Buffer} */ (files.get(name)));
  const directory = [...files.keys()].find((name) => name.startsWith('spelling-'));
  const { homophones } = readSpellingDirectory(payload(/** @type {string} */ (directory)));
  const classes = readHomophones(payload(`spelling/${homophones}.bin`));
  assert.ok(classes.some((one) => one.includes('据') && one.includes('居')));
  assert.ok(classes.every((one) => one.length > 1 && [...one].sort().join('') === one));
  assert.equal(catchword(['verify', folder]).status, 0);
});

/** @param {Map<string, Buffer>} files */
function countsOf(files) {
  const payload = (/** @type {string} */ name) => unseal(name, /** @type {Buffer} */ (files.get(name)));
  const root = readRoot(payload(/** @type {string} */ ([...files.keys()].find((name) => name.startsWith('root-')))));
  const directory = readPositionDirectory(payload(`positions-${root.directory}.bin`), root.termBlocks);
  const blocks = termBlocksOf(root, (hash) => payload(`terms/${hash}.bin`)).map(({ hash }, i) => {
    const terms = readTermBlock(payload(`terms/${hash}.bin`), root.documents);
    return {
      terms,
      positions: directory[i].map((block) => readPositionBlock(positionBlockIn(payload(`positions/${block.hash}.bin`), block), terms, block)),
    };
  });
  const textOf = (/** @type {Uint8Array} */ text) => {
    const code = new TextCode();
    if (root.primer) code.decode(payload(`primer-${root.primer}.bin`));
    return readTextBlock(code.decode(text));
  };
  const maps = readMaps(root, (hash) => payload(`documents/${hash}.bin`));
  const names = Array.from({ length: root.textBlocks }, (_, block) => textName(root, maps, block));
  const texts = names.map(({ name, file, at, end }, block) => {
    const part = /** @type {Buffer} */ (files.get(file)).subarray(at, end);
    return { block, parts: textOf(unseal(name, part)) };
  });
  const textFiles = new Set([...files.keys()].filter((name) => name.startsWith('text/')));
  assert.deepEqual(new Set(names.map(({ file }) => file)), textFiles);
  const words = blocks.flatMap(({ terms }) => terms.filter(({ completion }) => !completion));
  const places = maps.flatMap((map) => map.places);
  const first = texts.flatMap(({ block, parts }) => parts.filter(({ blocksBefore }) => blocksBefore === 0).map(({ slot }) => ({ block, slot })));
  assert.deepEqual(first, places);
  return {
    documents: places.length,
    terms: words.length,
    completions: blocks.flatMap(({ terms }) => terms.filter(({ completion }) => completion)).length,
    postings: words.reduce((sum, { postings }) => sum + postings.length, 0),
  };
}

/** Numbers and dates enough for several bands and spans; some documents have none. */
function manyValues() {
  const documents = Array.from({ length: 1500 }, (_, i) => ({
    id: `d${i}`,
    title: `${i % 10}`,
    text: 'One.',
    size: i % 7 === 0 ? undefined : (i * 7919) % 5000,
    date: `${1990 + ((i * 31) % 30)}-0${1 + (i % 9)}${i % 3 === 0 ? '' : `-${10 + (i % 17)}`}`,
    kind: 'abcdefghijklmnop'[i % 16],
  }));
  return documents.map((document) => JSON.stringify(document)).join('\n');
}

for (const [name, input, text] of [
  ['the archive', path.join(ROOT, 'corpus'), ''],
  ['many values', '-', manyValues()],
]) {
  test(`columns say of each document what buckets, bands and spans say: ${name}`, { skip: SKIP }, (t) => {
    const folder = path.join(folderFor(t), 'bundle');
    const { status, err } = catchword(['index', input, '--output', folder], { input: text });
    assert.equal(status, 0, err);
    const files = filesBelow(folder);
    const payload = (/** @type {string} */ file) => unseal(file, /** @type {Buffer} */ (files.get(file)));
    const named = (/** @type {string} */ prefix) => /** @type {string} */ ([...files.keys()].find((file) => file.startsWith(prefix)));
    const root = readRoot(payload(named('root-')));
    const payloadOf = (/** @type {string} */ hash) => payload(`columns/${hash}.bin`);
    const columns = readColumns(payload(named('columns-')), root.documents, payloadOf);
    for (const column of columns) assert.equal(column.documents.length, root.documents, column.name);
    const { keys, displacements, buckets, scales } = readFilterKeys(root.filterKeys, root.documents, payloadOf);
    assert.ok(scales.some(({ type }) => type === 'date'));
    for (const scale of scales) checkScale(scale, /** @type {Column} */ (columns.find((own) => own.name === scale.name)));
    if (input === '-') assert.ok(scales.every(({ spans }) => spans.length > 1) && keys.some(({ periods }) => periods !== 0));
    checkBuckets(buckets, displacements, keys.flatMap((key) => listsOf(key, /** @type {Column} */ (columns.find(({ name }) => name === key.name)))));
  });
}

/** @param {ReturnType<typeof readFilterKeys>['scales'][number]} scale @param {Column} column */
function checkScale({ name, type, documents, several, bands, spans }, column) {
  const listed = column.names.map((own, i) => ({ ...own, list: documentsWith(column.documents, i) }));
  assert.deepEqual(bands.flatMap(({ values }) => values), listed, name);
  assert.equal(documents, column.documents.filter((own) => own.length > 0).length);
  assert.equal(several, column.documents.some((own) => own.length > 1));
  for (const { begin, end, list } of spans) {
    const lists = bands.slice(begin, end).flatMap(({ values }) => values.flatMap((value) => value.list));
    assert.deepEqual(list, [...new Set(lists)].sort((one, other) => one - other), `${name}: ${begin} to ${end}`);
  }
  const places = bands.flatMap(({ separator, values }) => [separator, ...values.map(({ value }) => value)]);
  if (type === 'date') assert.deepEqual(places, [...places].sort(), 'a date is its own order key');
}

/**
 * @param {{ key: string, value: string, list: number[] }[][]} buckets @param {Uint8Array} displacements
 * @param {{ key: string, value: string, list: number[] }[]} lists of values and periods
 */
function checkBuckets(buckets, displacements, lists) {
  const isPlain = (/** @type {string} */ value) => /^[a-z0-9 -]+$/iu.test(value);
  const written = (/** @type {typeof lists} */ some) => some.map(({ key, value, list }) => [key, value, ...list].join()).sort();
  assert.deepEqual(written(buckets.flat()), written(lists));
  const plain = buckets.flatMap((bucket, i) => bucket.filter(({ value }) => isPlain(value)).map((one) => ({ ...one, i })));
  assert.ok(plain.length > 10, 'values whose folded form is plain to see');
  for (const { key, value, i } of plain) assert.equal(bucketOf(key, value.toLowerCase(), displacements, buckets.length), i, value);
}

/**
 * What is in buckets of a key.
 * @param {ReturnType<typeof readFilterKeys>['keys'][number]} key @param {Column} column
 */
function listsOf({ name, type, periods }, { names, documents }) {
  const texts = names.map(({ value }) => value);
  const sizes = [4, 7, 10].filter((_, level) => (periods >> level) & 1);
  const listed = type === 'date' ? sizes.flatMap((size) => texts.map((date) => date.slice(0, size)).filter((date) => date.length === size)) : texts;
  if (type === 'number') return [];
  return [...new Set(listed)].map((value) => ({
    key: name,
    value,
    list: [...documents.keys()].filter((id) =>
      documents[id].some((ordinal) => (type === 'date' ? texts[ordinal].startsWith(value) : texts[ordinal] === value)),
    ),
  }));
}

/** Those that have a value. @param {number[][]} documents the values of each @param {number} ordinal */
function documentsWith(documents, ordinal) {
  return [...documents.keys()].filter((id) => documents[id].includes(ordinal));
}
