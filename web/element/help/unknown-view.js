// Words that no page has, where the others found something all the same.

import { element, show } from '../dom.js';

export class UnknownView {
  /** @param {import('../messages.js').Messages} messages */
  constructor(messages) {
    this.messages_ = messages;
    this.root = element('p', { class: 'notice', part: 'notice' });
  }

  /** @param {import('../types.js').Found | null} answer */
  render(answer) {
    const words = answer?.results.length ? (answer.unknown ?? []) : [];
    show(this.root, words.length > 0);
    this.root.textContent = this.messages_.say('unknown', { words });
  }
}
