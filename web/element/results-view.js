// The results in the listbox, brought in line with an answer a few at a time, so that no key waits for many to be drawn.
// What looks as it did is left alone; what is to be replaced stays until its turn comes, so that nothing flashes.

import { element, show } from './dom.js';
import { resultView } from './result-view.js';

/** @typedef {import('./types.js').Result} Result */

/** How many a slow machine lays out and paints within a frame. */
const kFew = 2;

/** @param {Result | undefined} result */
const looksOf = (result) => JSON.stringify({ ...result, score: 0 });

export class ResultsView {
  /** @param {import('./messages.js').Messages} messages */
  constructor(messages) {
    this.messages_ = messages;
    /** Draws a result in the owner's way. @type {((result: Result) => Node[]) | null} */
    this.template = null;
    /** @type {Result[]} */
    this.wanted_ = [];
    /** How many of them are drawn. */
    this.count_ = 0;
    /** Whether more will come. @type {boolean | undefined} */
    this.isUnfinished_ = false;
    /** What is on show, in order. @type {[place: HTMLElement, result: Result][]} */
    this.shown_ = [];
    /** Holds other options while there are no results. */
    this.complete = element('div');
    this.separator_ = element('p', { id: 'partial', class: 'group', part: 'separator', 'aria-hidden': 'true' });
    /** Pages that lack a word follow the others, in a group with a name. */
    this.partial_ = element('div', { role: 'group', 'aria-labelledby': 'partial' }, this.separator_);
    this.list = element('div', { id: 'results', part: 'list', role: 'listbox', hidden: true }, this.complete, this.partial_);
  }

  label() {
    this.list.setAttribute('aria-label', this.messages_.say('label'));
    this.separator_.textContent = this.messages_.say('partial');
  }

  /**
   * Draws the first few.
   * @param {Result[]} results
   * @param {boolean} [isUnfinished]  more will come, and what stands in their place stays
   */
  update(results, isUnfinished) {
    this.wanted_ = results;
    this.isUnfinished_ = isUnfinished;
    this.count_ = 0;
    show(this.list, results.length);
    this.draw();
  }

  /** Draws the next few; a great many `most` says that nothing else may stay. @param {number} [most] */
  draw(most = kFew) {
    const { length } = this.wanted_;
    while (this.count_ < length && most > 0) most -= this.put_(this.count_++);
    if (most > kFew || !(this.isUnfinished_ || this.isLeft)) for (const [place] of this.shown_.splice(length)) place.remove();
    show(this.partial_, this.partial_.childElementCount > 1);
  }

  /** Whether some are still to be drawn. */
  get isLeft() {
    return this.count_ < this.wanted_.length;
  }

  /**
   * @param {number} i
   * @returns {number} of results that had to be drawn
   */
  put_(i) {
    const { [i]: result } = this.wanted_;
    const [place, before] = this.shown_[i] ?? [element('div')];
    this.shown_[i] = [place, result];
    if (looksOf(result) === looksOf(before)) return 0;
    const group = result.partial ? this.partial_ : this.complete;
    // What stands behind it goes with it, until its own turn.
    if (place.parentNode !== group) group.append(...this.shown_.slice(i).map(([other]) => other));
    place.replaceChildren(...resultView(result, i, this.messages_, this.template));
    return 1;
  }
}
