// Real sites, where this machine has them: the two articles that the demo's records were made from,
// and manuals of Debian. What Chromium finds is what the program finds.
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { after, before, test } from 'node:test';

import { SKIP, catchword, folderFor } from '../cli/program.mjs';
import { NO_CHROMIUM, ask, launch, openPage } from './chromium.mjs';
import { fromDisk, serve } from './hosts.mjs';
import { ROOT, index, resolved, search } from './native.mjs';

const DATA = process.env.CATCHWORD_DATA ?? path.join(ROOT, '..', 'shared', 'data');
const SEEDS = path.join(DATA, '..', 'seeds');

const MANUALS = [
  {
    package: 'postgresql-doc-15',
    root: '/usr/share/doc/postgresql-doc-15/html',
    queries: ['create index', 'vacuum', '"write-ahead log"', 'pg_stat', 'json path expression', 'the'],
    expected: { query: 'create index', id: 'sql-createindex.html' },
  },
  {
    package: 'cppreference-doc-en-html',
    root: '/usr/share/cppreference/doc/html/en',
    queries: ['vector push_back', 'std::unique_ptr', '"undefined behavior"', 'constex', 'lock guard deadlock', 'a'],
    expected: { query: 'vector push_back', id: 'cpp/container/vector/push_back.html' },
  },
];

/** @param {string} folder @param {string} what @returns {string | false} */
function absence(folder, what) {
  return existsSync(folder) ? false : `${what} is not here (${folder})`;
}

/** @type {import('playwright-core').Browser} */
let browser;
before(async () => {
  if (!SKIP && !NO_CHROMIUM) browser = await launch();
});
after(() => browser?.close());

test('the two articles: the prize and the phrase are found', { skip: SKIP || absence(SEEDS, 'the folder of the articles') }, async (t) => {
  const folder = folderFor(t);
  const bundle = path.join(folder, 'catchword');
  index(SEEDS, bundle, '--offline');
  const questions = ['Sakharov Prize', '"countries without diplomatic relations"'].map((query) => ({ query }));
  const [prize, phrase] = questions.map((question) => search(bundle, question));

  await t.test('by the program', () => {
    assert.equal(prize.complete, 1);
    const [{ passages }] = prize.results;
    const marked = passages[0].marks.map(([from, to]) => passages[0].text.slice(from, to));
    assert.deepEqual(marked.slice(0, 2), ['Sakharov', 'Prize']);
    assert.equal(phrase.results.length, 2);
    for (const { id, partial, passages: [{ text }] } of phrase.results) {
      assert.equal(partial, false);
      assert.match(text, /countries without diplomatic\s+relations/i, id);
    }
  });

  for (const [name, open] of /** @type {const} */ ([['over http', serve], ['from the disk', fromDisk]])) {
    await t.test(`by Chromium, ${name}`, { skip: NO_CHROMIUM }, async (t) => {
      writeFileSync(path.join(folder, 'page.html'), '<!doctype html><script src="catchword/catchword-element.js"></script>');
      const address = await open(t, folder);
      const { page } = await openPage(t, browser, `${address}page.html`);
      const expected = [prize, phrase].map((answer) => resolved(answer, address));
      assert.deepEqual(await ask(page, questions), expected);
    });
  }
});

for (const { package: name, root, queries, expected: known } of MANUALS) {
  test(`${name} in Chromium`, { skip: SKIP || NO_CHROMIUM || absence(root, name) }, async (t) => {
    const folder = folderFor(t);
    const bundle = path.join(folder, 'catchword');
    const { status, err } = catchword(['index', root, '--output', bundle]);
    assert.equal(status, 0, err);
    assert.doesNotMatch(err, /warning/i);
    const questions = queries.map((query) => ({ query }));
    const expected = questions.map((question) => search(bundle, question));
    const [first] = expected[queries.indexOf(known.query)].results;
    assert.equal(first.id, known.id);
    const address = await serve(t, folder);
    const { page } = await openPage(t, browser, `${address}catchword/catchword.js`);
    assert.deepEqual(await ask(page, questions), expected.map((answer) => resolved(answer, address)));
  });
}
