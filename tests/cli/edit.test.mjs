// What of a bundle changes when its documents do: one sentence of one page, one page more, another order of the input.
// On pages made for it, and on the pages of a real site where they are (CATCHWORD_SITES, a folder of sites).
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { test } from 'node:test';

import { SKIP, catchword, folderFor } from './program.mjs';

const kSite = path.join(process.env.CATCHWORD_SITES ?? '/tmp/sites', 'cppreference');
const kWithoutSite = existsSync(kSite) ? SKIP : `${kSite} is not there`;

/** Deterministic numbers from 0 to 1. @param {number} seed */
function randomFrom(seed) {
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
}

/** @param {string} folder @param {number} pages */
function writePages(folder, pages) {
  const random = randomFrom(7);
  const word = () => `w${Math.floor(3000 * random() ** 3).toString(36)}`;
  const sentence = () => `${Array.from({ length: 6 + Math.floor(12 * random()) }, word).join(' ')}.`;
  mkdirSync(folder, { recursive: true });
  for (let page = 0; page < pages; ++page) {
    const paragraphs = Array.from({ length: 20 }, () => `<p>${[sentence(), sentence(), sentence()].join(' ')}</p>`);
    writeFileSync(path.join(folder, `page-${page}.html`), `<title>Page ${page}</title><h1>Page ${page}</h1>${paragraphs.join('\n')}`);
  }
}

/** The files of the bundle of `input`, by name. @param {string} input @param {string} output @param {...string} args */
function build(input, output, ...args) {
  const { status, err } = catchword(['index', input, '--language', 'en', '--output', output, ...args]);
  assert.equal(status, 0, err);
  const names = readdirSync(output, { recursive: true, encoding: 'utf8' });
  return new Map(names.map((name) => path.join(output, name)).filter((file) => statSync(file).isFile())
    .map((file) => [path.relative(output, file), readFileSync(file)]));
}

/** @typedef {Map<string, Buffer>} Files */

/** Files that `after` has and `before` has not, or has otherwise. @param {Files} before @param {Files} after */
const changedFiles = (before, after) => [...after].filter(([name, bytes]) => !before.get(name)?.equals(bytes));

/** @param {Iterable<[string, Buffer]>} files */
const sizeOf = (files) => [...files].reduce((sum, [, bytes]) => sum + bytes.length, 0);

/**
 * The part of a bundle's bytes, by kind of file, that lies in changed files.
 * @param {Files} before @param {Files} after @returns {Record<string, number>} `all` too
 */
function changedParts(before, after) {
  const total = sizeOf(after);
  /** @type {Record<string, number>} */
  const parts = { all: 0 };
  for (const [name, bytes] of changedFiles(before, after)) {
    const kind = name.split(/[-/]/)[0];
    parts[kind] = (parts[kind] ?? 0) + bytes.length / total;
    parts.all += bytes.length / total;
  }
  return parts;
}

/** @param {Record<string, number>} parts */
const told = (parts) => Object.entries(parts).map(([kind, part]) => `${kind} ${(100 * part).toFixed(2)}%`).join(', ');

/** The first sentence in the body of a page says something else. @param {string} file */
function editSentence(file) {
  const html = readFileSync(file, 'utf8');
  const edited = html.replace(/(<p>[^<]*?)(\w+)( \w+ \w+)/, '$1$2 newly$3');
  assert.notEqual(edited, html);
  writeFileSync(file, edited);
}

/** @param {import('node:test').TestContext} t @param {string} site @param {string} page to edit */
function compareEdits(t, site, page) {
  const folder = folderFor(t);
  const before = build(site, path.join(folder, 'before'));
  const edited = path.join(folder, 'edited');
  cpSync(site, edited, { recursive: true });
  editSentence(path.join(edited, page));
  const edit = changedParts(before, build(edited, path.join(folder, 'after')));
  t.diagnostic(`one sentence: ${told(edit)}`);
  cpSync(path.join(edited, page), path.join(edited, page.replace('.html', '-2.html')));
  const addition = changedParts(before, build(edited, path.join(folder, 'added')));
  t.diagnostic(`and one page more: ${told(addition)}`);
  return edit;
}

test('one sentence edited changes few texts and neither primer nor map', { skip: SKIP }, (t) => {
  const site = path.join(folderFor(t), 'site');
  writePages(site, 400);
  const { text, primer, documents } = compareEdits(t, site, 'page-200.html');
  assert.ok(text < 0.1, `${text} of the bytes are texts that changed`);
  assert.equal(primer, undefined);
  assert.equal(documents, undefined);
});

test('one sentence edited on a real site changes few texts, and no primer', { skip: kWithoutSite }, (t) => {
  const { text, primer } = compareEdits(t, kSite, 'en/cpp/container/vector.html');
  assert.ok(text < 0.0125, `${text} of the bytes are texts that changed`);
  assert.equal(primer, undefined);
});

test('equal bytes with one thread and two, and for a copy made in another order', { skip: SKIP }, (t) => {
  const folder = folderFor(t);
  const [site, copy] = ['site', 'copy'].map((name) => path.join(folder, name));
  writePages(site, 60);
  mkdirSync(copy);
  for (const name of readdirSync(site).sort().reverse()) cpSync(path.join(site, name), path.join(copy, name));
  const one = build(site, path.join(folder, 'one'), '--jobs', '1');
  assert.deepEqual(build(site, path.join(folder, 'two'), '--jobs', '2'), one);
  assert.deepEqual(build(copy, path.join(folder, 'other'), '--jobs', '2'), one);
});
