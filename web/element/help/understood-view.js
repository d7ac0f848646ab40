// How the query was understood, where that isn't as it was written.

import { element, show, textButton } from '../dom.js';

/** @typedef {import('../types.js').Found} Found */

/**
 * The query with the corrections in it; a correction of what doesn't stand there is passed over.
 * @param {string} query
 * @param {import('../types.js').Correction[]} corrections
 */
export function corrected(query, corrections) {
  let text = query;
  for (const { from, to } of corrections) {
    const at = text.toLowerCase().indexOf(from.toLowerCase());
    if (at >= 0) text = text.slice(0, at) + to + text.slice(at + from.length);
  }
  return text;
}

export class UnderstoodView {
  /**
   * @param {import('../messages.js').Messages} messages
   * @param {(change: Partial<import('../types.js').Request>) => void} ask
   */
  constructor(messages, ask) {
    this.messages_ = messages;
    this.ask_ = ask;
    this.root = element('p', { class: 'notice', part: 'understood' });
  }

  /** @param {Found | null} answer */
  render(answer) {
    const parts = answer ? this.corrections_(answer) : [];
    show(this.root, parts.length > 0);
    this.root.replaceChildren(...parts.flatMap((part) => [part, ' ']));
  }

  /** @param {Found} answer */
  corrections_({ query, interpretation }) {
    const corrections = interpretation?.corrections ?? [];
    if (corrections.length === 0) return [];
    const applied = corrections.filter((correction) => correction.applied);
    if (applied.length === 0) {
      const meant = corrected(query, corrections);
      return meant === query ? [] : [this.button_('meant', meant)]; // `from` has a space where the query may have a hyphen
    }
    const said = this.messages_.say('corrected', { query: corrected(query, applied) });
    return [element('b', { part: 'corrected' }, said), this.button_('instead', query, { correct: false })];
  }

  /**
   * @param {string} key
   * @param {string} query
   * @param {Partial<import('../types.js').Request>} [change]
   */
  button_(key, query, change = { query }) {
    const button = textButton(key, this.messages_.say(key, { query }));
    button.addEventListener('click', () => this.ask_(change));
    return button;
  }
}
