// Every language says all that English says, in every plural that it has.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import core from '../../web/element/locales/en.js';
import filters from '../../web/element/filters/english.js';
import help from '../../web/element/help/english.js';
import { kSearch, Messages } from '../../web/element/messages.js';
import { loadPart } from '../../web/element/parts.js';
import { kEnglish as recent } from '../../web/element/recent.js';

const english = { ...core, ...help, ...filters, ...recent };
const kLocales = Object.fromEntries(await Promise.all(Object.keys(kSearch).map(async (tag) => [tag, (await loadPart(tag)).default])));

const names = (text) => new Set(text.match(/\{\w+\}/g));
const forms = (message) => (typeof message === 'string' ? { other: message } : message);

test('eleven languages stand beside English', () => {
  assert.deepEqual(Object.keys(kLocales).sort(), ['ar', 'de', 'es', 'fr', 'hi', 'ja', 'ko', 'pt', 'ru', 'zh-hans', 'zh-hant']);
});

test('the word in the box is the same before and after its language has come', () => {
  for (const [tag, word] of Object.entries(kSearch)) assert.equal(kLocales[tag].search, word);
});

for (const [tag, locale] of Object.entries({ en: english, ...kLocales })) {
  test(`${tag} has every message, and no other`, () => {
    assert.deepEqual(Object.keys(locale).sort(), Object.keys(english).sort());
  });

  test(`${tag} names every value that English names`, () => {
    for (const [key, message] of Object.entries(english)) {
      const expected = names(forms(message).other);
      assert.deepEqual(names(forms(locale[key]).other), expected, key);
    }
  });

  test(`${tag} has a form for every plural of its language`, () => {
    // Millions need no form of their own: `other` is what their numbers are read with.
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    const needed = pluralCategories.filter((category) => !(category === 'many' && /^(es|fr|pt)$/.test(tag)));
    for (const [key, message] of Object.entries(locale)) {
      if (typeof message === 'string') continue;
      if (key !== 'unknown') assert.deepEqual(Object.keys(message).sort(), [...needed].sort(), key);
      assert.ok('other' in message, key);
    }
  });
}

for (const [tag, expected] of [
  ['en', '1,200 results'],
  ['en-GB', '1,200 results'],
  ['de-AT', '1\u00a0200 Treffer'],
  ['fr', '1\u202f200 résultats'],
  ['zh-HK', '1,200 筆結果'],
  ['zh', '1,200 条结果'],
  ['zh-TW', '1,200 筆結果'],
  ['ru', '1\u00a0200 результатов'],
  ['tlh', '1,200 results'],
  ['not a language', '1,200 results'],
]) {
  test(`a page in "${tag}" counts "${expected}"`, async () => {
    const messages = new Messages(tag);
    await messages.complete(loadPart);
    assert.equal(messages.say('results', { n: 1200 }), expected);
  });
}

for (const [text, expected] of [
  ['2002-10-28', '28 October 2002'],
  ['2002-10', 'October 2002'],
  ['2002', '2002'],
  ['2002-10-28T09:00:00Z', '28 October 2002'],
  ['autumn 2002', 'autumn 2002'],
  ['2002-10-28/2002-11-02', '2002-10-28/2002-11-02'],
]) {
  test(`the date ${text} is written "${expected}"`, () => assert.equal(new Messages('en-GB').date(text), expected));
}

test('what the reader typed is put in as it is', () => {
  const messages = new Messages('en');
  messages.add(help);
  assert.equal(messages.say('none', { query: '$& {n} $1' }), 'Nothing found for “$& {n} $1”');
  assert.equal(messages.say('unknown', { words: ['$&', 'b'] }), '“$&” and “b” are not in these pages.');
});
