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
//   url-state    keeps the query in the page's address, as ?q= or under the name given
//   lang         the interface's language; the page's when absent
//   busy, open   set by the element: a search is under way, results are on show
//
// Children: a <form> is what the reader gets before the element runs and without JavaScript; the
// element takes over its action, its input's name and what has been typed in it. slot="no-results"
// is shown when nothing was found.
//
// Events, all of which bubble: catchword-search {query}, catchword-results {query, total, results},
// catchword-noresults {query, unknown}, catchword-select {query, result, position} (cancelable) and
// catchword-error {query, error}. Nothing is loaded before the reader turns to the box.

import { Announcer } from './announcer.js';
import { boxView, labelBox, refreshBox } from './box-view.js';
import { ComboboxController } from './combobox-controller.js';
import { DialogController } from './dialog-controller.js';
import { Messages } from './messages.js';
import { PanelView } from './panel-view.js';
import { SearchController } from './search-controller.js';
import { ShortcutController } from './shortcut-controller.js';
import { styles } from './styles.js';
import { UrlState } from './url-state.js';

/** @typedef {import('./types.js').SearchState} SearchState */

export class CatchwordSearch extends HTMLElement {
  /** @type {import('./types.js').CreateSearch | null} the engine, given by define() */
  static createSearch = null;

  static observedAttributes = ['base', 'site-root', 'placeholder'];

  constructor() {
    super();
    this.search_ = new SearchController({
      open: () => this.openSearch_(),
      limit: () => this.limit,
      changed: (state) => this.render_(state),
    });
    /** @type {SearchState} the state last drawn */
    this.drawn_ = this.search_.state;
    this.root_ = this.attachShadow({ mode: 'open' });
    this.root_.adoptedStyleSheets = [styles()];
    this.closed_ = true;
  }

  /** What the box holds. Setting it searches, as typing would. */
  get query() {
    return this.box_?.input.value ?? '';
  }

  set query(query) {
    this.build_();
    this.box_.input.value = query;
    this.asked_();
  }

  /** Results to a page. */
  get limit() {
    const limit = Number.parseInt(this.getAttribute('limit') ?? '', 10);
    return limit >= 1 ? Math.min(limit, 100) : 10;
  }

  connectedCallback() {
    this.build_();
    this.shortcut_?.start();
    this.urlState_?.start();
    document.addEventListener('pointerdown', this.outside_);
    addEventListener('online', this.online_);
    if (this.urlState_?.query) this.query = this.urlState_.query;
  }

  disconnectedCallback() {
    this.shortcut_?.stop();
    this.urlState_?.stop();
    document.removeEventListener('pointerdown', this.outside_);
    removeEventListener('online', this.online_);
    this.search_.stop();
  }

  attributeChangedCallback(name, before, now) {
    if (!this.box_ || before === now) return;
    if (name === 'placeholder') this.label_();
    else this.search_.reset();
  }

  /** Puts the cursor into the box; opens the dialog when there is one. */
  focus() {
    if (this.dialog_) this.dialog_.open();
    else this.box_?.input.focus();
  }

  /** Loads what every search needs, as the first sign of intent does. */
  preload() {
    this.search_.warm();
  }

  // ---- building, once ----

  build_() {
    if (this.box_) return;
    this.messages_ = new Messages(this.closest('[lang]')?.getAttribute('lang') || 'en');
    this.box_ = boxView();
    this.panel_ = new PanelView(this.messages_);
    this.announcer_ = new Announcer();
    this.combobox_ = this.buildCombobox_();
    this.buildFrame_();
    this.listen_();
    this.adoptFallback_();
    this.label_();
    this.render_(this.search_.state);
  }

  buildCombobox_() {
    return new ComboboxController({
      input: this.box_.input,
      list: this.panel_.list,
      open: () => this.reveal_() && this.combobox_.options.length > 0,
      dismiss: () => this.dismiss_(),
      end: () => this.goOn_(),
    });
  }

