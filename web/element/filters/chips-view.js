// What is filtered by, above the results: each a button that takes it back.

import { element, icon, textButton } from '../dom.js';
import { chipsOf } from './labels.js';

/** @typedef {import('../types.js').Filter} Filter */

const kCross = 'M7 7l10 10M17 7L7 17';

export class ChipsView {
  /**
   * @param {import('../messages.js').Messages} messages
   * @param {import('../types.js').Key[]} keys
   * @param {(key: string, filter: Filter | null) => void} choose
   * @param {() => void} chooseNone
   */
  constructor(messages, keys, choose, chooseNone) {
    this.messages_ = messages;
    this.keys_ = new Map(keys.map((key) => [key.key, key]));
    this.choose_ = choose;
    this.all_ = textButton('unfilter', messages.say('unfilter'));
    this.all_.addEventListener('click', chooseNone);
    this.root = element('div', { class: 'row', role: 'group', 'aria-label': messages.say('filters') });
  }

  /** @param {import('../types.js').Filters} filters */
  update(filters) {
    const chips = Object.entries(filters).flatMap(([key, filter]) => this.chips_(key, filter));
    this.root.replaceChildren(...chips, ...(chips.length > 1 ? [this.all_] : []));
  }

  /**
   * @param {string} key
   * @param {Filter} filter
   */
  chips_(key, filter) {
    const known = this.keys_.get(key) ?? { key, type: /** @type {const} */ ('text'), facet: true, sort: false };
    return chipsOf(this.messages_, known, filter).map(({ label, rest }) => {
      const attributes = { type: 'button', class: 'chip', part: 'chip', 'aria-label': this.messages_.say('unchosen', { query: label }) };
      const chip = element('button', attributes, element('bdi', {}, label), icon(kCross));
      chip.addEventListener('click', () => this.choose_(key, rest));
      return chip;
    });
  }
}
