// What a module leaves behind: JSON, or, of all but the full one, the bytes that core/wasm/ask_words.cc describes. No kind of
// these is a brace.

import { decoder } from './utf8.js';

const kBrace = 0x7b;
const kErrors = ['usage', 'input', 'output', 'damaged', 'unsupported'];
const kCorrections = ['spelling', 'split', 'join'];
const kModules = ['', 'speller', 'full'];

/**
 * @param {Uint8Array} bytes
 * @returns {any}  an answer, `{ missing: names }`, `{ beyond: 'speller' }` (or 'full'), or `{ error }`; nothing for no bytes
 */
export function readOutput(bytes) {
  if (bytes[0] === kBrace) return JSON.parse(decoder.decode(bytes));
  let at = 0;

  function number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
  }

  function string() {
    const size = number();
    return decoder.decode(bytes.subarray(at, (at += size)));
  }

  const list = (/** @type {() => any} */ read) => Array.from({ length: number() }, read);
  const pairs = (/** @type {() => any} */ read) => Array.from({ length: number() / 2 }, read);
  const strings = () => list(string);
  const marks = () => list(() => [number(), number()]);

  const correction = () => ({ from: string(), to: string(), kind: kCorrections[number()], applied: true });
  const proposal = () => ({ from: string(), to: string(), kind: 'spelling', applied: false });
  const address = (/** @type {string} */ url, /** @type {string} */ anchor) => (anchor ? `${url}#${anchor}` : url);
  const passage = (/** @type {string} */ url) => ({
    heading: string(),
    headingMarks: marks(),
    url: address(url, string()),
    text: string(),
    marks: marks(),
  });
  const result = () => {
    const [id, url] = [string(), string()];
    return {
      id,
      url,
      title: string(),
      titleMarks: marks(),
      score: number(),
      partial: Boolean(number()),
      meta: Object.fromEntries(list(() => [string(), strings()])),
      passages: list(() => passage(url)),
      passageCount: number(),
    };
  };

  const kinds = [
    () => {},
    () => ({ beyond: kModules[number()] }),
    () => ({ missing: strings() }),
    () => ({
      total: number(),
      exact: Boolean(number()),
      complete: number(),
      unknown: strings(),
      interpretation: { text: string(), corrections: [...list(correction), ...pairs(proposal)] },
      results: list(result),
    }),
    () => ({ error: { kind: kErrors[number()], message: string(), where: string(), remedy: string() } }),
  ];
  return bytes.length ? kinds[number()]() : undefined;
}
