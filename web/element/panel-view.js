// What is shown under the box: the count, the results, what went wrong and what to try.
//
// render() is given whole states and touches only what differs. Results of the same query are
// appended to, so neither the reader's place nor the active option is lost when more arrive.

import { element, show } from './dom.js';
import { resultView } from './result-view.js';

/** @typedef {import('./types.js').SearchState} SearchState */
/** @typedef {import('./types.js').Answer} Answer */
/** @typedef {Answer & { query: string }} Found */

export class PanelView {
  /** @param {import('./messages.js').Messages} messages */
  constructor(messages) {
    this.messages_ = messages;
    this.drawn_ = { query: '', count: 0 };
    this.summary_ = element('p', { class: 'summary', part: 'summary' });
    this.notice_ = element('p', { class: 'notice', part: 'notice' });
    this.reason_ = element('p', {});
    this.retry = element('button', { class: 'text', part: 'retry', type: 'button' }, messages.say('retry'));
    this.error_ = element('div', { class: 'error', part: 'error' }, this.reason_, this.retry);
    this.none_ = element('div', { class: 'none', part: 'none' });
    this.list = element('div', { id: 'results', part: 'list', role: 'listbox', 'aria-label': messages.say('label') });
    this.more = element('button', { class: 'text', part: 'more', type: 'button' }, messages.say('more'));
    this.shown_ = element('span');
    this.foot = element('div', { class: 'foot', part: 'foot' }, this.shown_, this.more);
    const helped = element('slot', { name: 'no-results' });
    this.noHelp_ = element('div', {}, helped);
    this.root = element(
      'div',
      { class: 'panel', part: 'panel', tabindex: '-1' },
      this.error_, this.summary_, this.notice_, this.list, this.none_, this.noHelp_, this.foot,
    );
  }

  /** @param {SearchState} state */
  render({ answer, error }) {
    const found = answer !== null && answer.results.length > 0;
    this.drawError_(error);
    this.drawSummary_(found ? answer : null);
    this.drawUnknown_(answer);
    this.drawNone_(answer && !found ? answer : null);
    this.drawResults_(answer);
    this.drawFoot_(found ? answer : null);
    show(this.root, answer !== null || error !== null);
  }

  /**
   * How a voice puts the state; '' when there is nothing to say.
   * @param {SearchState} state
   */
  spoken({ answer, error, busy }) {
    if (error) return this.reason_.textContent ?? '';
    if (busy || !answer) return '';
    if (answer.results.length === 0) return this.messages_.say('none', { query: answer.query });
    return this.summary_.textContent ?? '';
  }

  /** @param {(Error & { remedy?: string }) | null} error */
  drawError_(error) {
    show(this.error_, error !== null);
    if (!error) return;
    const lost = navigator.onLine === false;
    const said = this.messages_.say(lost ? 'offline' : 'failed');
    const detail = lost ? '' : [error.message, error.remedy].filter(Boolean).join(' ');
    this.reason_.replaceChildren(said, ' ', element('small', {}, detail));
  }

  /** @param {Answer | null} answer */
  drawSummary_(answer) {
    show(this.summary_, answer !== null);
    if (!answer) return;
    const { total, exact, complete } = answer;
    const count = this.messages_.say(exact === false ? 'atLeast' : 'results', { n: total });
    const all = complete !== undefined && complete < total;
    const whole = complete === 0 ? 'completeNone' : 'complete';
    this.summary_.textContent = all ? `${count} · ${this.messages_.say(whole, { n: complete })}` : count;
  }

  /** @param {Answer | null} answer */
  drawUnknown_(answer) {
    // Where nothing was found at all, that says it.
    const words = answer?.results.length ? (answer.unknown ?? []) : [];
    show(this.notice_, words.length > 0);
    if (words.length > 0) this.notice_.textContent = this.messages_.say('unknown', { words });
  }

  /** @param {Found | null} answer */
  drawNone_(answer) {
    show(this.none_, answer !== null);
    show(this.noHelp_, answer !== null);
    if (!answer) return;
    const said = this.messages_.say('none', { query: answer.query });
    const hint = this.messages_.say('hint');
    this.none_.replaceChildren(element('p', { class: 'title' }, said), element('p', {}, element('small', {}, hint)));
  }

  /** @param {Found | null} answer */
  drawResults_(answer) {
    const results = answer?.results ?? [];
    const continues = answer !== null && answer.query === this.drawn_.query && results.length >= this.drawn_.count;
    if (!continues) {
      this.list.replaceChildren();
      this.drawn_ = { query: answer?.query ?? '', count: 0 };
    }
    for (; this.drawn_.count < results.length; this.drawn_.count++) {
      const result = results[this.drawn_.count];
      this.groupFor_(result).append(...resultView(result, this.drawn_.count, this.messages_));
    }
    show(this.list, results.length > 0);
  }

  // Pages that lack a word follow the others, in a group with a name.
  /** @param {import('./types.js').Result} result */
  groupFor_(result) {
    const last = this.list.lastElementChild;
    if (!result.partial) return last ?? this.startGroup_({ role: 'presentation' });
    if (last?.getAttribute('role') === 'group') return last;
    const label = this.messages_.say('partial');
    const group = this.startGroup_({ role: 'group', 'aria-label': label });
    group.append(element('p', { class: 'group', part: 'separator', 'aria-hidden': 'true' }, label));
    return group;
  }

  /** @param {Record<string, string>} attributes */
  startGroup_(attributes) {
    const group = element('div', attributes);
    this.list.append(group);
    return group;
  }

  /** @param {Answer | null} answer */
  drawFoot_(answer) {
    const rest = answer !== null && answer.results.length < answer.total;
    show(this.foot, rest);
    if (!rest) return;
    this.shown_.textContent = this.messages_.say('shown', { shown: answer.results.length, n: answer.total });
  }
}
