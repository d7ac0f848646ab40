// The worked example of docs/FORMAT.md: makes the bundle of the documents that stand there and decodes it step by step.
// Run: node tests/docs/format_example.mjs, to write it anew after the format has changed.

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { catchword } from '../cli/program.mjs';
import { readDirectory } from './format_columns.mjs';
import { positionBlockIn, readPositionDirectory, readRoot, readSpellingDirectory, readTextBlock, unseal } from './format_reader.mjs';
import { TextCode, readPositionBlock, readSpellingBlock, readTermBlock } from './format_streams.mjs';

/** @typedef {import('./format_streams.mjs').Term} Term */

export const DOCUMENT = fileURLToPath(new URL('../../docs/FORMAT.md', import.meta.url));
const kMarker = '<!-- example: written by tests/docs/format_example.mjs -->\n';

/** @typedef {Map<string, Buffer>} Files by name */

/**
 * The files of the bundle of the documents in `text`.
 * @param {string} text of docs/FORMAT.md @returns {Files}
 */
function filesOfExample(text) {
  const [, lines] = /** @type {RegExpExecArray} */ (/```jsonl\n([^`]*)```/.exec(text));
  const folder = mkdtempSync(path.join(tmpdir(), 'catchword-format-'));
  try {
    const args = ['index', '-', '--language', 'en', '--output', path.join(folder, 'B')];
    const { status, err } = catchword(args, { input: lines });
    if (status !== 0) throw new Error(err);
    return filesBelow(path.join(folder, 'B'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} folder @returns {Files} its blocks */
export function filesBelow(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.bin'));
  return new Map(names.sort().map((name) => [name, readFileSync(path.join(folder, name))]));
}

/** @param {Files} files @param {string} prefix @returns {[string, Buffer]} the only one */
function only(files, prefix) {
  const found = [...files].filter(([name]) => name.startsWith(prefix));
  if (found.length !== 1) throw new Error(`${found.length} files are named ${prefix}…`);
  return found[0];
}

/** @param {Uint8Array} bytes sixteen to a line, with their places */
function dump(bytes) {
  const lines = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const hex = [...bytes.subarray(at, at + 16)].map((byte) => byte.toString(16).padStart(2, '0'));
    lines.push(`${at.toString(16).padStart(4, '0')}  ${hex.join(' ')}`);
  }
  return `\`\`\`\n${lines.join('\n')}\n\`\`\`\n`;
}

/** @param {string[]} head @param {unknown[][]} rows */
function table(head, rows) {
  const line = (/** @type {unknown[]} */ cells) => `| ${cells.join(' | ')} |`;
  return `${[head, head.map(() => '---'), ...rows].map(line).join('\n')}\n`;
}

/** @param {unknown} value */
function code(value) {
  return value === '' ? 'empty' : `\`${String(value).replace(/\n/g, '␊')}\``;
}

/** @param {number} number */
const hex = (number) => `\`${number.toString(16).padStart(8, '0')}\``;

/**
 * The fields of a plain structure in their order, and where each ends.
 * @param {Uint8Array} payload @param {(payload: Uint8Array, watch: (item: any) => void) => void} read
 */
function fieldsOf(payload, read) {
  /** @type {unknown[][]} */
  const rows = [];
  read(payload, ({ name, value }) => rows.push([name, code(value)]));
  return table(['field', 'value'], rows);
}

/** @param {[string, Buffer]} file */
function explainRoot([name, file]) {
  const text = [`### ${name}\n`, dump(file)];
  text.push('The first four bytes are the checksum. Behind them:\n', fieldsOf(unseal(name, file), readRoot));
  return text.join('\n');
}

/** @param {[string, Buffer]} file */
function explainText([name, file]) {
  const text = new TextCode().decode(unseal(name, file));
  return [
    `### ${name}\n`,
    dump(file),
    'Behind the checksum stands a coded text. So short a bundle has no primer. The text:\n',
    dump(text),
    fieldsOf(text, readTextBlock),
  ].join('\n');
}

/** @param {[string, Buffer]} file */
function explainColumns([name, file]) {
  const text = [`### ${name}\n`, dump(file)];
  text.push('The only key, by which titles are ordered; its index stands in it, and the only chunk in that.\n');
  text.push(fieldsOf(unseal(name, file), readDirectory));
  return text.join('\n');
}

/**
 * A term's items in the order of the stream, some of which may be absent.
 * @param {Map<string, unknown>} items
 */
function rowOf(items) {
  const cell = (/** @type {string} */ name) => (items.has(name) ? code(items.get(name)) : '');
  return [
    ...['shared', 'folded form, the rest', 'differs', 'completion', 'same stem', 'cut', 'stem, the rest'].map(cell),
    ...['has kin', 'has aliases', 'has likelier'].map(cell),
    code(Number(items.get('documents')) + 1),
  ];
}

