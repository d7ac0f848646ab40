// What the modules import from their host: Unicode, whose tables the browser has, so that none crosses the wire; and
// stemmers, which are scripts of the bundle.

import { decoder, encoder } from './utf8.js';

const kLastCodePoint = 0x10ffff;

/** A mark that a reader may leave out. */
const kAccent = /(?=\p{Mn})[\p{sc=Zinh}\p{sc=Arab}\p{sc=Hebr}]/u;

/**
 * The classes of core/analysis, the first pattern that matches wins. First what normal forms join to the character before:
 * vowels and finals of Hangul that are written apart, sound marks of half-width kana. Nothing that follows the fourth
 * pattern sees a character outside words.
 * @type {[RegExp, number][]}
 */
const kClasses = [
  [/[\u1160-\u11ff\ud7b0-\ud7fb\uff9e\uff9f]/, 3],
  [/\p{Cf}/u, 10],
  [/\p{Sc}/u, 11],
  [/[^\p{L}\p{M}\p{N}]/u, 0],
  [/\p{sc=Han}/u, 4],
  [/\p{sc=Hira}/u, 5],
  [/[\p{sc=Kana}\u30fc\uff70]/u, 6],
  [/\p{sc=Hang}/u, 7],
  [/[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u, 8],
  [kAccent, 9],
  [/\p{M}/u, 3],
  [/\p{N}/u, 2],
  [/\p{L}/u, 1],
];

/**
 * Class + 1 of each code point asked for; 0 is "not asked yet". Planes above the first are too rare to keep: what is
 * written beyond the array is forgotten.
 */
const known = new Uint8Array(0x10000);

/** @param {number} codePoint */
function classify(codePoint) {
  const character = String.fromCodePoint(codePoint);
  return kClasses.find(([pattern]) => pattern.test(character))?.[1] ?? 0;
}

/**
 * @param {number} codePoint  any number; what is no code point is a separator
 * @returns {number} the class, 0 to 11
 */
export function characterClass(codePoint) {
  const code = codePoint >>> 0;
  if (code > kLastCodePoint) return 0;
  return (known[code] ||= classify(code) + 1) - 1;
}

/** Letters that readers replace and that no normal form takes apart. @type {Record<string, string>} */
const kReplacements = {
  'ß': 'ss', 'æ': 'ae', 'ð': 'd', 'ø': 'o', 'þ': 'th', 'đ': 'd', 'ħ': 'h', 'ı': 'i', 'ł': 'l', 'œ': 'oe', 'ς': 'σ',
  'ة': 'ه', 'ـ': '', 'ى': 'ي', 'ٱ': 'ا', 'ک': 'ك', 'ی': 'ي', 'ꙋ': 'у',
};

/** These and the accents, which nothing replaces. */
const kFoldable = new RegExp(`[${Object.keys(kReplacements).join('')}]|${kAccent.source}`, 'gu');

/** A word as it is written, and folded: by their numbers in core/analysis/unicode.h. @type {((text: string) => string)[]} */
export const kForms = [
  (text) => text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/\p{Cf}/gu, ''),
  (text) => text.normalize('NFD').replace(kFoldable, (letter) => kReplacements[letter] ?? '').normalize('NFC'),
];

/**
 * The import object's `host`.
 * @param {() => WebAssembly.Memory} memory  of the module, which exists only once it is instantiated
 */
export function host(memory) {
  /** @param {number} from @param {number} size */
  const read = (from, size) => decoder.decode(new Uint8Array(memory().buffer, from >>> 0, size >>> 0));

  /** Writes nothing when it does not fit. @param {string} text @param {number} to @param {number} capacity */
  function write(text, to, capacity) {
    const bytes = encoder.encode(text);
    if (bytes.length <= capacity >>> 0) new Uint8Array(memory().buffer).set(bytes, to >>> 0);
    return bytes.length;
  }

  return {
    character_class: characterClass,

    /**
     * @param {number} form  0 written, 1 folded
     * @param {number} from
     * @param {number} size
     * @param {number} to
     * @param {number} capacity
     * @returns {number} bytes needed
     */
    word_form: (form, from, size, to, capacity) => write(kForms[form](read(from, size)), to, capacity),

    /**
     * @param {number} language  its code
     * @param {number} languageSize
     * @param {number} from
     * @param {number} size
     * @param {number} to
     * @param {number} capacity
     * @returns {number} bytes needed; -1 when the language's script has not run
     */
    stem(language, languageSize, from, size, to, capacity) {
      const stem = /** @type {any} */ (globalThis).catchwordStemmers?.[read(language, languageSize)];
      return stem ? write(stem(read(from, size)), to, capacity) : -1;
    },
  };
}
