// The results in the listbox, brought in line with an answer a few at a time, so that no key waits for many to be drawn.
// What is as it was stays untouched; what is to be replaced stays until its turn comes, so that nothing flashes.

import { element, show } from './dom.js';
import { resultView } from './result-view.js';

/** @typedef {import('./types.js').Result} Result */

/** A reader sees about as many at once. */
const kFew = 2;

/** What is seen of a result. @param {Result | undefined} result */
const looksOf = (result) => JSON.stringify({ ...result, score: 0 });

export class ResultsView {
  /**
   * @param {HTMLElement} list
   * @param {import('./messages.js').Messages} messages
   */
  constructor(list, messages) {
    this.list_ = list;
    this.messages_ = messages;
    /** Draws a result in the owner's way. @type {((result: Result) => Node[]) | null} */
    this.template = null;
    /** @type {Result[]} */
    this.wanted_ = [];
    /** How many of them are drawn. */
    this.count_ = 0;
    /** What stands in each place. @type {Result[]} */
    this.shown_ = [];
    /** @type {HTMLElement[]} */
    this.places_ = [];
    this.complete_ = element('div', { role: 'presentation' });
    this.separator_ = element('p', { class: 'group', part: 'separator', 'aria-hidden': 'true' });
    /** Pages that lack a word follow the others, in a group with a name. */
    this.partial_ = element('div', { role: 'group' }, this.separator_);
  }

  /** Whatever is drawn next is drawn in the language that has come. */
  label() {
    this.shown_ = [];
    this.separator_.textContent = this.messages_.say('partial');
    this.partial_.setAttribute('aria-label', this.separator_.textContent);
  }

  /** @param {Result[]} results  to be drawn */
  update(results) {
    this.wanted_ = results;
    this.count_ = 0;
    if (!this.list_.contains(this.complete_)) this.list_.replaceChildren(this.complete_, this.partial_);
  }

  /**
   * Draws the next few.
   * @param {number} [most]
   * @returns {boolean} whether some are left
   */
  draw(most = kFew) {
    const { length } = this.wanted_;
    for (; this.count_ < length && most > 0; this.count_++) if (this.put_(this.count_)) most--;
    if (this.count_ === length) this.end_(length);
    show(this.partial_, this.partial_.childElementCount > 1);
    return this.count_ < length;
  }

  /** @param {number} length */
  end_(length) {
    this.shown_.length = length;
    for (const place of this.places_.splice(length)) place.remove();
  }

  /**
   * @param {number} i
   * @returns {boolean} whether there was anything to do
   */
  put_(i) {
    const { [i]: result } = this.wanted_;
    const { [i]: before } = this.shown_;
    this.shown_[i] = result;
    if (result === before || looksOf(result) === looksOf(before)) return false;
    const place = (this.places_[i] ??= element('div', { role: 'presentation' }));
    const home = result.partial ? this.partial_ : this.complete_;
    // What stands behind it goes with it to the end of the list, and to the next group.
    if (place.parentNode !== home) home.append(...(result.partial ? this.places_.slice(i) : [place]));
    place.replaceChildren(...resultView(result, i, this.messages_, this.template));
    return true;
  }
}
