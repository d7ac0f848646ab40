// What is shown under the box: the count, the results, what went wrong and what to try.
//
// render() is given whole states and touches only what differs, and leaves the results to draw().

import { element, named, show, textButton } from './dom.js';
import { hasFilters } from './request.js';
import { ResultsView } from './results-view.js';

/** @typedef {import('./types.js').SearchState} SearchState */
/** @typedef {import('./types.js').Found} Found */

export class PanelView {
  /** @param {import('./messages.js').Messages} messages */
  constructor(messages) {
    this.messages_ = messages;
    /** What render() was given last. @type {Partial<SearchState>} */
    this.state_ = {};
    /** Comes when it is needed. @type {{ render: (answer: Found | null) => void } | null} */
    this.help = null;
    this.summary_ = named('p', 'summary');
    /** Places for the filters, which come later: beside the count, and below it. */
    this.tools = named('div', 'tools');
    this.chips = named('div', 'chips');
    this.drawer = element('div', { part: 'filters' });
    this.head_ = named('div', 'head', this.summary_, this.tools);
    /** Places for the help, which comes later: above the results, and where there are none. */
    this.understood = element('div');
    this.proposals = element('div');
    this.reason_ = element('p', {});
    this.retry = textButton('retry', '');
    this.error_ = named('div', 'error', this.reason_, this.retry);
    this.nothing_ = element('p', { class: 'title' });
    this.none_ = named('div', 'none', this.nothing_, this.proposals, element('slot', { name: 'no-results' }));
    /** What stands above options that are no results. */
    this.offer_ = element('div');
    this.results = new ResultsView(messages);
    this.list = this.results.list;
    this.more = textButton('more', '');
    this.shown_ = element('span');
    this.foot = named('div', 'foot', this.shown_, this.more);
    this.root = element(
      'div',
      { class: 'panel', part: 'panel', tabindex: '-1' },
      this.error_, this.head_, this.drawer, this.chips, this.understood,
      this.offer_, this.list, this.none_, this.foot,
    );
  }

  /** Writes the words that stay, in the language that has come. */
  label() {
    this.retry.textContent = this.messages_.say('retry');
    this.more.textContent = this.messages_.say('more');
    this.results.label();
  }

  /** @param {SearchState} state */
  render(state) {
    const { answer, error, busy } = state;
    if (answer) this.offer(null, []);
    if (answer !== this.state_.answer) this.results.update(answer?.results ?? [], answer?.unfinished);
    else if (!busy) this.results.draw(Infinity);
    if (answer !== this.state_.answer || error !== this.state_.error) this.draw_(state);
    this.state_ = state;
    show(this.root, answer || error || this.isOffering_);
  }

  /** @param {SearchState} state */
  draw_({ answer, error }) {
    const found = answer?.results.length ? answer : null;
    const isFiltered = answer && hasFilters(answer.request);
    this.drawError_(error);
    for (const part of [this.head_, this.drawer]) show(part, found || isFiltered);
    show(this.chips, isFiltered);
    this.summary_.replaceChildren(...(found ? this.counted_(found) : []));
    this.help?.render(answer);
    this.drawNone_(found ? null : answer);
    if (!answer?.unfinished) this.drawFoot_(found);
  }

  get isOffering_() {
    return this.offer_.hasChildNodes();
  }

  /**
   * Other options in the place of results; null takes them back.
   * @param {HTMLElement | null} head  stands above them
   * @param {HTMLElement[]} options
   * @returns {boolean} whether there was anything to do
   */
  offer(head, options) {
    if (!head && !this.isOffering_) return false;
    this.offer_.replaceChildren(...(head ? [head] : []));
    this.results.complete.replaceChildren(...options);
    show(this.list, options.length);
    show(this.root, head);
    return true;
  }

  /**
   * How a voice puts the state; '' when there is nothing to say.
   * @param {SearchState} state
   */
  spoken({ answer, error, busy }) {
    if (error) return this.reason_.textContent ?? '';
    if (busy || !answer) return '';
    if (!answer.results.length) return this.messages_.say('none', { query: answer.query });
    return [this.summary_.textContent, this.understood.querySelector('b')?.textContent].filter(Boolean).join('. ');
  }

  /** @param {(Error & { remedy?: string }) | null} error */
  drawError_(error) {
    show(this.error_, error);
    if (!error) return;
    const lost = navigator.onLine === false;
    const said = this.messages_.say(lost ? 'offline' : 'failed');
    const detail = lost ? '' : [error.message, error.remedy].filter(Boolean).join(' ');
    this.reason_.replaceChildren(said, ' ', element('small', {}, detail));
  }

  /**
   * The phrases of the count: where there is room for one only, the other stands in the next line, without its dot.
   * @param {Found} answer
   */
  counted_({ total, exact, complete }) {
    const count = this.messages_.say(exact === false ? 'atLeast' : 'results', { n: total });
    if (complete === undefined || complete >= total) return [count];
    const rest = this.messages_.say(complete === 0 ? 'completeNone' : 'complete', { n: complete });
    return [element('span', {}, count), ' ', element('span', {}, element('i', {}, '· '), rest)];
  }

  /** @param {Found | null} answer */
  drawNone_(answer) {
    show(this.none_, answer);
    if (answer) this.nothing_.textContent = this.messages_.say('none', { query: answer.query });
  }

  /** @param {Found | null} answer */
  drawFoot_(answer) {
    const rest = answer && answer.results.length < answer.total;
    show(this.foot, rest);
    if (rest) this.shown_.textContent = this.messages_.say('shown', { shown: answer.results.length, n: answer.total });
  }
}
