// What modules leave behind, as core/wasm/ask_words.cc describes it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOutput } from '../../web/engine/output.js';

/** @param {(number | string)[]} items  small numbers; strings, which follow their size */
function bytesOf(...items) {
  return Uint8Array.from(items.flatMap((item) => {
    const text = Buffer.from(String(item));
    return typeof item === 'number' ? [item] : [text.length, ...text];
  }));
}

const kPassages = [2, 'Wick', 1, 0, 4, 'wick', 'Of cotton\u2026', 1, 3, 9, '', 0, '', 'Oil', 0];
const kResult = ['lamp', 'lamp.html', 'Die Öllampe', 1, 4, 11, 0x80 | 5, 2, 1, 1, 'author', 2, 'Ann', 'Bo', ...kPassages, 2];

/** @type {[string, Uint8Array, any][]} */
const kOutputs = [
  ['nothing', bytesOf(), undefined],
  ['JSON', Uint8Array.from(Buffer.from('{"total":1}')), { total: 1 }],
  ['a question for the speller', bytesOf(1, 1), { beyond: 'speller' }],
  ['a question for the full module', bytesOf(1, 2), { beyond: 'full' }],
  ['missing files', bytesOf(2, 2, 'terms/a.bin', 'text/b-1.bin'), { missing: ['terms/a.bin', 'text/b-1.bin'] }],
  [
    'an error',
    bytesOf(4, 3, 'it is cut', 'terms/a.bin', 'Build it again'),
    { error: { kind: 'damaged', message: 'it is cut', where: 'terms/a.bin', remedy: 'Build it again' } },
  ],
  [
    'an answer',
    bytesOf(3, 1, 1, 0, 1, 'qqq', 'lamp qqq', 0, 0, 1, ...kResult),
    {
      total: 1,
      exact: true,
      complete: 0,
      unknown: ['qqq'],
      interpretation: { text: 'lamp qqq', corrections: [] },
      results: [
        {
          id: 'lamp',
          url: 'lamp.html',
          title: 'Die Öllampe',
          titleMarks: [[4, 11]],
          score: 261,
          partial: true,
          meta: { author: ['Ann', 'Bo'] },
          passages: [
            { heading: 'Wick', headingMarks: [[0, 4]], url: 'lamp.html#wick', text: 'Of cotton\u2026', marks: [[3, 9]] },
            { heading: '', headingMarks: [], url: 'lamp.html', text: 'Oil', marks: [] },
          ],
          passageCount: 2,
        },
      ],
    },
  ],
  [
    'an answer to a misspelled question',
    bytesOf(3, 0, 1, 0, 0, 'oil lamp', 2, 'lapm', 'lamp', 0, 'oi l', 'oil', 2, 2, 'wikc', 'wick', 0),
    {
      total: 0,
      exact: true,
      complete: 0,
      unknown: [],
      interpretation: {
        text: 'oil lamp',
        corrections: [
          { from: 'lapm', to: 'lamp', kind: 'spelling', applied: true },
          { from: 'oi l', to: 'oil', kind: 'join', applied: true },
          { from: 'wikc', to: 'wick', kind: 'spelling', applied: false },
        ],
      },
      results: [],
    },
  ],
];
for (const [name, bytes, expected] of kOutputs) {
  test(`the output that is ${name}`, () => assert.deepEqual(readOutput(bytes), expected));
}
