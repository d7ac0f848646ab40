// A facet of dates or numbers: how many results lie where, as bars, and a range to choose among them.
//
// Two handles are sliders of their own for the keyboard (arrows, Page keys, Home, End); a mouse or a finger moves the
// nearer one, or draws a new range across the bars.

import { element, show } from '../dom.js';
import { timeline } from './timeline.js';
import { nameOf, rangeLabel } from './labels.js';

/** @typedef {import('../types.js').Filter} Filter */
/** @typedef {import('../types.js').Bucket} Bucket */
/** @typedef {[first: number, last: number]} Span  places of bars, both included */

/** More bars than this are too thin for a finger: neighbours are put together. */
const kMostBars = 48;
const kPageShare = 0.1;

/**
 * At most kMostBars of them, each of the same number of buckets.
 * @param {Bucket[]} buckets
 */
export function bars(buckets) {
  const size = Math.ceil(buckets.length / kMostBars) || 1;
  /** @type {Bucket[]} */
  const merged = [];
  for (let i = 0; i < buckets.length; i += size) {
    const own = buckets.slice(i, i + size);
    merged.push({ from: own[0].from, to: own[own.length - 1].to, count: own.reduce((sum, { count }) => sum + count, 0) });
  }
  return merged;
}

export class HistogramView {
  /**
   * @param {import('../messages.js').Messages} messages
   * @param {Pick<import('../types.js').Key, 'key' | 'type'>} key
   * @param {(filter: Filter | null) => void} chosen
   */
  constructor(messages, key, chosen) {
    this.messages_ = messages;
    this.key_ = key;
    this.chosen_ = chosen;
    /** @type {Bucket[]} */
    this.bars_ = [];
    /** @type {Span} */
    this.span_ = [0, 0];
    /** Where a finger or the mouse went down; null when it is up. @type {number | null} */
    this.anchor_ = null;
    this.plot_ = element('div', { class: 'plot', 'aria-hidden': 'true' });
    this.handles_ = [this.handle_('from', 0), this.handle_('to', 1)];
    this.track_ = element('div', { class: 'track', part: 'histogram' }, this.plot_, ...this.handles_);
    this.text_ = element('span', { class: 'span' });
    const legend = element('legend', { part: 'facet-title' }, nameOf(messages, key.key));
    this.root = element('fieldset', { class: 'facet wide', part: 'facet' }, legend, this.track_, this.text_);
    this.listen_();
  }

  /**
   * While a range is being drawn, the bars under the reader's hand stay.
   * @param {import('../types.js').Facet | undefined} facet
   * @param {Filter | null} filter
   */
  update(facet, filter) {
    if (this.anchor_ !== null) return;
    const buckets = facet?.buckets ?? [];
    this.bars_ = bars(this.key_.type === 'date' ? timeline(buckets) : buckets);
    show(this.root, this.bars_.length > 1);
    this.span_ = filter && !Array.isArray(filter) ? this.spanOf_(filter) : this.whole_;
    this.drawBars_();
    this.draw_();
  }

  /** @returns {Span} */
  get whole_() {
    return [0, Math.max(0, this.bars_.length - 1)];
  }

  // A range that no bar begins or ends at, as an address may ask for, is shown by the bars that it touches.
  /** @param {{ from: string | number, to: string | number }} filter @returns {Span} */
  spanOf_({ from, to }) {
    const isWithin = (/** @type {Bucket} */ bar) => !isBefore(bar.to, from) && !isBefore(to, bar.from);
    const first = this.bars_.findIndex(isWithin);
    const last = this.bars_.findLastIndex(isWithin);
    return first === -1 ? this.whole_ : [first, last];
  }

  drawBars_() {
    const most = Math.max(1, ...this.bars_.map(({ count }) => count));
    while (this.plot_.childElementCount > this.bars_.length) this.plot_.lastElementChild?.remove();
    while (this.plot_.childElementCount < this.bars_.length) this.plot_.append(element('span', { part: 'bar' }));
    this.bars_.forEach(({ count }, i) => {
      const { style } = /** @type {HTMLElement} */ (this.plot_.children[i]);
      style.blockSize = count === 0 ? '0' : `max(2px, ${(100 * count) / most}%)`;
    });
  }

