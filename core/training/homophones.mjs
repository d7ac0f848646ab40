// Writes core/build/homophones_hans.inc, _hant.inc and _jpan.inc: Han characters that read alike, a class a line, from
// Unihan's file of readings on standard input. No step of the build: run by hand, as
//
//   bzip2 -dc /usr/share/unicode/Unihan_Readings.txt.bz2 | node core/training/homophones.mjs
//
// Chinese: Mandarin without tones, and without what many speakers don't tell apart (zh, ch, sh from z, c, s; -ng from -n).
// Japanese: the readings that come from Chinese (on). Of each the characters that its standard has on the first level.
import { writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The characters of two bytes from `first` to `last`, the second not below `least`. @param {string} encoding @param {number} first @param {number} last @param {number} least */
function charactersOf(encoding, first, last, least = 0x40) {
  const decoder = new TextDecoder(encoding);
  const characters = new Set();
  for (let code = first; code <= last; ++code) {
    if ((code & 255) < least) continue;
    const decoded = decoder.decode(Uint8Array.of(code >> 8, code & 255));
    if (/^\p{Script=Han}$/u.test(decoded)) characters.add(decoded);
  }
  return characters;
}

/** @param {string} pinyin */
function mandarinSound(pinyin) {
  const letters = pinyin.normalize('NFD').replace(/[\u0300\u0301\u0304\u030c]/g, '');
  return letters.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n');
}

/** Classes of two characters or more. @param {string} readings @param {Set<string>} characters @param {string[]} fields @param {(reading: string) => string} soundOf */
function classesOf(readings, characters, fields, soundOf) {
  /** @type {Map<string, Set<string>>} */
  const classes = new Map();
  for (const [, code, field, values] of readings.matchAll(/^U\+(\w+)\t(\w+)\t(.*)$/gm)) {
    const character = String.fromCodePoint(Number.parseInt(code, 16));
    if (!fields.includes(field) || !characters.has(character)) continue;
    for (const value of values.split(' ')) {
      const sound = soundOf(value.replace(/\(.*/, ''));
      classes.set(sound, (classes.get(sound) ?? new Set()).add(character));
    }
  }
  const lines = [...classes.values()].map((one) => [...one].sort().join('')).filter((line) => line.length > 1);
  return [...new Set(lines)].sort();
}

/** @param {string} script @param {string[]} classes */
async function write(script, classes) {
  const file = fileURLToPath(new URL(`../build/homophones_${script}.inc`, import.meta.url));
  await writeFile(file, `// By core/training/homophones.mjs.\n${classes.map((one) => `"${one}",\n`).join('')}`);
}

const readings = await text(process.stdin);
const mandarin = ['kMandarin', 'kHanyuPinlu'];
await write('hans', classesOf(readings, charactersOf('gbk', 0xb0a1, 0xd7f9, 0xa1), mandarin, mandarinSound));
await write('hant', classesOf(readings, charactersOf('big5', 0xa440, 0xc67e), mandarin, mandarinSound));
await write('jpan', classesOf(readings, charactersOf('shift_jis', 0x889f, 0x9872), ['kJapaneseOn'], (reading) => reading));
