// Entry of the part `filters`: what narrows and orders the results, built from what the bundle declares.
//
// A button and the order stand beside the count; the button opens a drawer with a facet for each key: values with
// counts, or a histogram. What is chosen stands above the results as chips. Counts are fetched only while the drawer
// is open, since they cost bytes.

import { element, show } from '../dom.js';
import { hasFilters, optionsOf, withFilter } from '../request.js';
import { ChipsView } from './chips-view.js';
import english from './english.js';
import { HistogramView } from './histogram-view.js';
import { OrderView } from './order-view.js';
import { styles } from './styles.js';
import { ValuesView } from './values-view.js';

/** @typedef {import('../types.js').Found} Found */
/** @typedef {import('../types.js').Key} Key */

/** Values of a key that are shown at first, and when more are wanted. */
const kFew = 6;
const kMany = 100;

export class Filters {
  /**
   * @param {object} box
   * @param {ShadowRoot} box.root
   * @param {import('../panel-view.js').PanelView} box.panel
   * @param {import('../messages.js').Messages} box.messages
   * @param {(change: Partial<import('../types.js').Request>) => void} box.ask
   * @param {import('../types.js').Search} box.search
   * @param {Key[]} box.keys
   */
  constructor({ root, panel, messages, ask, search, keys }) {
    messages.add(english);
    if (!root.adoptedStyleSheets.includes(styles())) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles()];
    this.panel_ = panel;
    this.messages_ = messages;
    this.ask_ = ask;
    this.search_ = search;
    this.facetKeys_ = keys.filter(({ facet }) => facet);
    /** @type {Found | null} */
    this.answer_ = null;
    /** @type {AbortController | null} */
    this.counting_ = null;
    /** The query whose counts are in the drawer. @type {string | null} */
    this.counted_ = null;
    /** @type {Set<string>} keys of which many values are wanted */
    this.unfolded_ = new Set();
    this.views_ = new Map(this.facetKeys_.map((key) => [key.key, this.viewOf_(key)]));
    this.order_ = new OrderView(messages, keys, (sort) => ask({ sort }));
    this.chips_ = new ChipsView(messages, keys, (key, filter) => this.choose_(key, filter), () => ask({ filters: {} }));
    this.button_ = this.makeButton_();
    this.drawer_ = element('div', { class: 'facets', id: 'facets' }, ...[...this.views_.values()].map(({ root: view }) => view));
    panel.tools.replaceChildren(...(this.facetKeys_.length > 0 ? [this.button_] : []), this.order_.root);
    panel.chips.replaceChildren(this.chips_.root);
    panel.drawer.replaceChildren(this.drawer_);
  }

  /** For another bundle, which has other keys. */
  remove() {
    this.counting_?.abort();
    for (const place of [this.panel_.tools, this.panel_.chips, this.panel_.drawer]) place.replaceChildren();
    show(this.panel_.drawer, false);
  }

  /** @param {Found} answer  the one on show */
  update(answer) {
    this.answer_ = answer;
    const { filters, sort } = answer.request;
    this.order_.update(sort);
    this.chips_.update(filters);
    show(this.panel_.chips, hasFilters(answer.request));
    if (this.isOpen_) this.count_();
  }

  get isOpen_() {
    return this.button_.getAttribute('aria-expanded') === 'true';
  }

  makeButton_() {
    const attributes = { type: 'button', class: 'tool', part: 'filter-button', 'aria-expanded': 'false', 'aria-controls': 'facets' };
    const button = element('button', attributes, this.messages_.say('filters'));
    button.addEventListener('click', () => this.toggle_());
    return button;
  }

  async toggle_() {
    const opens = !this.isOpen_;
    this.button_.setAttribute('aria-expanded', String(opens));
    // It opens with its counts in it, so that nothing grows under the reader's hand.
    if (opens) await this.count_();
    show(this.panel_.drawer, this.isOpen_);
  }

  /** @param {Key} key */
  viewOf_(key) {
    const chosen = (/** @type {import('../types.js').Filter | null} */ filter) => this.choose_(key.key, filter);
    if (isOrdered(key.type)) return new HistogramView(this.messages_, key, chosen);
    return new ValuesView(this.messages_, key, chosen, () => this.unfold_(key.key));
  }

  /**
   * @param {string} key
   * @param {import('../types.js').Filter | null} filter
   */
  choose_(key, filter) {
    const { filters } = /** @type {Found} */ (this.answer_).request;
    this.ask_({ filters: withFilter(filters, key, filter) });
  }

  /** @param {string} key */
  unfold_(key) {
    this.unfolded_.add(key);
    this.count_();
  }

  // Asks for the counts of the answer on show. A failure leaves the old ones: the results matter more.
  async count_() {
    const answer = /** @type {Found} */ (this.answer_);
    this.counting_?.abort();
    this.counting_ = new AbortController();
    const { signal } = this.counting_;
    const options = { ...optionsOf(answer.request), limit: 0, facets: this.wanted_(), signal };
    const counted = await this.search_.search(answer.query, options).catch(() => null);
    if (!counted || signal.aborted) return;
    const isNew = answer.query !== this.counted_;
    this.counted_ = answer.query;
    for (const [key, view] of this.views_) view.update(counted.facets?.[key], answer.request.filters[key] ?? null, isNew);
  }

  wanted_() {
    return Object.fromEntries(this.facetKeys_.map((key) => [key.key, this.wantedOf_(key)]));
  }

  /** @param {Key} key */
  wantedOf_({ key, type }) {
    return isOrdered(type) ? {} : { limit: this.unfolded_.has(key) ? kMany : kFew };
  }
}

/** @param {string} type of a key */
const isOrdered = (type) => type === 'date' || type === 'number';
