// The page's stemmers against Snowball's published vocabularies: whole, but for the two that have very many words.
// STEMMERS=all takes these whole too (some minutes).

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';

const kVocabularies = '/usr/share/snowball/data/'; // Debian's snowball-data

/** Of each so many words one is tried. */
const kStrides = /** @type {Record<string, number>} */ ({ ar: 199, ta: 19 });

const kNames = {
  ar: 'arabic',
  ca: 'catalan',
  da: 'danish',
  de: 'german',
  el: 'greek',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hi: 'hindi',
  hu: 'hungarian',
  hy: 'armenian',
  id: 'indonesian',
  it: 'italian',
  lt: 'lithuanian',
  ne: 'nepali',
  nl: 'dutch',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sr: 'serbian',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
  yi: 'yiddish',
};

/** @param {string} name */
function linesOf(name) {
  const path = `${kVocabularies}${name}.txt`;
  const bytes = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`));
  return bytes.toString().split('\n');
}

/**
 * @param {string} language
 * @returns {Promise<(form: string) => string>}
 */
async function stemmerOf(language) {
  await import(new URL(`../../dist/web/parts/stemmer-${language}.js`, import.meta.url).href);
  return /** @type {any} */ (globalThis).catchwordStemmers[language];
}

for (const [language, name] of Object.entries(kNames)) {
  test(`${name}: stems are those of the vocabulary`, { skip: !existsSync(kVocabularies) }, async () => {
    const stem = await stemmerOf(language);
    const [words, stems] = [linesOf(`${name}/voc`), linesOf(`${name}/output`)];
    const stride = process.env.STEMMERS === 'all' ? 1 : (kStrides[language] ?? 1);
    assert.ok(words.length > 1000 && words.length === stems.length);
    for (let i = 0; i < words.length; i += stride) {
      if (stem(words[i]) !== stems[i]) assert.fail(`${words[i]} became ${stem(words[i])}, not ${stems[i]}`);
    }
  });
}

test('a stemmer takes any text', async () => {
  for (const language of Object.keys(kNames)) {
    const stem = await stemmerOf(language);
    for (const text of ['', 'a', "'", '😀', 'x😀es', '\ud800', 'ß'.repeat(300), 'constructor', '__proto__']) {
      assert.equal(typeof stem(text), 'string');
    }
  }
});