  buildFrame_() {
    const content = [this.box_.form, this.panel_.root];
    if (this.hasAttribute('modal')) {
      this.dialog_ = new DialogController({ content, opened: () => this.box_.input.select() });
      this.root_.append(this.dialog_.opener, this.dialog_.dialog);
      this.dialog_.dialog.append(this.announcer_.root);
    } else {
      this.panel_.root.classList.toggle('above', this.floats_);
      this.root_.append(...content, this.announcer_.root);
    }
    if (this.hasShortcut_) this.shortcut_ = new ShortcutController(() => this.focus());
    if (this.hasAttribute('url-state')) this.buildUrlState_();
  }

  buildUrlState_() {
    this.urlState_ = new UrlState(this.getAttribute('url-state') || 'q', (query) => {
      if (query !== this.query) this.query = query;
    });
  }

  listen_() {
    const { form, input, clear } = this.box_;
    this.outside_ = (event) => this.pointedOutside_(event);
    this.online_ = () => this.search_.retry();
    for (const sign of ['pointerenter', 'focusin']) this.addEventListener(sign, () => this.preload());
    input.addEventListener('input', (event) => this.typed_(/** @type {InputEvent} */ (event)));
    input.addEventListener('compositionend', () => this.asked_());
    input.addEventListener('focus', () => this.reveal_());
    input.addEventListener('click', () => this.reveal_());
    form.addEventListener('submit', (event) => this.submitted_(event));
    clear.addEventListener('click', () => this.cleared_());
    this.panel_.more.addEventListener('click', () => this.search_.more());
    this.panel_.retry.addEventListener('click', () => this.search_.retry());
    this.panel_.list.addEventListener('click', (event) => this.selected_(event));
    this.addEventListener('focusout', (event) => this.left_(event));
  }

  // What the page's own form says, and what the reader has typed in it already.
  adoptFallback_() {
    const form = this.querySelector('form');
    const typed = form?.querySelector('input');
    if (form?.hasAttribute('action')) this.box_.form.setAttribute('action', form.action);
    if (!typed) return;
    this.box_.input.name = typed.name;
    if (typed.placeholder && !this.hasAttribute('placeholder')) this.setAttribute('placeholder', typed.placeholder);
    const focused = typed === document.activeElement;
    if (typed.value) this.query = typed.value;
    if (focused) this.focus();
  }

  label_() {
    const placeholder = this.getAttribute('placeholder');
    labelBox(this.box_, this.messages_, placeholder);
    this.dialog_?.label(this.messages_, placeholder ?? this.messages_.say('search'), this.hasShortcut_);
  }

  refreshBox_() {
    refreshBox(this.box_, this.messages_, this.dialog_ !== undefined);
  }

  // ---- what the reader does ----

  typed_(event) {
    // Half a syllable is no word; compositionend brings the whole.
    if (event.isComposing) this.refreshBox_();
    else this.asked_();
  }

  asked_() {
    this.closed_ = false;
    this.urlState_?.typed(this.query.trim());
    this.search_.ask(this.query);
    this.refreshBox_();
  }

  // Enter with nothing chosen: the search is meant. The first result is offered to the next Enter;
  // on a phone the keyboard makes room for the results instead.
  submitted_(event) {
    const failed = this.drawn_.error !== null && !this.drawn_.answer;
    if (failed && this.box_.form.hasAttribute('action')) return;
    event.preventDefault();
    this.asked_();
    this.urlState_?.meant();
    if (matchMedia('(hover: none)').matches) this.box_.input.blur();
    else if (!this.drawn_.busy) this.combobox_.activate(this.combobox_.options[0] ?? null);
  }

  cleared_() {
    if (this.query === '') {
      this.dialog_?.close();
      return;
    }
    this.query = '';
    this.box_.input.focus();
  }

  // The arrow went past the last result: on to the next page of them, if there is one.
  goOn_() {
    this.goesOn_ = this.search_.hasMore;
    this.search_.more();
    return this.goesOn_;
  }

