// <catchword-search>: a search box for the bundle at `base`.
//
//   <catchword-search base="/catchword/"></catchword-search>
//
// Attributes
//   base         the bundle's folder, relative to the page; required
//   site-root    what results' urls are relative to; the folder above `base` when absent
//   placeholder  the words in the empty box
//   limit        results to a page, 1 to 100; 10 when absent
//   popup        results float over the page instead of taking part in it
//   modal        a button that opens box and results in a dialog, as do `/` and Ctrl-K or Cmd-K
//   shortcut     the same keys for a box that isn't modal; `shortcut="none"` turns them off
//   url-state    keeps query, filters and order in the page's address, as ?q= or under the name given
//   recent       offers what was searched before on this device
//   highlight    links name the matched words, for catchword-highlight.js on the pages
//   no-filters   neither filters nor orders are offered
//   lang         the interface's language; the page's when absent
//   busy, open   set by the element: a search is under way (busy="drawing": its answer is being drawn), results are on show
// popup, modal, shortcut, url-state, recent and lang are read once, when the element enters a page.
//
// Children: a <form> is what the reader gets before the element runs and without JavaScript; the
// element takes over its action, its input's name and what has been typed in it. A <template> draws a
// result. slot="no-results" is shown when nothing was found.
//
// Events, all of which bubble: catchword-search {query, filters, sort}, catchword-results {query, total,
// complete, results}, catchword-noresults {query, unknown}, catchword-select {query, result, position}
// (cancelable) and catchword-error {query, error}.
//
// Nothing is loaded before the reader turns to the box.

import { SearchBox } from './search-box.js';
import { styles } from './styles.js';

/** @typedef {import('./types.js').Request} Request */

/** Of a class that define() has not been given. */
const undefinedYet = () => Promise.reject(new Error('Call define(createSearch, loadPart) first.'));

export class CatchwordSearch extends HTMLElement {
  /** @type {import('./types.js').CreateSearch} the engine, given by define() */
  static createSearch = undefinedYet;

  /** @type {import('./types.js').LoadPart} given by define() */
  static loadPart = undefinedYet;

  static observedAttributes = ['base', 'site-root', 'placeholder'];

  constructor() {
    super();
    /** @type {SearchBox | null} */
    this.box_ = null;
    this.root_ = this.attachShadow({ mode: 'open' });
    this.root_.adoptedStyleSheets = [styles];
  }

  /** What the box holds. Setting it searches, as typing would. */
  get query() {
    return this.box_?.query ?? '';
  }

  set query(query) {
    this.built_().query = query;
  }

  /** What is asked for: { query, filters, sort, correct }. Setting some of it searches, as choosing would. */
  get request() {
    return this.built_().request;
  }

  /** @param {Partial<Request>} change */
  set request(change) {
    this.built_().ask(change);
  }

  /** The answer on show with the query that it answers; null when there is none. */
  get answer() {
    return this.box_?.answer ?? null;
  }

  /** Words of the interface in the place of the element's own, by the names in web/element/locales/en.js. */
  get messages() {
    return this.built_().messages.own;
  }

  /** @param {import('./messages.js').Locale} messages */
  set messages(messages) {
    this.built_().messages.own = messages;
    this.built_().label();
  }

  /** Results to a page. */
  get limit() {
    const limit = Number.parseInt(this.getAttribute('limit') ?? '', 10);
    return limit >= 1 ? Math.min(limit, 100) : 10;
  }

  /** Puts the cursor into the box; opens the dialog when there is one. */
  focus() {
    this.built_().focus();
  }

  /** Loads what every search needs, as the first sign of intent does. */
  preload() {
    this.built_().preload();
  }

  connectedCallback() {
    this.built_().start();
    this.adopt_();
  }

  disconnectedCallback() {
    this.box_?.stop();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (!this.box_ || before === now) return;
    if (name === 'placeholder') this.box_.label();
    else this.box_.reset();
  }

  /** A page that does not wait for the element's definition has set properties of its own, which would hide ours. */
  adopt_() {
    for (const name of /** @type {const} */ (['messages', 'query', 'request'])) {
      if (!Object.hasOwn(this, name)) continue;
      const value = /** @type {any} */ (this[name]);
      delete (/** @type {any} */ (this)[name]);
      this[name] = value;
    }
  }

  built_() {
    const { loadPart } = /** @type {typeof CatchwordSearch} */ (this.constructor);
    this.box_ ??= new SearchBox(this, this.root_, () => this.open_(), loadPart);
    return this.box_;
  }

  async open_() {
    const { createSearch } = /** @type {typeof CatchwordSearch} */ (this.constructor);
    const base = this.getAttribute('base');
    if (!base) throw new Error('<catchword-search> has no base attribute; set it to the bundle’s folder.');
    const siteRoot = this.getAttribute('site-root');
    return createSearch({ base: absolute(base), siteRoot: siteRoot === null ? undefined : absolute(siteRoot) });
  }
}

/** @param {string} url */
function absolute(url) {
  return new URL(url, document.baseURI).href;
}