  draw_() {
    const [first, last] = this.span_;
    const end = this.bars_.length;
    [...this.plot_.children].forEach((bar, i) => bar.classList.toggle('out', i < first || i > last));
    this.handles_.forEach((handle, side) => {
      const place = this.span_[side];
      handle.style.insetInlineStart = `${(100 * (place + side)) / Math.max(1, end)}%`;
      handle.setAttribute('aria-valuemax', String(Math.max(0, end - 1)));
      handle.setAttribute('aria-valuenow', String(place));
      handle.setAttribute('aria-valuetext', this.bars_[place] ? this.label_(this.bars_[place]) : '');
    });
    this.text_.textContent = end > 0 ? this.said_() : '';
  }

  said_() {
    const [first, last] = this.span_;
    const count = this.bars_.slice(first, last + 1).reduce((sum, bar) => sum + bar.count, 0);
    const label = this.label_({ from: this.bars_[first].from, to: this.bars_[last].to });
    return `${label} · ${this.messages_.say('results', { n: count })}`;
  }

  /** @param {{ from: string | number, to: string | number }} range */
  label_(range) {
    return rangeLabel(this.messages_, this.key_.type, range);
  }

  /**
   * @param {'from' | 'to'} name
   * @param {0 | 1} side
   */
  handle_(name, side) {
    const attributes = { class: 'handle', part: 'handle', role: 'slider', tabindex: '0', 'aria-valuemin': '0' };
    const label = `${nameOf(this.messages_, this.key_.key)}: ${this.messages_.say(name)}`;
    const handle = element('span', { ...attributes, 'aria-label': label });
    handle.addEventListener('keydown', (event) => this.pressed_(event, side));
    return handle;
  }

  listen_() {
    this.track_.addEventListener('pointerdown', (event) => this.down_(event));
    this.track_.addEventListener('pointermove', (event) => this.moved_(event));
    this.track_.addEventListener('pointerup', () => this.up_());
    this.track_.addEventListener('pointercancel', () => this.up_());
  }

  /** @param {PointerEvent} event */
  down_(event) {
    const place = this.placeOf_(event);
    const side = this.handles_.indexOf(/** @type {HTMLElement} */ (event.target));
    // A handle is moved against the other one; anywhere else a new range begins.
    this.anchor_ = side === -1 ? place : this.span_[1 - side];
    this.track_.setPointerCapture(event.pointerId);
    if (side === -1) this.become_([place, place]);
  }

  /** @param {PointerEvent} event */
  moved_(event) {
    if (this.anchor_ === null) return;
    const place = this.placeOf_(event);
    this.become_([Math.min(this.anchor_, place), Math.max(this.anchor_, place)]);
  }

  up_() {
    if (this.anchor_ === null) return;
    this.anchor_ = null;
    this.tell_();
  }

  /**
   * @param {KeyboardEvent} event
   * @param {0 | 1} side
   */
  pressed_(event, side) {
    const to = this.stepped_(event.key, this.span_[side]);
    if (to === null) return;
    event.preventDefault();
    const [lowest, highest] = side === 0 ? [0, this.span_[1]] : [this.span_[0], this.bars_.length - 1];
    const place = Math.min(highest, Math.max(lowest, to));
    this.become_(side === 0 ? [place, this.span_[1]] : [this.span_[0], place]);
    this.tell_();
  }

  /**
   * @param {string} key
   * @param {number} place
   */
  stepped_(key, place) {
    const forward = getComputedStyle(this.track_).direction === 'rtl' ? -1 : 1;
    const page = Math.ceil(this.bars_.length * kPageShare);
    /** @type {Record<string, number>} */
    const steps = { ArrowRight: forward, ArrowLeft: -forward, ArrowUp: 1, ArrowDown: -1, PageUp: page, PageDown: -page };
    if (key === 'Home') return 0;
    if (key === 'End') return this.bars_.length - 1;
    return key in steps ? place + steps[key] : null;
  }

  /** @param {PointerEvent} event */
  placeOf_({ clientX }) {
    const { left, right, width } = this.plot_.getBoundingClientRect();
    const isMirrored = getComputedStyle(this.track_).direction === 'rtl';
    const share = (isMirrored ? right - clientX : clientX - left) / width;
    return Math.min(this.bars_.length - 1, Math.max(0, Math.floor(share * this.bars_.length)));
  }

  /** @param {Span} span */
  become_(span) {
    this.span_ = span;
    this.draw_();
  }

  tell_() {
    const [first, last] = this.span_;
    const isWhole = first === 0 && last === this.bars_.length - 1;
    this.chosen_(isWhole ? null : { from: this.bars_[first].from, to: this.bars_[last].to });
  }
}

/**
 * Dates are written so that their letters are in their order.
 * @param {string | number} a
 * @param {string | number} b
 */
function isBefore(a, b) {
  return typeof a === 'number' ? a < Number(b) : a < String(b);
}
