// A facet of words: its values as boxes to tick, each with the number of results that have it.
//
// While the reader filters, values keep their places and only their counts change; a new query brings a new order.

import { element, show, textButton } from '../dom.js';
import { said } from '../result-view.js';
import { nameOf } from './labels.js';

/** @typedef {import('../types.js').Filter} Filter */
/** @typedef {{ row: HTMLElement, box: HTMLInputElement, count: HTMLElement }} Row */

export class ValuesView {
  /**
   * @param {import('../messages.js').Messages} messages
   * @param {string} key
   * @param {(value: string, isChosen: boolean) => void} chosen
   * @param {() => void} unfold
   */
  constructor(messages, key, chosen, unfold) {
    this.messages_ = messages;
    this.key_ = key;
    this.chosen_ = chosen;
    /** @type {Map<string, Row>} */
    this.rows_ = new Map();
    this.list_ = element('div');
    this.more_ = textButton('facet-more', '');
    this.more_.addEventListener('click', unfold);
    const legend = element('legend', { part: 'facet-title' }, nameOf(messages, key));
    this.root = element('fieldset', { class: 'facet', part: 'facet' }, legend, this.list_, this.more_);
  }

  /**
   * @param {import('../types.js').Facet | undefined} facet
   * @param {Filter | null} filter
   * @param {boolean} isNew  of another query
   */
  update(facet, filter, isNew) {
    const chosen = Array.isArray(filter) ? filter : [];
    const counts = new Map((facet?.values ?? []).map(({ value, count }) => [value, count]));
    for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
    if (isNew) this.clear_();
    for (const value of counts.keys()) if (!this.rows_.has(value)) this.add_(value);
    for (const [value, row] of this.rows_) this.fill_(row, counts.get(value) ?? 0, chosen.includes(value));
    show(this.root, this.rows_.size > 0);
    show(this.more_, Boolean(facet?.more));
    this.more_.textContent = this.messages_.say('others', { n: facet?.more ?? 0 });
  }

  clear_() {
    this.rows_.clear();
    this.list_.replaceChildren();
  }

  /** @param {string} value */
  add_(value) {
    const box = /** @type {HTMLInputElement} */ (element('input', { type: 'checkbox' }));
    const count = element('span', { class: 'count', part: 'count' });
    const name = element('bdi', {}, said(this.key_, value, this.messages_));
    const row = element('label', { class: 'value', part: 'value' }, box, name, count);
    box.addEventListener('change', () => this.chosen_(value, box.checked));
    this.rows_.set(value, { row, box, count });
    this.list_.append(row);
  }

  /**
   * @param {Row} row
   * @param {number} count
   * @param {boolean} isChosen
   */
  fill_({ row, box, count: shown }, count, isChosen) {
    box.checked = isChosen;
    shown.textContent = this.messages_.number(count);
    row.classList.toggle('empty', count === 0);
  }
}
