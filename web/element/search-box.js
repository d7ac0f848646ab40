// Box, panel and controllers put together in an element's shadow root: what the reader does goes to
// the search, and what the search says goes to the eye, the ear and the page.

import { Announcer } from './announcer.js';
import { boxView, labelBox, refreshBox } from './box-view.js';
import { ComboboxController } from './combobox-controller.js';
import { DialogController } from './dialog-controller.js';
import { adoptFallback } from './fallback.js';
import { leadsHere, optionOf, withTextFragment } from './links.js';
import { Messages } from './messages.js';
import { PanelView } from './panel-view.js';
import { ScrollController } from './scroll-controller.js';
import { SearchController } from './search-controller.js';
import { ShortcutController } from './shortcut-controller.js';
import { tell } from './events.js';
import { UrlState } from './url-state.js';

/** @typedef {import('./types.js').SearchState} SearchState */

export class SearchBox {
  /**
   * @param {HTMLElement & { limit: number }} host  whose attributes say what kind of box this is
   * @param {ShadowRoot} root
   * @param {() => Promise<import('./types.js').Search>} open
   */
  constructor(host, root, open) {
    this.host_ = host;
    this.messages_ = new Messages(host.closest('[lang]')?.getAttribute('lang') || 'en');
    this.box_ = boxView();
    this.panel_ = new PanelView(this.messages_);
    this.announcer_ = new Announcer();
    this.search_ = new SearchController({ open, limit: () => host.limit, changed: (state) => this.render_(state) });
    /** @type {SearchState} the state on show */
    this.drawn_ = this.search_.state;
    /** @type {ComboboxController} */
    this.combobox_ = this.makeCombobox_();
    this.scroll_ = new ScrollController(this.panel_, () => this.search_.more());
    this.floats_ = host.hasAttribute('popup');
    this.outside_ = (/** @type {Event} */ event) => this.pointed_(event);
    this.online_ = () => this.search_.retry();
    this.isAdopted_ = false;
    /** The popup was sent away and waits for a sign. */
    this.isAway_ = true;
    /** The arrow keys wait for more results. */
    this.goesOn_ = false;
    const content = [this.box_.form, this.panel_.root];
    this.dialog_ = host.hasAttribute('modal') ? this.makeDialog_(content) : null;
    this.shortcut_ = this.hasShortcut_ ? new ShortcutController(() => this.focus()) : null;
    this.urlState_ = host.hasAttribute('url-state') ? this.makeUrlState_() : null;
    this.assemble_(root, content);
    this.listen_();
    this.label();
    this.render_(this.drawn_);
  }

  get query() {
    return this.box_.input.value;
  }

  set query(query) {
    this.box_.input.value = query;
    this.asked_();
  }

  get answer() {
    return this.drawn_.answer;
  }

  /** For an element that has entered a page. */
  start() {
    this.shortcut_?.start();
    this.urlState_?.start();
    document.addEventListener('pointerdown', this.outside_);
    addEventListener('online', this.online_);
    if (!this.isAdopted_) this.takeOver_();
  }

  /** For an element that has left it: what is under way is given up. */
  stop() {
    this.shortcut_?.stop();
    this.urlState_?.stop();
    document.removeEventListener('pointerdown', this.outside_);
    removeEventListener('online', this.online_);
    this.search_.stop();
  }

  /** For another bundle. */
  reset() {
    this.search_.reset();
  }

  focus() {
    if (this.dialog_) this.dialog_.open();
    else this.box_.input.focus();
  }

  preload() {
    this.search_.warm();
  }

  /** Writes the words in the box anew. */
  label() {
    const placeholder = this.host_.getAttribute('placeholder');
    labelBox(this.box_, this.messages_, placeholder);
    this.dialog_?.label(this.messages_, placeholder ?? this.messages_.say('search'), this.hasShortcut_);
  }

  // ---- putting together ----

  get hasShortcut_() {
    const shortcut = this.host_.getAttribute('shortcut');
    return shortcut === null ? this.host_.hasAttribute('modal') : shortcut !== 'none';
  }

  makeCombobox_() {
    return new ComboboxController({
      input: this.box_.input,
      list: this.panel_.list,
      open: () => this.comeBack_(),
      dismiss: () => this.dismiss_(),
      end: () => this.goOn_(),
    });
  }

  /** @param {Node[]} content */
  makeDialog_(content) {
    return new DialogController({ content: [...content, this.announcer_.root], opened: () => this.box_.input.select() });
  }

  makeUrlState_() {
    return new UrlState(this.host_.getAttribute('url-state') || 'q', (query) => {
      if (query !== this.query) this.query = query;
    });
  }

  /**
   * @param {ShadowRoot} root
   * @param {Node[]} content
   */
  assemble_(root, content) {
    this.panel_.root.classList.toggle('above', this.floats_ && !this.dialog_);
    if (this.dialog_) root.append(this.dialog_.opener, this.dialog_.dialog);
    else root.append(...content, this.announcer_.root);
  }

  listen_() {
    const { form, input, clear } = this.box_;
    const { host_: host } = this;
    for (const sign of ['pointerenter', 'focusin']) host.addEventListener(sign, () => this.preload());
    host.addEventListener('focusout', (event) => this.left_(event));
    input.addEventListener('input', (event) => this.typed_(/** @type {InputEvent} */ (event)));
    input.addEventListener('compositionend', () => this.asked_());
    input.addEventListener('focus', () => this.entered_());
    input.addEventListener('click', () => this.comeBack_());
    form.addEventListener('submit', (event) => this.submitted_(event));
    clear.addEventListener('click', () => this.cleared_());
    this.panel_.more.addEventListener('click', () => this.search_.more());
    this.panel_.retry.addEventListener('click', () => this.search_.retry());
    for (const click of ['click', 'auxclick']) {
      this.panel_.list.addEventListener(click, (event) => this.selected_(/** @type {MouseEvent} */ (event)));
    }
  }

