// What readers and owners of sites ask of a search, and miss where they searched before: each by what is
// seen. A small site, a question, the pages that answer.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';

import { createSearch } from '../../web/client/node.js';
import { SKIP, folderFor, write } from '../cli/program.mjs';
import { serve } from './hosts.mjs';
import { index, search } from './native.mjs';

/** @typedef {import('./native.mjs').Question} Question */
/** @typedef {import('./native.mjs').SearchResults} SearchResults */

/**
 * Asked (a query, or a query with options), then the pages that answer, partial matches behind a slash: names
 * without their extensions, sorted unless the case is about their rank.
 * @typedef {[question: string | Question, pages: string]} Expectation
 */

/**
 * @typedef {object} Case
 * @property {string} seen what a reader sees
 * @property {Record<string, string | Buffer>} site files by name
 * @property {string} [config] catchword.yaml
 * @property {true} [ranked] the order of the pages matters
 * @property {Expectation[]} asked
 */

/** @param {string} title @param {string} body @param {string} [head] more of the head */
const page = (title, body, head = '') => `<!doctype html><html lang=en><title>${title}</title>${head}<body>${body}`;

/** @param {string} title @param {string} text @param {Record<string, unknown>} [meta] */
const note = (title, text, meta = {}) =>
  `---\ntitle: ${title}\n${Object.entries(meta).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`).join('')}---\n${text}\n`;

const PETS = {
  'cats.md': note('Cats', 'Cats sleep all day, and purr.'),
  'dogs.md': note('Dogs', 'Dogs bark at night.'),
  'both.md': note('Peace', 'Cats and dogs are fed at noon, in a red bowl.'),
  'bowl.md': note('Bowls', 'A bowl that is red, a bowl that is blue.'),
};

const LETTERS = {
  'one.md': note('Letter from Hanoi', 'The delegation arrived.', { date: '2001-05-02', topic: 'travel', size: 12 }),
  'two.md': note('Letter from Rome', 'The delegation and the delegation again left for a delegation.', { date: '2003-01-09', topic: 'party', size: 250 }),
  'three.md': note('Telegram', 'A delegation, briefly.', { date: '2002-11-30', topic: 'party', size: 99 }),
  'four.md': note('Postcard', 'Wish you were here.', { date: '2002-01-01', topic: 'leisure', size: 5 }),
};

const TOPICS = 'metadata:\n  topic: { filter: true, sort: true }\n';

/** @type {Case[]} */
const CASES = [
  {
    seen: 'a mistyped word finds what was meant: a letter too many, too few, another, two exchanged, the first one wrong',
    site: { 'a.md': note('Replication', 'Standby servers.'), 'b.md': note('Vacuum', 'Dead rows.') },
    asked: [['replicattion', 'a'], ['repication', 'a'], ['replicatoin', 'a'], ['repligation', 'a'], ['teplication', 'a'], ['rplicatoin', 'a']],
  },
  {
    seen: 'a missing space, and one too many',
    site: { 'a.md': note('Create an index', 'How to create one.'), 'b.md': note('Database', 'A database holds tables.'), 'c.md': note('Index', 'Create nothing.') },
    asked: [['createindex', 'a c'], ['databa se', 'b']],
  },
  {
    seen: 'a word that no page has finds nothing, and never what begins with its first letter',
    site: { 'a.md': note('A', 'A lamp, and a wick.'), 'b.md': note('Au', 'Au is gold.') },
    asked: [['aubergine', ''], ['xyzzy', ''], ['lamp xyzzy', '/ a']],
  },
  {
    seen: 'two words of three are enough, behind pages that have all',
    site: PETS,
    asked: [['cats dogs bowl', 'both / bowl cats dogs'], ['cats purr zeppelin', '/ both cats']],
  },
  { seen: 'OR finds either', site: PETS, asked: [['cats OR bark', 'both cats dogs']] },
  { seen: 'a minus, or NOT, leaves pages out', site: PETS, asked: [['cats -dogs', 'cats'], ['cats NOT dogs', 'cats'], ['-cats -bowl', 'dogs']] },
  {
    seen: 'a phrase stands beside words, is exact, and its pages are ranked; those with its words follow',
    site: { ...PETS, 'again.md': note('Cats and dogs', 'Cats and dogs, once more.') },
    asked: [['"cats and dogs"', 'again both / cats dogs'], ['"cats and dogs" bowl', 'both / again bowl cats dogs'], ['"dogs and cats" OR purr', 'cats / again both dogs'], ['"bowl red"', '/ both bowl']],
  },
  {
    seen: 'pages of a phrase are ranked by what else is known of them, those with its words behind',
    ranked: true,
    site: {
      'a.md': note('Yard', 'Cats and dogs, birds and mice, and whoever else lives in the yard and comes to eat there.'),
      'b.md': note('Cats and dogs', 'Who sleeps where.'),
      'c.md': note('Dogs', 'Dogs and cats. Dogs, and cats.'),
      'd.md': note('Both', 'Cats and dogs; cats and dogs.'),
    },
    asked: [['"cats and dogs"', 'b d a / c']],
  },
  {
    seen: 'words near to each other',
    site: { 'near.md': note('One', 'The harbour of the old town.'), 'far.md': note('Two', 'The harbour. It was built long before anybody had thought of a town.') },
    asked: [['harbour NEAR/4 town', 'near / far'], ['harbour NEAR/20 town', 'far near']],
  },
  {
    seen: 'the page of that name stands before pages that only speak of it',
    ranked: true,
    site: {
      'a.md': note('Release notes', 'Vacuum. Vacuum was changed; vacuum works, vacuum is quick, vacuum again.'),
      'b.md': note('Vacuum', 'Removes dead rows.'),
      'c.md': note('Glossary', '# Vacuum\n\nsee there'),
    },
    asked: [['vacuum', 'b c a']],
  },
  {
    seen: 'an owner gives a part of a page more weight',
    ranked: true,
    site: { 'a.html': page('One', '<p>lamp<p>more text stands here'), 'b.html': page('Two', '<p data-catchword-weight=9>lamp<p>more text stands here') },
    asked: [['lamp', 'b a']],
  },
  {
    seen: 'an owner gives a whole page more weight, or none',
    ranked: true,
    site: {
      'a.html': page('One', '<main><p>lamp<p>more text stands here</main>'),
      'b.html': page('Two', '<main data-catchword-weight=6><p>lamp<p>more text stands here</main>'),
      'c.html': page('Three', '<main class=old><p>lamp<p>more text stands here</main>'),
    },
    config: 'selectors:\n  weight:\n    .old: 0\n',
    asked: [['lamp', 'b a']],
  },
  {
    seen: 'parts of a German compound find it, behind pages with the word itself',
    ranked: true,
    site: Object.fromEntries(
      [['haus', 'Das Dach ist neu.'], ['tuer', 'Die Verbindung der Datenbank.'], ['bank', 'Die Datenbank und ihre Verbindung.'], ['lang', 'Die Datenbankverbindung ist offen.']]
        .map(([name, text]) => [`${name}.html`, `<!doctype html><html lang=de><title>${name}</title><p>${text}`]),
    ),
    asked: [['verbindung', 'tuer bank lang'], ['datenbankverbindung', 'lang']],
  },
  {
    seen: 'parts of identifiers find them, and so does the whole',
    site: {
      'view.md': note('API', 'Call `WKWebViewComponent` and `os.path.join`.'),
      'snake.md': note('Other', 'Set `max_wal_size` to 2.'),
      'plus.md': note('C++', '`std::vector` grows. Version v2.1.0, and 20 more.'),
      'year.md': note('Standards', 'Since C++20, in committee 17 and 20.'),
    },
    asked: [['component', 'view'], ['WKWebViewComponent', 'view'], ['join', 'view'], ['os.path.join', 'view'], ['wal', 'snake'], ['max_wal_size', 'snake'], ['vector', 'plus'], ['c++', 'plus year'], ['c++20', 'year / plus'], ['c++17', 'year / plus'], ['2.1.0', 'plus / snake']],
  },
  {
    seen: 'with a star, a word is found by its end or by a piece of it, in any language',
    site: {
      'a.md': note('Database', 'Where records lie.'),
      'b.md': note('Databases', 'Many a metadatabase.'),
      'c.md': note('Bases', 'A camp, a metadatabase, a baseline.'),
    },
    asked: [['*database', 'a b c'], ['*bases', 'b c'], ['*tabas*', 'a b c'], ['*line', ''], ['*baseline', 'c'], ['-*database', '']],
  },
  {
    seen: 'synonyms of the owner, both ways and one way',
    site: { 'a.md': note('One', 'The quay was empty.'), 'b.md': note('Two', 'The wharf was full.'), 'c.md': note('Three', 'A truck.'), 'd.md': note('Four', 'A lorry.') },
    config: 'synonyms:\n  - [quay, wharf]\n  - lorry => truck\n',
    asked: [['quay', 'a b'], ['wharf', 'a b'], ['lorry', 'c d'], ['truck', 'c']],
  },
  {
    seen: 'values of a facet are joined by or, facets by and',
    site: LETTERS,
    config: TOPICS,
    asked: [
      ['delegation topic:travel OR topic:party', 'one three two'],
      [{ query: 'delegation', filters: { topic: 'party' } }, 'three two'],
      [{ query: 'delegation', filters: { topic: 'party', date: { from: '2003', to: '' } } }, 'two'],
    ],
  },
  {
    seen: 'ranges of dates and numbers',
    site: LETTERS,
    config: TOPICS,
    asked: [['delegation date:2001..2002', 'one three'], ['size:>99', 'two'], ['date:2002', 'four three']],
  },
  {
    seen: 'the reader chooses the order, with words and without',
    ranked: true,
    site: LETTERS,
    config: TOPICS,
    asked: [
      [{ query: 'delegation', sort: 'date' }, 'one three two'],
      [{ query: 'delegation', sort: '-date' }, 'two three one'],
      [{ query: 'delegation briefly', sort: '-date' }, 'three / two one'],
      [{ query: '', sort: ['topic', '-date'] }, 'four two three one'],
    ],
  },
  {
    seen: 'nothing typed, and a filter: the archive is browsed',
    site: LETTERS,
    config: TOPICS,
    asked: [[{ query: '', filters: { topic: 'party' } }, 'three two']],
  },
  {
    seen: 'Chinese, Japanese, Korean and Thai, by any piece that one would type',
    site: {
      'zh.md': note('灯塔', '港口的灯塔是红色的。'),
      'ja.md': note('検索', '東京のカタカナを検索する。'),
      'ko.md': note('검색', '한국어 문서를 검색하는 엔진입니다.'),
      'th.md': note('ภาษา', 'การค้นหาข้อความภาษาไทยโดยไม่มีช่องว่าง'),
    },
    asked: [['灯塔', 'zh'], ['红色', 'zh'], ['塔', 'zh'], ['東京', 'ja'], ['カタカナ', 'ja'], ['검색', 'ko'], ['엔진', 'ko'], ['문서', 'ko'], ['ข้อความ', 'th']],
  },
  {
    seen: 'pages of several languages answer one search',
    site: {
      'en.html': '<!doctype html><html lang=en><title>Boats</title><p>The museum shows boats.',
      'de.html': '<!doctype html><html lang=de><title>Boote</title><p>Das Museum zeigt Boote und Häuser.',
      'fr.html': '<!doctype html><html lang=fr><title>Bateaux</title><p>Le musée montre les chevaux.',
    },
    asked: [['museum', 'de en'], ['boat', 'en'], ['haus', 'de'], ['cheval', 'fr'], ['hauser', 'de'], ['chevaux', 'fr']],
  },
  {
    seen: 'pages that ask to be left out, that only lead elsewhere, and drafts are no results',
    site: {
      'a.html': page('Kept', '<p>lamp'),
      'b.html': page('Private', '<p>lamp', '<meta name=robots content=noindex>'),
      'c.html': page('Moved', '<p>lamp', '<meta http-equiv=refresh content="0; url=a.html">'),
      'd.html': page('Copy', '<p>lamp', '<link rel=canonical href=a.html>'),
      'e.md': '---\ntitle: Unsearched\nsearch: false\n---\nlamp\n',
      'drafts/f.md': note('Draft', 'lamp'),
    },
    config: 'stop-pages: [drafts/**]\n',
    asked: [['lamp', 'a']],
  },
  {
    seen: 'what a page hides is not found',
    site: { 'a.html': page('Shown', '<p>lamp<p hidden>wick<p style="display: none">oil<template>glass</template><p aria-hidden=true>brass') },
    asked: [['lamp', 'a'], ['wick', ''], ['oil', ''], ['glass', ''], ['brass', '']],
  },
  {
    seen: 'the configuration names what is read and what is not',
    site: { 'a.html': page('Selected', '<div class=side>wick</div><div class=text><p>lamp<p class=note>brass</div>') },
    config: 'selectors:\n  body: .text\n  ignore: [.note]\n',
    asked: [['lamp', 'a'], ['wick', ''], ['brass', '']],
  },
  {
    seen: 'paragraphs without end tags are two words, not one',
    site: { 'a.html': page('Open', '<p>lighthouse<p>keeper<li>wick<li>brass') },
    asked: [['lighthouse', 'a'], ['keeper', 'a'], ['lighthousekeeper', ''], ['wick', 'a']].map(([query, pages]) => [{ query, correct: false }, pages]),
  },
  {
    seen: 'a page in Latin-1 is read as its letters',
    site: { 'a.html': Buffer.from('<!doctype html><meta charset=iso-8859-1><title>Caf\xe9</title><p>gar\xe7on na\xefve', 'latin1') },
    asked: [['café', 'a'], ['garçon', 'a'], ['naive', 'a'], ['Ã', '']],
  },
  {
    seen: 'the path of a picture is no word',
    site: { 'a.html': page('Picture', '<p>lamp <img src="img/wick.png"><a href="brass.pdf">here</a>', '<meta property="og:image" content="img/cover.png">') },
    asked: [['png', ''], ['wick', ''], ['pdf', ''], ['lamp', 'a']],
  },
  {
    seen: 'amounts, signs and numbers are found as they are written',
    site: { 'a.md': note('Price', 'It costs $100.'), 'b.md': note('Number', 'There are 100 of them, 3.14 each.'), 'c.md': note('C#', 'Written in C#.') },
    asked: [['$100', 'a / b'], ['3.14', 'b'], ['c#', 'c']],
  },
  {
    seen: 'ß and ss, accents, ligatures and width, either way; the spelling that was typed is first',
    ranked: true,
    site: {
      'a.md': note('Eins', 'Die Straße am Café.'),
      'b.md': note('Zwei', 'Die Strasse am Cafe.'),
      'c.md': note('Drei', 'Ｗｉｄｅ and ﬁne.'),
    },
    asked: [['strasse', 'b a'], ['straße', 'a b'], ['STRASSE', 'b a'], ['cafe', 'b a'], ['café', 'a b'], ['wide', 'c'], ['fine', 'c']],
  },
  {
    seen: 'while a word is typed, pages whose titles it may become stand before those that use it as a short name',
    site: {
      'a.md': note('Objects', 'inst = make(); inst.run(); drop(inst);'),
      'b.md': note('Installing', 'How to set it up.'),
      ...Object.fromEntries([1, 2, 3, 4, 5].map((i) => [`c${i}.md`, note(`Part ${i}`, 'An instance is installed.')])),
    },
    ranked: true,
    asked: [[{ query: 'inst', complete: false, limit: 2 }, 'b a'], [{ query: 'inst' }, 'a']],
  },
  {
    seen: 'the form that was typed is first, its inflections follow',
    ranked: true,
    site: { 'a.md': note('One', 'He connects.'), 'b.md': note('Two', 'She connected.'), 'c.md': note('Three', 'They connect.') },
    config: 'language: en\n',
    asked: [['connected', 'b a c'], ['=connect', 'c']],
  },
];

/** The pages that answer, as an expectation writes them. @param {SearchResults} answer @param {boolean} ranked */
function pagesOf(answer, ranked) {
  const names = (/** @type {boolean} */ partial) => {
    const found = answer.results.filter((result) => result.partial === partial).map((result) => result.id.replace(/\.\w+$/, ''));
    return (ranked ? found : found.sort()).join(' ');
  };
  const behind = names(true);
  return `${names(false)}${behind && ` / ${behind}`}`.trim();
}

/** Indexes a site; returns how it is asked. @param {import('node:test').TestContext} t @param {Case} site */
function open(t, { site, config = '' }) {
  const folder = folderFor(t);
  write(folder, { 'catchword.yaml': config });
  write(path.join(folder, 'site'), site);
  const bundle = path.join(folder, 'bundle');
  index(path.join(folder, 'site'), bundle, '--config', path.join(folder, 'catchword.yaml'));
  return (/** @type {string | Question} */ asked) => search(bundle, typeof asked === 'string' ? { query: asked, complete: true } : { complete: true, ...asked });
}

for (const one of CASES) {
  test(`expected: ${one.seen}`, { skip: SKIP }, (t) => {
    const ask = open(t, one);
    const answered = one.asked.map(([question]) => [question, pagesOf(ask(question), one.ranked ?? false)]);
    assert.deepEqual(answered, one.asked);
  });
}

/** A site of many words that begin alike, so that they fill several blocks of the dictionary. */
function wordySite() {
  const word = (/** @type {number} */ i) => `lam${(i * 7919).toString(26).replace(/\d/g, (digit) => 'klmnopqrst'[Number(digit)])}`;
  const words = (/** @type {number} */ from) => Array.from({ length: 40 }, (_, i) => word(from + i)).join(' ');
  return Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`p${i}.md`, note(`Page ${i}`, `lamp ${words(40 * i)}`)]));
}

test('expected: what is found, how many and with which scores does not depend on what was asked before', { skip: SKIP }, async (t) => {
  const folder = folderFor(t);
  write(path.join(folder, 'site'), wordySite());
  const bundle = path.join(folder, 'bundle');
  index(path.join(folder, 'site'), bundle);
  const used = await createSearch({ base: bundle });
  const queries = ['lam', 'lamp', 'lamk', 'page 7', 'lam', 'l', 'la', 'lamp page'];
  for (const query of queries) {
    const fresh = await createSearch({ base: bundle });
    assert.deepEqual(await used.search(query), await fresh.search(query), query);
  }
  assert.equal((await used.search('lam')).total, 100);
});

test('expected: what is marked is the words that were found, and no piece of another', { skip: SKIP }, (t) => {
  const ask = open(t, { seen: '', site: { 'a.md': note('Thistle', 'This is a thistle, and its connections are connected.') }, config: 'language: en\n', asked: [] });
  const marked = (/** @type {string} */ query) => {
    const [{ text, marks }] = ask(query).results[0].passages;
    return marks.map(([from, to]) => text.slice(from, to));
  };
  assert.deepEqual(marked('this'), ['This']);
  assert.deepEqual(marked('connect thistle'), ['thistle', 'connections', 'connected']);
  assert.deepEqual(marked('"a thistle"'), ['a', 'thistle']);
});

test('expected: what stands for a word is marked as it is: a compound for its part, a synonym for the other', { skip: SKIP }, (t) => {
  const german = (/** @type {string} */ text) => `<!doctype html><html lang=de><title>Seite</title><p>${text}`;
  const site = { 'a.html': german('Das Schiff und der Dampf.'), 'b.html': german('Ein Dampfschiff legt an, die Beschiffung ruht, der Autobus wartet auf das Neue Boot.') };
  const ask = open(t, { seen: '', site, config: 'synonyms:\n  - [Bus, Autobus]\n  - Kahn => neue boot\n', asked: [] });
  const marked = (/** @type {string} */ query) => {
    const result = ask(query).results.find(({ id }) => id === 'b.html');
    return result?.passages[0].marks.map(([from, to]) => result.passages[0].text.slice(from, to));
  };
  assert.deepEqual(marked('Schiff'), ['Dampfschiff']);
  assert.deepEqual(marked('Dampf'), ['Dampfschiff']);
  assert.deepEqual(marked('Bus'), ['Autobus']);
  assert.deepEqual(marked('Kahn'), ['Neue Boot']);
});

test('expected: in Node, too, a form that no page has is found by its stem, from a folder and from a server', { skip: SKIP }, async (t) => {
  const folder = folderFor(t);
  write(path.join(folder, 'site'), { 'a.md': note('One', 'They connected the lamps, and lit them.') });
  const bundle = path.join(folder, 'bundle');
  index(path.join(folder, 'site'), bundle, '--language', 'en');
  for (const base of [bundle, await serve(t, bundle)]) {
    const { results } = await (await createSearch({ base })).search('connecting ');
    assert.deepEqual(results.map(({ id }) => id), ['a.md'], base);
  }
});
