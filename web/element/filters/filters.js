// Entry of the part `filters`: what narrows and orders the results, built from what the bundle declares.
//
// A button and the order stand beside the count; the button opens a drawer with a facet for each key: values with
// counts, or a histogram. What is chosen stands above the results as chips. Counts are fetched only while the drawer
// is open, since they cost bytes.

import { element, keepFocus, show } from '../dom.js';
import { optionsOf, withFilter } from '../request.js';
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
   * @param {{ request: import('../types.js').Request }} box.host
   * @param {ShadowRoot} box.root
   * @param {import('../panel-view.js').PanelView} box.panel
   * @param {import('../messages.js').Messages} box.messages
   * @param {(change: Partial<import('../types.js').Request>) => void} box.ask
   * @param {import('../types.js').Search} box.search
   * @param {Key[]} box.keys
   */
  constructor({ host, root, panel, messages, ask, search, keys }) {
    messages.add(english);
    if (!root.adoptedStyleSheets.includes(styles)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles];
    this.host_ = host;
    this.root_ = root;
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
    this.chips_ = new ChipsView(messages, keys, (key, filter) => this.choose_(key, filter), () => this.chooseAll_({}));
    this.button_ = this.makeButton_();
    this.drawer_ = element('div', { class: 'facets', id: 'facets', hidden: true }, ...[...this.views_.values()].map(({ root: view }) => view));
  }

  /** For another bundle, which has other keys. */
  remove() {
    this.counting_?.abort();
    for (const own of [this.button_, this.order_.root, this.chips_.root, this.drawer_]) own.remove();
  }

  /** @param {Found} answer  the one on show */
  update(answer) {
    if (!this.answer_) this.enter_();
    this.answer_ = answer;
    this.order_.update(answer.request.sort);
    this.drawChips_(answer.request);
    if (this.isOpen_) this.count_();
  }

  enter_() {
    const { tools, chips, drawer } = this.panel_;
    if (this.facetKeys_.length > 0) tools.append(this.button_);
    tools.append(this.order_.root);
    chips.append(this.chips_.root);
    drawer.append(this.drawer_);
  }

  /** @param {import('../types.js').Request} request */
  drawChips_({ filters }) {
    keepFocus(this.root_, this.panel_.root, () => this.chips_.update(filters));
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

  toggle_() {
    const opens = !this.isOpen_;
    this.button_.setAttribute('aria-expanded', String(opens));
    if (opens) this.count_();
    else show(this.drawer_, false);
  }

  /** @param {Key} key */
  viewOf_({ key, type }) {
    if (isOrdered(type)) return new HistogramView(this.messages_, { key, type }, (filter) => this.choose_(key, filter));
    return new ValuesView(this.messages_, key, (value, isChosen) => this.tick_(key, value, isChosen), () => this.unfold_(key));
  }

  /**
   * @param {string} key
   * @param {string} value
   * @param {boolean} isChosen
   */
  tick_(key, value, isChosen) {
    const filter = this.host_.request.filters[key];
    const others = Array.isArray(filter) ? filter.filter((other) => other !== value) : [];
    this.choose_(key, isChosen ? [...others, value] : others);
  }

  /**
   * @param {string} key
   * @param {import('../types.js').Filter | null} filter
   */
  choose_(key, filter) {
    this.chooseAll_(withFilter(this.host_.request.filters, key, filter));
  }

  // What is asked for now counts, not what the answer on show was asked with: choices may come faster than answers.
  /** @param {import('../types.js').Filters} filters */
  chooseAll_(filters) {
    this.counting_?.abort();
    this.ask_({ filters });
    this.drawChips_(this.host_.request);
  }

  /** @param {string} key */
  unfold_(key) {
    this.unfolded_.add(key);
    this.count_();
  }

  // Asks for the counts of the answer on show. The drawer opens with them in it, so that nothing grows under the reader's
  // hand. A failure leaves the old ones: the results matter more.
  async count_() {
    const answer = /** @type {Found} */ (this.answer_);
    this.counting_?.abort();
    this.counting_ = new AbortController();
    const { signal } = this.counting_;
    const options = { ...optionsOf(answer.request), limit: 0, facets: this.wanted_(), signal };
    const counted = await this.search_.search(answer.query, options).catch(() => null);
    if (signal.aborted) return;
    if (counted) this.drawCounts_(answer, counted.facets ?? {});
    show(this.drawer_, this.isOpen_);
  }

  /**
   * @param {Found} answer
   * @param {Record<string, import('../types.js').Facet>} facets
   */
  drawCounts_({ query, request }, facets) {
    const isNew = query !== this.counted_;
    this.counted_ = query;
    for (const [key, view] of this.views_) view.update(facets[key], request.filters[key] ?? null, isNew);
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
