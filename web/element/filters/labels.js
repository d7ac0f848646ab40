// What a filter is called.

import { said } from '../result-view.js';

/** @typedef {import('../messages.js').Messages} Messages */

/**
 * The name of a metadata key: the owner's, the language's, or its own.
 * @param {Messages} messages
 * @param {string} key
 */
export const nameOf = (messages, key) => messages.say(`key.${key}`) || messages.capital(key);

/**
 * @param {Messages} messages
 * @param {string} type  of the key
 * @param {{ from: string | number, to: string | number }} range
 */
export function rangeLabel(messages, type, { from, to }) {
  const write = (/** @type {string | number} */ end) =>
    type === 'date' ? messages.date(String(end)) : Number.isFinite(Number(end)) ? messages.number(Number(end)) : String(end);
  const [first, last] = [write(from), write(to)];
  return first === last ? first : `${first} – ${last}`;
}

/**
 * One line for each chip: what it says, and the filter without it.
 * @param {Messages} messages
 * @param {import('../types.js').Key} key
 * @param {import('../types.js').Filter} filter
 * @returns {{ label: string, rest: import('../types.js').Filter | null }[]}
 */
export function chipsOf(messages, { key, type }, filter) {
  if (!Array.isArray(filter)) return [{ label: rangeLabel(messages, type, filter), rest: null }];
  return filter.map((value) => ({ label: said(key, value, messages), rest: filter.filter((other) => other !== value) }));
}