/** @param {[string, Buffer]} file @param {ReturnType<typeof readRoot>} root */
function explainTerms([name, file], root) {
  /** @type {unknown[][]} */
  const bits = [];
  /** @type {Map<string, unknown>[]} */
  const items = [];
  const watch = (/** @type {any} */ { name: item, value }) => {
    if (item === 'shared') items.push(new Map());
    items.at(-1)?.set(item, value);
  };
  /** @type {import('./format_models.mjs').WatchBit} */
  const watchBit = ({ low, high, code: at, probability, middle, bit }) => {
    bits.push([hex(low), hex(high), hex(at), probability, hex(middle), bit]);
  };
  const terms = readTermBlock(unseal(name, file), root.documents, watch, watchBit);
  return [
    `### ${name}\n`,
    dump(file),
    'Behind the checksum stands a stream. Bit by bit, its first three items: the number of terms; of the first term,',
    'what it shares with the one before, and its letters with the zero byte behind them. The models of the first byte',
    'have seen nothing; the first bit of the second is coded by *none*[1], which has seen a 0.\n',
    table(['item', 'low', 'high', 'code', 'p', 'middle', 'bit'], itemsOf(terms).map((item, i) => [item, ...bits[i]])),
    'All items but the postings, a term a line; a cell is empty where the item is not there:\n',
    table(
      ['shared', 'letters', 'differs', 'completion', 'same stem', 'cut', 'letters', 'has kin', 'has aliases', 'has likelier', 'documents'],
      items.map(rowOf),
    ),
    'The postings, each term’s behind its line:\n',
    table(['term', 'stem', 'document', 'fields', 'impact', 'title words', 'place', 'best block'], terms.flatMap(postingsOf)),
  ].join('\n');
}

/**
 * What each of the first bits of a stream belongs to.
 * @param {Term[]} terms @returns {string[]}
 */
function itemsOf([first, ...others]) {
  const letters = [...new TextEncoder().encode(first.folded), 0];
  return [
    ...bitsOfNumber('*terms*', others.length + 1),
    ...bitsOfNumber('*shared*', 0),
    ...letters.flatMap((byte) => Array(8).fill(`*letters*, ${byte}`)),
  ];
}

/** @param {string} name @param {number} value @returns {string[]} */
function bitsOfNumber(name, value) {
  const length = Math.floor(Math.log2(value + 1));
  if (length > 3) throw new Error(`${name}: raw bits are decoded at once, and have no lines of their own`);
  return [...Array(3).fill(`${name}, L`), ...Array(length).fill(`${name}, modelled`)];
}

/** @param {Term} term */
function postingsOf({ form, stem, postings }) {
  return postings.map(({ document, fields, impact, title, place, best }) => [
    ...[form, stem].map(code),
    ...[document, fields, impact, title || '', place || '', best],
  ]);
}

/** @param {[string, Buffer]} file @param {number} blocks */
function explainDirectory([name, file], blocks) {
  const fields = fieldsOf(unseal(name, file), (payload, watch) => readPositionDirectory(payload, blocks, watch));
  return [`### ${name}\n`, dump(file), fields].join('\n');
}

/** @param {[string, Buffer]} file @param {Term[]} terms */
function explainPositions([name, file], terms) {
  const block = positionBlockIn(unseal(name, file), { part: 0 });
  const lists = readPositionBlock(block, terms, { first: 0, last: Infinity });
  const rows = terms.flatMap((term) =>
    term.postings.map(({ document }, i) => [code(term.form), document, lists.get(term)?.[i].join(', ')]),
  );
  return [`### ${name}\n`, dump(file), table(['term', 'document', 'positions'], rows)].join('\n');
}

/** @param {[string, Buffer]} file */
function explainSpellingDirectory([name, file]) {
  return [`### ${name}\n`, dump(file), fieldsOf(unseal(name, file), readSpellingDirectory)].join('\n');
}

/** @param {[string, Buffer]} file @param {string} order */
function explainSpelling([name, file], order) {
  const words = readSpellingBlock(unseal(name, file), order);
  const rows = words.map(({ key, word, form, title, documents }) => [
    ...[key, word, form].map(code),
    ...[Number(title), documents],
  ]);
  return [
    `### ${name}\n`,
    `The words in the order ${order}:\n`,
    dump(file),
    table(['key', 'word', 'written form', 'title', 'documents'], rows),
  ].join('\n');
}

/** @param {Files} files @returns {string[]} the spelling directory and its blocks */
function explainVocabulary(files) {
  const directoryFile = only(files, 'spelling-');
  const { orders } = readSpellingDirectory(unseal(...directoryFile));
  const blocks = Object.entries(orders).flatMap(([order, table]) =>
    table.map(({ hash }) => explainSpelling(only(files, `spelling/${hash}`), order)),
  );
  return [explainSpellingDirectory(directoryFile), ...blocks];
}

/** What stands in the document behind the marker. @param {string} text of docs/FORMAT.md @returns {string} */
export function makeExample(text) {
  const files = filesOfExample(text);
  const rootFile = only(files, 'root-');
  const termFile = only(files, 'terms/');
  const root = readRoot(unseal(...rootFile));
  const terms = readTermBlock(unseal(...termFile), root.documents);
  return [
    explainRoot(rootFile),
    explainTerms(termFile, root),
    explainDirectory(only(files, 'positions-'), root.termBlocks),
    explainPositions(only(files, 'positions/'), terms),
    ...explainVocabulary(files),
    explainText(only(files, 'text/')),
    explainColumns(only(files, 'columns-')),
  ].join('\n');
}

/** @param {string} text @returns {{ before: string, example: string }} */
export function split(text) {
  const at = text.indexOf(kMarker) + kMarker.length;
  return { before: text.slice(0, at), example: text.slice(at).trimStart() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = readFileSync(DOCUMENT, 'utf8');
  writeFileSync(DOCUMENT, `${split(text).before}\n${makeExample(text)}`);
}
