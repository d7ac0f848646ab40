// The program, Node and the browser give identical answers: to every title of the archive, while it
// is typed, and to what people and machines type besides. Every field counts, scores and marks too.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { createSearch } from '../../web/client/node.js';
import { SKIP, folderFor, write } from '../cli/program.mjs';
import { NO_CHROMIUM, ask, launch, openPage } from './chromium.mjs';
import { fromDisk, serve } from './hosts.mjs';
import { CORPUS, DEMO_OPTIONS, corpusTitles, index, resolved, search, searchAll } from './native.mjs';

/** @typedef {import('./native.mjs').Question} Question */
/** @typedef {import('./native.mjs').SearchResults} SearchResults */
/** @typedef {{ name: string, questions: Question[], write: (folder: string) => void }} Site */

/** How many titles are typed letter by letter. */
const TYPED_TITLES = 5;

/** Records in scripts and forms that the archive lacks. */
const OTHER_RECORDS = {
  'zh.md': '---\ntitle: 中国共产党对外工作\n---\n# 中国共产党对外工作\n\n党的对外工作发展了同各国政党的关系。\n',
  'ja.md': '---\ntitle: 検索エンジン\n---\n# 検索エンジン\n\n東京のカタカナとひらがなを検索する。サーバー、コーヒー。\n',
  'ko.md': '---\ntitle: 검색 엔진\n---\n# 검색 엔진\n\n한국어 문서를 검색하는 엔진입니다.\n',
  'th.md': '---\ntitle: ภาษาไทย\n---\n# ภาษาไทย\n\nการค้นหาข้อความภาษาไทยโดยไม่มีช่องว่าง\n',
  'ar.md': '---\ntitle: البحث في النصوص\n---\n# البحث في النصوص\n\nمُحَمَّدٌ يكتب عن البحث في النصوص.\n',
  'he.md': '---\ntitle: שָׁלוֹם עולם\n---\n# שָׁלוֹם עולם\n\nחיפוש בטקסט עברי.\n',
  'hi.md': '---\ntitle: हिन्दी खोज\n---\n# हिन्दी खोज\n\nहिन्दी में पाठ की खोज होती है।\n',
  'el.md': '---\ntitle: ΟΔΟΣ\n---\n# ΟΔΟΣ\n\nΟ Οδυσσεύς, η οδός και τα Ελληνικά.\n',
  'tr.md': '---\ntitle: İstanbul\n---\n# İstanbul\n\nİSTANBUL ve ıspanak, ISPARTA.\n',
  'de.md': '---\ntitle: Straße und Fluß\n---\n# Straße und Fluß\n\nDie STRASSE, die Größe, ein naïves Café und ein Café.\n',
  'compounds.html': '<!doctype html><html lang=de><title>Teile</title><p>Die Größe einer Datenbank, eine Verbindung.<p>Datenbankverbindungen, die Datenbankgröße; DATENBANKEN.',
  'astral.md': '---\ntitle: 𝒜 script 𠮷野家\n---\n# 𝒜 script 𠮷野家\n\n👩‍👩‍👧 family 🎉 party 𠮷野家 and 𝔘𝔫𝔦𝔠𝔬𝔡𝔢, 𐐷 𐐏 Deseret, ﬁne ﬀ ligatures, Ⅷ ½ ①.\n',
  'code.md': '---\ntitle: std::vector\n---\n# std::vector\n\nCall `std::vector<int>::push_back`, `foo_bar`, camelCase, C++ and co‑operate, soft\u00adhyphen, a.b.c, 3.14.\n',
};