  // What the page's own form holds, and what the address asks for.
  takeOver_() {
    this.isAdopted_ = true;
    const { typed, isFocused } = adoptFallback(this.host_, this.box_);
    const query = typed || this.urlState_?.query;
    if (query) this.query = query;
    if (isFocused) this.focus();
  }

  // ---- what the reader does ----

  /** @param {InputEvent} event */
  typed_(event) {
    // Half a syllable is no word; compositionend brings the whole.
    if (event.isComposing) this.refreshBox_();
    else this.asked_();
  }

  asked_() {
    this.isAway_ = false;
    this.urlState_?.typed(this.query.trim());
    this.search_.ask(this.query);
    this.refreshBox_();
  }

  // A keyboard that comes up from below would cover the results, so the box goes to the top.
  entered_() {
    this.comeBack_();
    if (hasNoMouse() && !this.dialog_) this.host_.scrollIntoView({ block: 'start' });
  }

  // Enter with nothing chosen: the search is meant. The first result is offered to the next Enter;
  // where there is no mouse the keyboard makes room for the results instead.
  /** @param {Event} event */
  submitted_(event) {
    const cannotSearch = this.drawn_.error !== null && !this.drawn_.answer;
    if (cannotSearch && this.box_.form.hasAttribute('action')) return;
    event.preventDefault();
    this.asked_();
    this.urlState_?.meant();
    if (hasNoMouse()) this.box_.input.blur();
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

  /** @param {MouseEvent} event */
  selected_(event) {
    const link = optionOf(event);
    const position = Number(link?.dataset.result);
    const result = this.answer?.results[position];
    if (!link || !result) return;
    this.urlState_?.meant();
    if (link.href) link.href = withTextFragment(link.href, result.passages[Number(link.dataset.passage)]);
    if (!tell(this.host_, 'select', { query: this.answer?.query, result, position })) event.preventDefault();
    else if (leadsHere(link, event)) this.dismiss_();
  }

  // The arrow went past the last result: on to the next page of them, if there is one.
  goOn_() {
    this.goesOn_ = this.search_.hasMore;
    this.search_.more();
    return this.goesOn_;
  }

  // ---- what floats ----

  /** @returns {boolean} whether there are results to choose from */
  comeBack_() {
    if (this.isAway_) {
      this.isAway_ = false;
      this.render_(this.drawn_);
    }
    return this.combobox_.options.length > 0;
  }

  // Sends away what floats, or empties the box; whether there was anything to do.
  dismiss_() {
    if (this.dialog_) {
      this.dialog_.close();
      return true;
    }
    if (this.floats_ && !this.panel_.root.hidden) {
      this.isAway_ = true;
      this.render_(this.drawn_);
      return true;
    }
    if (this.query === '') return false;
    this.query = '';
    return true;
  }

  /** @param {Event} event */
  pointed_(event) {
    if (this.isUp_ && !event.composedPath().includes(this.host_)) this.dismiss_();
  }

  /** @param {FocusEvent} event */
  left_(event) {
    const { relatedTarget } = event;
    if (this.isUp_ && relatedTarget instanceof Node && !this.host_.contains(relatedTarget)) this.dismiss_();
  }

  get isUp_() {
    return this.floats_ && !this.dialog_ && !this.isAway_ && !this.panel_.root.hidden;
  }

  // ---- what the search says ----

  /** @param {SearchState} state */
  render_(state) {
    const before = this.drawn_;
    const isNew = state.answer?.query !== before.answer?.query;
    this.drawn_ = state;
    if (isNew) this.combobox_.activate(null);
    this.panel_.render(state);
    if (this.floats_ && !this.dialog_ && this.isAway_) this.panel_.root.hidden = true;
    if (isNew) this.scroll_.rewind();
    this.showState_(state);
    if (this.goesOn_ && !state.busy) this.arrive_(before);
    this.report_(before, state);
  }

  /** @param {SearchState} state */
  showState_({ busy }) {
    this.host_.toggleAttribute('busy', busy);
    this.host_.toggleAttribute('open', !this.panel_.root.hidden);
    this.combobox_.expanded = !this.panel_.root.hidden && this.combobox_.options.length > 0;
    this.refreshBox_();
  }

  refreshBox_() {
    refreshBox(this.box_, this.messages_, this.dialog_ !== null);
  }

  /** @param {SearchState} before */
  arrive_(before) {
    this.goesOn_ = false;
    const next = String(before.answer?.results.length);
    this.combobox_.activate(this.combobox_.options.find(({ dataset }) => dataset.result === next) ?? null);
  }

  /**
   * @param {SearchState} before
   * @param {SearchState} now
   */
  report_(before, now) {
    const { query, busy, answer, error } = now;
    if (query !== before.query && query !== '') tell(this.host_, 'search', { query });
    if (error && error !== before.error) tell(this.host_, 'error', { query, error });
    if (answer && answer !== before.answer) this.reportAnswer_(answer);
    if (!busy) this.announcer_.say(this.panel_.spoken(now));
  }

  /** @param {import('./types.js').Answer & { query: string }} answer */
  reportAnswer_({ query, total, complete, unknown, results }) {
    tell(this.host_, 'results', { query, total, complete, results });
    if (results.length === 0) tell(this.host_, 'noresults', { query, unknown });
  }
}

function hasNoMouse() {
  return matchMedia('(hover: none)').matches;
}
