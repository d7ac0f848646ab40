// The Unicode functions that the module imports.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { characterClass, host } from '../../web/engine/host.js';

/** @type {[string, number, string][]} */
const kClasses = [
  ['a Z é ß Ж א ع ª ʼ', 1, 'letters'],
  ['0 ٣ Ⅷ ½ ²', 2, 'digits and other numbers'],
  ['\u0903 \u20dd \u0941 \uff9e \uff9f \u1161 \u11a8', 3, 'marks that belong to their word'],
  ['中 々 〇 𠀀', 4, 'Han'],
  ['あ ゝ', 5, 'Hiragana'],
  ['カ ー ヽ ｶ ｰ', 6, 'Katakana and its prolonged sound'],
  ['한 ᄀ', 7, 'Hangul'],
  ['ก ລ ក မ \u0e31 ๓', 8, 'scripts of South-East Asia, their marks and digits'],
  ['\u0301 \u0308 \u064b \u05b7 \u0610', 9, 'marks that may be stripped'],
  ['\u00ad \u200d \u200b \ufeff \u0600', 10, 'format characters'],
  ['$ € ₩ ฿ ＄', 11, 'signs of currencies'],
  ['- _ . 、 。 + \u00a0 \u{1f600} ⼀', 0, 'separators, symbols of any script among them'],
];
for (const [characters, expected, story] of kClasses) {
  test(`class ${expected}: ${story}`, () => {
    for (const character of characters.split(' ')) {
      const code = /** @type {number} */ (character.codePointAt(0));
      assert.equal(characterClass(code), expected, `U+${code.toString(16)}`);
      assert.equal(characterClass(code), expected, 'and from the cache');
    }
  });
}

test('what is no character is a separator', () => {
  for (const code of [0xd800, 0xdfff, 0x110000, -1, 0x7fffffff, 0x378]) assert.equal(characterClass(code), 0);
});

/**
 * @param {number} form
 * @param {string} text
 * @param {number} capacity
 */
function wordForm(form, text, capacity) {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const bytes = Buffer.from(text);
  new Uint8Array(memory.buffer).set(bytes, 16);
  const needed = host(() => memory).word_form(form, 16, bytes.length, 1000, capacity);
  return { needed, written: Buffer.from(memory.buffer, 1000, 64).toString().replace(/\0+$/, '') };
}

/** @type {[number, string, string][]} */
const kForms = [
  [0, 'ＦＵＬＬ ﬁne ΟΔΟΣ', 'full fine οδος'],
  [0, 'İ', 'i\u0307'],
  [0, 'e\u0301\u00ad', 'é'],
  [1, 'é', 'e'],
  [1, 'straße', 'strasse'],
  [1, '각й', '각и'],
  [1, '\u0301', ''],
];
for (const [form, text, expected] of kForms) {
  test(`form ${form} of ${JSON.stringify(text)}`, () => {
    const size = Buffer.byteLength(expected);
    assert.deepEqual(wordForm(form, text, size), { needed: size, written: expected });
  });
}

test('a form that does not fit is only measured', () => {
  assert.deepEqual(wordForm(0, 'éé', 3), { needed: 4, written: '' });
});