/** What is typed besides titles. */
const OTHER_QUERIES = [
  '"countries without diplomatic relations"', '"Sakharov Prize"', '"prize sakharov"', '"', '""', '"the', 'the "party',
  '"party" "congress"', 'party "european parliament" delegations', 'aubergine', 'aubergine party', 'sakharov congress',
  'xyzzy plugh', 'p', 'th', 'a', 'the', 'the of and in', 'party party party', 'PARTY', 'PaRtY bUiLdInG', '2002', '147', '28',
  '31 May 2002', "people's", 'people’s', 'state-to-state', 'going-out', '-', '--json', '-x', '+', '*', '?', '(', 'title:party',
  'party AND congress', 'party -congress', '-party', 'congress OR parliament', 'party (congress OR parliament)', 'parl*', 'p?rty', 'partty~',
  '=party', 'party NEAR/3 congress', 'author:dai', 'date:2002', 'title:(party OR congress)', '-(party OR congress)', '(((', 'party NEAR', 'OR OR', '\\', "'", '`', ' ', '   party   ', '\tparty\n', 'party\u00a0building', 'a'.repeat(300),
  'party '.repeat(60), 'naïve', 'naive', 'nai\u0308ve', 'Dài Bǐngguó', 'Dai Bingguo', 'ﬁne', 'fine', 'Straße', 'strasse', 'STRASSE',
  'größe', 'grosse', 'Verbindung', 'verbindungen', 'datenb', 'Datenbank', 'Lutetia', 'Fernost', 'cafe', 'café', 'cafe\u0301', 'İstanbul', 'istanbul', 'ISTANBUL', 'ıspanak', 'isparta', 'οδος', 'ΟΔΌΣ', 'οδός', 'οδυσσευς',
  '中国', '中', '共产党', '對外', '"对外工作"', '政党的', '検索', 'けんさく', 'カタカナ', 'カタカナと', 'サーバ', 'サーバー', 'コーヒー', '검색', '검', '엔진입니다', 'ภาษา', 'ไทย', 'ภาาษ', 'ไทยภาษฬ', 'ภาษาไท',
  'البحث', 'محمد', 'مُحَمَّدٌ', 'שלום', 'שָׁלוֹם', 'हिन्दी', 'हिन', 'खोज', '👩‍👩‍👧', '🎉', 'party 🎉', '🎉party', '𠮷野家', '𠮷', '野家', '𝒜', 'unicode',
  '𝔘𝔫𝔦𝔠𝔬𝔡𝔢', '𐐷', '𐐏', 'Ⅷ', 'viii', '½', '①', 'std::vector', 'vector', 'push_back', 'foo_bar', 'foo', 'camelcase', 'case', 'c++', 'co-operate',
  'softhyphen', 'soft\u00adhyphen', 'a.b.c', '3.14', '\ufffd', '\u200b', '\ufeffparty', '\u202eparty', '\u0301', '\u0627\u0644', '\uffff', '\u{10ffff}',
];

/** Pages of results: within, at and beyond the end. */
const PAGES = [
  { limit: 1 }, { limit: 3, offset: 2 }, { limit: 10, offset: 10 }, { limit: 100 }, { limit: 10, offset: 1000 }, { limit: 0 },
  { limit: 2 ** 31 - 1, offset: 0 }, { limit: 1, offset: 2 ** 31 - 1 },
];

/** What narrows, orders and counts. @type {Question[]} */
const SELECTIONS = [
  { query: '', sort: '-date', limit: 5 }, { query: '', facets: true }, { query: 'party', facets: true, sort: ['kind', '-date'] },
  { query: 'party congress', filters: { kind: 'article' }, facets: true }, { query: 'p', filters: { date: { from: '2002-10', to: '2002' } } },
  { query: 'party', filters: { people: 'jiang zemin', kind: 'article' }, sort: 'title', facets: true },
  { query: 'aubergine', facets: true }, { query: 'the', sort: 'date', offset: 3 },
];

/** Enough dates for lists of their years and months. */
function datedRecords() {
  const records = Array.from({ length: 1500 }, (_, i) => ({
    id: `d${i}`,
    title: `Letter ${i}`,
    text: 'A letter.',
    date: `${1999 + (i % 7)}-0${1 + ((i * 31) % 9)}${i % 5 === 0 ? '' : `-${10 + (i % 17)}`}`,
  }));
  return records.map((record) => JSON.stringify(record)).join('\n');
}

/** What is asked of dates. @type {Question[]} */
const DATES = [
  ...['2003', '2003-05', '2003-05-14', '2050', '200'].map((date) => ({ query: '', filters: { date }, facets: ['date'] })),
  ...[['2003', '2003'], ['2001', '2003'], ['1999', '2000'], ['2003-03', '2003-06'], ['2003-03', '2004-02'], ['2003', '2001']].map(
    ([from, to]) => ({ query: 'letter', filters: { date: { from, to } } }),
  ),
  ...['date:2003', 'date:2003-05', 'letter date:2001..2003', 'date:<2001', '-date:2003 letter'].map((query) => ({ query })),
];

/** Every beginning of a text, by whole characters. @param {string} text */
function beginnings(text) {
  const characters = [...text];
  return characters.map((_, n) => characters.slice(0, n + 1).join(''));
}

