// A collection of any size that nobody has to download: short documents of words that are as frequent as Zipf says.
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { once } from 'node:events';
import path from 'node:path';

import { randomNumbers } from './sample.mjs';

/** @typedef {import('./data.mjs').Query} Query */

const SEED = 60;
const VOCABULARY = 2 ** 20;
const TITLE_WORDS = 3;
const TEXT_WORDS = 22;
const SECTIONS = 60;
const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu', 'na', 'pe', 'ri', 'so', 'tu', 'va'];

/** The word of a rank: frequent ones are short. @param {number} rank from 0 @returns {string} */
export function wordOf(rank) {
  let word = '';
  for (let rest = rank + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length];
  }
  return word;
}

/** A rank whose probability falls as one over it. @param {() => number} random */
function rankBy(random) {
  return Math.floor(VOCABULARY ** random()) - 1;
}

/** @param {number} index @returns {Record<string, string | number>} the same for the same index */
export function syntheticDocument(index) {
  const random = randomNumbers(SEED + index);
  const words = (/** @type {number} */ count) => Array.from({ length: count }, () => wordOf(rankBy(random))).join(' ');
  return {
    id: `d${index}`,
    title: words(TITLE_WORDS),
    text: `${words(TEXT_WORDS)}.`,
    lang: 'en',
    section: wordOf(Math.floor(random() * SECTIONS)),
    size: Math.floor(1e6 ** random()),
  };
}

/** Queries of one and two words of the first documents. @param {number} count @returns {Query[]} */
export function syntheticQueries(count) {
  return Array.from({ length: count }, (_, index) => {
    const words = String(syntheticDocument(index).text).replace('.', '').split(' ');
    return { id: `s${index}`, text: words.slice(index % 9, (index % 9) + 1 + (index % 2)).join(' ') };
  });
}

/** Writes JSON lines. @param {string} file @param {number} documents @returns {Promise<number>} bytes */
export async function writeSynthetic(file, documents) {
  await mkdir(path.dirname(file), { recursive: true });
  const stream = createWriteStream(file);
  let bytes = 0;
  for (let begin = 0; begin < documents; begin += 1000) {
    const indices = Array.from({ length: Math.min(1000, documents - begin) }, (_, i) => begin + i);
    const lines = indices.map((index) => `${JSON.stringify(syntheticDocument(index))}\n`).join('');
    bytes += lines.length;
    if (!stream.write(lines)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  return bytes;
}