  selected_(event) {
    const link = event.target.closest?.('[role=option]');
    if (!link) return;
    const position = this.combobox_.options.indexOf(link);
    const result = this.drawn_.answer?.results[position];
    const detail = { query: this.drawn_.answer?.query, result, position };
    this.urlState_?.meant();
    if (!this.emit_('catchword-select', detail)) event.preventDefault();
    else if (leadsHere(link, event)) this.dismiss_();
  }

  // ---- popup and dialog ----

  get floats_() {
    return this.hasAttribute('popup');
  }

  get hasShortcut_() {
    const shortcut = this.getAttribute('shortcut');
    return shortcut === null ? this.hasAttribute('modal') : shortcut !== 'none';
  }

  reveal_() {
    if (this.closed_) {
      this.closed_ = false;
      this.render_(this.search_.state);
    }
    return true;
  }

  // Closes what floats, or empties the box; whether there was anything to do.
  dismiss_() {
    if (this.floats_ && !this.panel_.root.hidden) {
      this.closed_ = true;
      this.render_(this.search_.state);
      return true;
    }
    if (this.dialog_) {
      this.dialog_.close();
      return true;
    }
    if (this.query === '') return false;
    this.query = '';
    return true;
  }

  pointedOutside_(event) {
    if (this.floats_ && !this.closed_ && !event.composedPath().includes(this)) this.dismiss_();
  }

  left_(event) {
    if (this.floats_ && event.relatedTarget && !this.contains(event.relatedTarget)) this.dismiss_();
  }

  // ---- the engine, and what it says ----

  async openSearch_() {
    const createSearch = /** @type {typeof CatchwordSearch} */ (this.constructor).createSearch;
    if (!createSearch) throw new Error('CatchwordSearch.createSearch is not set; call define(createSearch).');
    const base = this.getAttribute('base');
    if (!base) throw new Error('<catchword-search> has no base attribute; set it to the bundle’s folder.');
    const siteRoot = this.getAttribute('site-root');
    return createSearch({ base: absolute(base), ...(siteRoot === null ? {} : { siteRoot: absolute(siteRoot) }) });
  }

  /** @param {SearchState} state */
  render_(state) {
    if (!this.panel_) return;
    const before = this.drawn_;
    this.drawn_ = state;
    if (state.answer !== before.answer && state.answer?.query !== before.answer?.query) this.combobox_.activate(null);
    this.panel_.render(state);
    if (this.floats_ && this.closed_) this.panel_.root.hidden = true;
    this.toggleAttribute('busy', state.busy);
    this.toggleAttribute('open', !this.panel_.root.hidden);
    this.combobox_.expanded = !this.panel_.root.hidden && this.combobox_.options.length > 0;
    this.refreshBox_();
    if (this.goesOn_ && !state.busy) this.arrive_(before);
    this.tell_(before, state);
  }

  arrive_(before) {
    this.goesOn_ = false;
    this.combobox_.activate(this.combobox_.options[before.answer?.results.length ?? 0] ?? null);
  }

  tell_(before, { query, busy, answer, error }) {
    if (query !== before.query && query !== '') this.emit_('catchword-search', { query });
    if (error && error !== before.error) this.emit_('catchword-error', { query, error });
    if (answer && answer !== before.answer) {
      const { total, complete, unknown, results } = answer;
      const nothing = results.length === 0;
      this.emit_('catchword-results', { query, total, complete, results });
      if (nothing) this.emit_('catchword-noresults', { query, unknown });
    }
    if (!busy) this.announcer_.say(this.panel_.spoken(this.drawn_));
  }

  emit_(type, detail) {
    return this.dispatchEvent(
      new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: type === 'catchword-select' }),
    );
  }
}

function absolute(url) {
  return new URL(url, document.baseURI).href;
}

// A plain click on a heading of the very page that is open: nothing will be unloaded.
function leadsHere(link, { ctrlKey, metaKey, shiftKey, button }) {
  const samePage = link.href.split('#')[0] === location.href.split('#')[0];
  return samePage && button === 0 && !ctrlKey && !metaKey && !shiftKey;
}