/** @returns {Question[]} */
function archiveQuestions() {
  const titles = corpusTitles();
  assert.ok(titles.length >= 30 && titles.every(Boolean), 'the titles are read');
  const step = Math.floor(titles.length / TYPED_TITLES);
  const typed = Array.from({ length: TYPED_TITLES }, (_, n) => titles[n * step]);
  const queries = new Set([...titles, ...typed.flatMap(beginnings), ...OTHER_QUERIES]);
  return [
    ...[...queries].map((query) => ({ query })),
    ...['congress', 'party building', 'parl'].flatMap((query) => PAGES.map((page) => ({ query, ...page }))),
    ...['parl', 'p', ...titles.slice(0, 5)].map((query) => ({ query, complete: true })),
    ...SELECTIONS,
  ];
}

/** @type {Site[]} */
const SITES = [
  {
    name: 'the archive',
    questions: archiveQuestions(),
    write: (folder) => index(CORPUS, path.join(folder, 'catchword'), ...DEMO_OPTIONS),
  },
  {
    name: 'the archive, several texts to a file',
    questions: corpusTitles().map((query) => ({ query })),
    write: (folder) => index(CORPUS, path.join(folder, 'catchword'), ...DEMO_OPTIONS, '--max-files', '150'),
  },
  {
    name: 'records in many scripts',
    questions: OTHER_QUERIES.map((query) => ({ query })),
    write: (folder) => {
      write(path.join(folder, 'records'), OTHER_RECORDS);
      const synonyms = ['--synonyms', 'Fernost => 東京', '--synonyms', 'Lutetia => soft hyphen, and co-operate, Café, Deseret'];
      index(path.join(folder, 'records'), path.join(folder, 'catchword'), ...DEMO_OPTIONS, ...synonyms);
    },
  },
  {
    name: 'dated letters',
    questions: DATES,
    write: (folder) => {
      write(folder, { 'letters.jsonl': datedRecords() });
      index(path.join(folder, 'letters.jsonl'), path.join(folder, 'catchword'), ...DEMO_OPTIONS);
    },
  },
];

/**
 * @param {SearchResults[]} actual @param {SearchResults[]} expected @param {Question[]} questions
 * @param {string} [siteRoot]
 */
function assertSame(actual, expected, questions, siteRoot) {
  assert.equal(actual.length, questions.length);
  questions.forEach((question, n) => {
    assert.deepEqual(actual[n], resolved(expected[n], siteRoot), JSON.stringify(question));
  });
}

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  if (!SKIP && !NO_CHROMIUM) browser = await launch();
});
after(() => browser?.close());

for (const { name, questions, write: writeSite } of SITES) {
  test(`the program, Node and the browser give the same answers: ${name}`, { skip: SKIP }, async (t) => {
    const folder = folderFor(t);
    writeSite(folder);
    const bundle = path.join(folder, 'catchword');
    const expected = await searchAll(bundle, questions);
    assert.ok(expected.filter(({ total }) => total > 0).length > questions.length / 4, 'most questions have an answer');

    await t.test('Node, from the folder', async () => {
      const opened = await createSearch({ base: bundle });
      const answers = [];
      for (const { query, ...options } of questions) answers.push(await opened.search(query, options));
      assertSame(answers, expected, questions);
    });

    await t.test('the browser, over http', { skip: NO_CHROMIUM }, async (t) => {
      const address = await serve(t, folder);
      const { page } = await openPage(t, browser, `${address}catchword/catchword.js`);
      assertSame(await ask(page, questions), expected, questions, address);
    });

    await t.test('the browser, from the disk', { skip: NO_CHROMIUM }, async (t) => {
      writeFileSync(path.join(folder, 'page.html'), '<!doctype html><script src="catchword/catchword-element.js"></script>');
      const address = await fromDisk(t, folder);
      const { page } = await openPage(t, browser, `${address}page.html`);
      assertSame(await ask(page, questions), expected, questions, address);
    });
  });
}

test('an empty query is no search: Node finds nothing, the program says how to ask', { skip: SKIP }, async (t) => {
  const bundle = path.join(folderFor(t), 'catchword');
  index(CORPUS, bundle);
  const nothing = { total: 0, exact: true, complete: 0, unknown: [], interpretation: { text: '', corrections: [] }, results: [] };
  const opened = await createSearch({ base: bundle });
  assert.deepEqual(await opened.search(''), nothing);
  assert.deepEqual(search(bundle, { query: ' ' }), nothing);
  assert.throws(() => search(bundle, { query: '' }), /catchword search BUNDLE QUERY/);
});
