// The order of the results: relevance, or any key that the bundle can sort by.

import { element } from '../dom.js';
import { nameOf } from './labels.js';

/** @typedef {import('../types.js').Key} Key */

/**
 * The values of `sort` that a key offers, the likelier first, with the names of their messages.
 * @param {Key} key
 * @returns {[sort: string, message: string][]}
 */
function ordersOf({ key, type }) {
  if (type === 'date') return [[`-${key}`, key === 'date' ? 'newest' : 'falling'], [key, key === 'date' ? 'oldest' : 'rising']];
  if (type === 'number') return [[`-${key}`, 'falling'], [key, 'rising']];
  return [[key, key === 'title' ? 'key.title' : 'rising'], ...(key === 'title' ? [] : /** @type {[string, string][]} */ ([[`-${key}`, 'falling']]))];
}

export class OrderView {
  /**
   * @param {import('../messages.js').Messages} messages
   * @param {Key[]} keys
   * @param {(sort: string) => void} chosen
   */
  constructor(messages, keys, chosen) {
    const options = keys.filter(({ sort }) => sort).flatMap((key) =>
      ordersOf(key).map(([sort, message]) => option(sort, messages.say(message, { key: nameOf(messages, key.key) }))),
    );
    const attributes = { class: 'tool', part: 'order', 'aria-label': messages.say('order') };
    this.root = /** @type {HTMLSelectElement} */ (element('select', attributes, option('', messages.say('relevance')), ...options));
    this.root.hidden = options.length === 0;
    this.root.addEventListener('change', () => chosen(this.root.value));
  }

  /** @param {string} sort */
  update(sort) {
    this.root.value = sort;
  }
}

/**
 * @param {string} value
 * @param {string} text
 */
const option = (value, text) => element('option', { value }, text);
