// Box, panel and controllers put together in an element's shadow root: what the reader does goes to
// the search, and what the search says goes to the eye, the ear and the page.

import { Announcer } from './announcer.js';
import { boxView, labelBox, refreshBox } from './box-view.js';
import { ComboboxController } from './combobox-controller.js';
import { DialogController } from './dialog-controller.js';
import { keepFocus } from './dom.js';
import { Extras, once } from './extras.js';
import { adoptFallback } from './fallback.js';
import { leadsHere, optionOf, targetOf } from './links.js';
import { Messages } from './messages.js';
import { PanelView } from './panel-view.js';
import { hasFilters } from './request.js';
import { ScrollController } from './scroll-controller.js';
import { SearchController } from './search-controller.js';
import { ShortcutController } from './shortcut-controller.js';
import { tell } from './events.js';

/** @typedef {import('./types.js').SearchState} SearchState */
/** @typedef {Partial<import('./types.js').Request>} Change */

export class SearchBox {
  /**
   * @param {HTMLElement & { limit: number }} host  whose attributes say what kind of box this is
   * @param {ShadowRoot} root
   * @param {() => Promise<import('./types.js').Search>} open
   * @param {import('./types.js').LoadPart} load
   */
  constructor(host, root, open, load) {
    this.host_ = host;
    this.root_ = root;
    this.load_ = load;
    this.messages = new Messages(host.closest('[lang]')?.getAttribute('lang') || 'en');
    this.box_ = boxView();
    const ask = (/** @type {Change} */ change) => this.refine_(change);
    const suggest = (/** @type {string} */ prefix) => this.suggest_(prefix);
    this.panel_ = new PanelView(this.messages);
    this.announcer_ = new Announcer();
    this.search_ = new SearchController({
      open: () => this.open_(open),
      limit: () => host.limit,
      changed: (state) => this.render_(state),
      pause,
      prepare: (answer) => this.extras_.prepare(answer),
      draw: () => this.draw_(),
    });
    this.extras_ = new Extras({ host, root, panel: this.panel_, messages: this.messages, load, ask, suggest });
    /** @type {SearchState} the state on show */
    this.drawn_ = this.search_.state;
    /** @type {ComboboxController} */
    this.combobox_ = this.makeCombobox_();
    this.scroll_ = new ScrollController(this.panel_, () => this.search_.more());
    /** Aborted when the element leaves the page, until it is back. */
    this.stay_ = new AbortController();
    this.isAdopted_ = false;
    /** The popup was sent away and waits for a sign. */
    this.isAway_ = true;
    /** The place of the result that the arrow keys wait for; '' for none. */
    this.goesOn_ = '';
    const content = [this.box_.form, this.panel_.root];
    this.dialog_ = host.hasAttribute('modal') ? this.makeDialog_(content) : null;
    this.floats_ = !this.dialog_ && host.hasAttribute('popup');
    this.shortcut_ = this.hasShortcut_ ? new ShortcutController(() => this.focus()) : null;
    /** Comes with the first sign of intent, an address with a query among them. @type {import('./url-state.js').UrlState | null} */
    this.urlState_ = null;
    this.loadUrlState_ = once(() => this.startUrlState_());
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

  get request() {
    return this.search_.state.request;
  }

  /** For an element that has entered a page. */
  start() {
    this.stay_ = new AbortController();
    const { signal } = this.stay_;
    this.shortcut_?.start(signal);
    this.urlState_?.start(signal);
    document.addEventListener('pointerdown', (event) => this.pointed_(event), { signal });
    addEventListener('online', () => this.retry_(), { signal });
    this.retry_();
    if (!this.isAdopted_) this.takeOver_();
  }

  /** For an element that has left it: what is under way is given up. */
  stop() {
    this.stay_.abort();
    this.search_.stop();
  }

  /** For another bundle. */
  reset() {
    this.search_.reset();
    this.extras_.reset();
  }

  focus() {
    if (this.dialog_) this.dialog_.open();
    else this.box_.input.focus();
  }

  preload() {
    this.search_.warm();
  }

  /** Asks with other filters, in another order, or for another query, as the reader may. @param {Change} change */
  ask(change) {
    this.refine_(change);
  }

  /** Writes the words that stay anew. */
  label() {
    const placeholder = this.host_.getAttribute('placeholder');
    labelBox(this.box_, this.messages, placeholder);
    this.panel_.label();
    this.dialog_?.label(this.messages, placeholder ?? this.messages.say('search'), this.hasShortcut_);
    this.refreshBox_();
  }

  // ---- putting together ----

  // The language, and what else the first results are drawn with, come beside the engine.
  /**
   * @param {() => Promise<import('./types.js').Search>} open
   * @returns {Promise<import('./types.js').Search>}
   */
  async open_(open) {
    const words = this.messages.complete(this.load_).then(() => this.label());
    const [search] = await Promise.all([open(), words, this.extras_.early(), this.loadUrlState_()]);
    this.messages.say('results', { n: 0 });  // what numbers are written with is dear to make, and no letter should wait for it
    if (this.host_.matches(':focus-within')) this.offer_();
    return search;
  }

  /**
   * @param {string} prefix
   * @returns {Promise<{ text: string }[]>}
   */
  async suggest_(prefix) {
    const search = await this.search_.opened();
    return (await search.suggest?.(prefix)) ?? [];
  }

  get hasShortcut_() {
    const shortcut = this.host_.getAttribute('shortcut');
    return shortcut === null ? this.host_.hasAttribute('modal') : shortcut !== 'none';
  }

  makeCombobox_() {
    return new ComboboxController({
      input: this.box_.input,
      list: this.panel_.list,
      settle: () => this.panel_.results.draw(Infinity),
      open: () => this.comeBack_(),
      dismiss: () => this.dismiss_(),
      end: () => this.goOn_(),
    });
  }

  /** @param {Node[]} content */
  makeDialog_(content) {
    return new DialogController({ content: [...content, this.announcer_.root], opened: () => this.box_.input.select() });
  }

  /** The name of the query in the page's address; null when the address is left alone. */
  get urlParameter_() {
    const name = this.host_.getAttribute('url-state');
    return name === null ? null : name || 'q';
  }

  async startUrlState_() {
    if (this.urlParameter_ === null) return;
    const { UrlState } = await this.load_('url-state');
    this.urlState_ = /** @type {import('./url-state.js').UrlState} */ (new UrlState(this.urlParameter_, (/** @type {Change} */ request) => this.moved_(request)));
    if (this.host_.isConnected) this.urlState_.start(this.stay_.signal);
  }

  // Back or forward led to another request.
  /** @param {Change} request */
  moved_(request) {
    this.box_.input.value = request.query ?? '';
    this.seek_(request);
  }

  /**
   * @param {ShadowRoot} root
   * @param {Node[]} content
   */
  assemble_(root, content) {
    this.panel_.root.classList.toggle('above', this.floats_);
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
    this.panel_.retry.addEventListener('click', () => this.retry_());
    this.panel_.list.addEventListener('pointerdown', () => this.panel_.results.draw(Infinity));
    for (const click of ['click', 'auxclick']) {
      this.panel_.list.addEventListener(click, (event) => this.selected_(/** @type {MouseEvent} */ (event)));
    }
  }

  // What the page's own form holds, and what the address asks for.
  takeOver_() {
    this.isAdopted_ = true;
    const { typed, isFocused } = adoptFallback(this.host_, this.box_);
    if (typed) this.query = typed;
    else if (this.isInAddress_) this.inAddress_((state) => this.query === '' && this.moved_(state.request));
    if (isFocused) this.focus();
  }

  get isInAddress_() {
    return [...new URLSearchParams(location.search).keys()].some((name) => name.split('.')[0] === this.urlParameter_);
  }

  // ---- what the reader does ----

  /** @param {InputEvent} event */
  typed_(event) {
    // Half a syllable is no word; compositionend brings the whole.
    if (event.isComposing) this.refreshBox_();
    else this.asked_();
  }

  asked_() {
    this.seek_({});
    this.inAddress_((state) => state.write(this.request, false));
  }

  /** @param {Change} change  beside what stands in the box */
  seek_(change) {
    this.isAway_ = false;
    this.search_.ask({ query: this.query, ...change });
    this.offer_();
  }

  // What is done before its part has come is written when it has.
  /** @param {(state: import('./url-state.js').UrlState) => unknown} use */
  async inAddress_(use) {
    if (!this.urlState_) await this.loadUrlState_();
    if (this.urlState_) use(this.urlState_);
  }

  // Where no answer is on show, what was searched before.
  offer_() {
    if (!this.drawn_.answer && !this.isAway_ && this.extras_.entered(this.query)) this.showState_(this.drawn_);
    else this.refreshBox_();
  }

  // Chosen, not typed: it is to be found again.
  /** @param {Change} change */
  refine_(change) {
    if (change.query !== undefined) this.box_.input.value = change.query;
    this.search_.ask(change);
    this.inAddress_((state) => state.write(this.request, true));
    this.refreshBox_();
    if (!this.panel_.root.contains(this.root_.activeElement)) this.focus();
  }

  // A keyboard that comes up from below would cover the results, so the box goes to the top.
  entered_() {
    this.comeBack_();
    this.offer_();
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
    this.meant_();
    if (hasNoMouse()) this.box_.input.blur();
    else if (!this.drawn_.busy) this.combobox_.activate(this.combobox_.options[0] ?? null);
  }

  meant_() {
    this.inAddress_((state) => state.meant());
    this.extras_.meant(this.query);
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
    if (!link) return;
    const { result: place, passage, query } = link.dataset;
    const position = Number(place);
    const result = this.answer?.results[position];
    if (query !== undefined) this.refine_({ query });
    else if (passage === 'all') this.expand_(position);
    else if (result) this.follow_(event, link, result, position, Number(passage));
  }

  /**
   * @param {MouseEvent} event
   * @param {HTMLAnchorElement} link
   * @param {import('./types.js').Result} result
   * @param {number} position
   * @param {number} passage
   */
  follow_(event, link, result, position, passage) {
    this.meant_();
    const words = this.host_.hasAttribute('highlight') ? this.answer : null;
    if (link.href) link.href = targetOf(link.href, result.passages[passage], words);
    if (!tell(this.host_, 'select', { query: this.answer?.query, result, position })) event.preventDefault();
    else if (leadsHere(link, event)) this.dismiss_();
  }

  retry_() {
    const { again } = this.drawn_;
    if (again) again();
    else this.search_.retry();
  }

  /** @param {number} position */
  async expand_(position) {
    const { request } = this;
    try {
      const { expand } = await this.load_('passages');
      const option = await expand(this.search_, this.panel_.list, position);
      this.render_(this.search_.state);
      if (option) this.combobox_.activate(option);
    } catch (error) {
      const again = () => this.expand_(position);
      if (request === this.request) this.render_({ ...this.search_.state, error: /** @type {Error} */ (error), again });
    }
  }

  // The arrow went past the last result: on to the next page of them, if there is one.
  goOn_() {
    this.goesOn_ = this.search_.hasMore ? String(this.answer?.results.length) : '';
    this.search_.more();
    return this.goesOn_ !== '';
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

  // Sends away what floats, or empties the box, or lifts the filters; whether there was anything to do.
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
    if (this.panel_.offer(null, [])) this.showState_(this.drawn_);
    else if (this.query !== '') this.query = '';
    else if (hasFilters(this.request)) this.refine_({ filters: {} });
    else return false;
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
    return this.floats_ && !this.isAway_ && !this.panel_.root.hidden;
  }

  // ---- what the search says ----

  /** @param {SearchState} state */
  render_(state) {
    const before = this.drawn_;
    const isNew = state.answer?.request !== before.answer?.request;
    this.drawn_ = state;
    if (isNew) this.combobox_.activate(null);
    keepFocus(this.root_, this.panel_.root, () => this.panel_.render(state));
    if (this.floats_ && this.isAway_) this.panel_.root.hidden = true;
    if (isNew) this.scroll_.rewind();
    this.showState_(state);
    if (this.goesOn_ && !state.busy) this.arrive_();
    this.report_(before, state);
  }

  draw_() {
    keepFocus(this.root_, this.panel_.root, () => this.panel_.results.draw());
    this.showState_(this.drawn_);
    return this.panel_.results.isLeft;
  }

  /** @param {SearchState} state */
  showState_({ busy, answer }) {
    // That results are still to come is for whoever waits for them; the reader sees no sign of it.
    if (busy || answer?.unfinished || this.panel_.results.isLeft) this.host_.setAttribute('busy', busy ? '' : 'drawing');
    else this.host_.removeAttribute('busy');
    this.host_.toggleAttribute('open', !this.panel_.root.hidden);
    this.combobox_.expanded = !this.panel_.root.hidden && !this.panel_.list.hidden;
    this.refreshBox_();
  }

  refreshBox_() {
    refreshBox(this.box_, this.messages, this.dialog_ !== null);
  }

  arrive_() {
    this.combobox_.activate(this.combobox_.options.find(({ dataset }) => dataset.result === this.goesOn_) ?? null);
    this.goesOn_ = '';
  }

  /**
   * @param {SearchState} before
   * @param {SearchState} now
   */
  report_(before, now) {
    const { query, request, busy, answer, error } = now;
    if (request !== before.request && busy) tell(this.host_, 'search', { query, filters: request.filters, sort: request.sort });
    if (error && error !== before.error) tell(this.host_, 'error', { query, error });
    if (answer && !answer.unfinished && answer !== before.answer) {
      this.reportAnswer_(answer);
      this.extras_.answered(this.search_, answer);
    }
    if (!busy) this.announcer_.say(this.panel_.spoken(now));
  }

  /** @param {import('./types.js').Found} answer */
  reportAnswer_({ query, total, complete, unknown, results }) {
    tell(this.host_, 'results', { query, total, complete, results });
    if (!results.length) tell(this.host_, 'noresults', { query, unknown });
  }
}

function hasNoMouse() {
  return matchMedia('(hover: none)').matches;
}

/**
 * Resolves after some time, or once what has changed is on the screen; soon, where nothing is painted.
 * @param {number} [ms]
 */
function pause(ms) {
  return new Promise((resolve) => {
    if (!ms) requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, ms || 100);
  });
}
