// What would find something where nothing was found.

import { element, show, textButton } from '../dom.js';
import { hasFilters } from '../request.js';

/** @typedef {import('../types.js').Found} Found */
/** @typedef {Partial<import('../types.js').Request>} Change */

const kSyntax = /["“”„«»()[\]{}:|+*~]|(^|\s)[-–](?=\S)|\b(AND|OR|NOT|NEAR)\b/g;
const kFewestLetters = 3;
const kProposals = 3;

/** The words of a query without what joins, quotes or forbids them. @param {string} query */
export const bareWords = (query) => query.replace(kSyntax, ' ').trim().replace(/\s+/g, ' ');

export class NoneView {
  /**
   * @param {import('../messages.js').Messages} messages
   * @param {(change: Change) => void} ask
   * @param {(prefix: string) => Promise<{ text: string }[]>} suggest
   */
  constructor(messages, ask, suggest) {
    this.messages_ = messages;
    this.ask_ = ask;
    this.suggest_ = suggest;
    this.proposals_ = element('p', { part: 'proposals' });
    this.root = element('div', {}, element('p', {}, element('small', {}, messages.say('hint'))), this.proposals_);
    /** @type {Found | null} */
    this.answer_ = null;
  }

  /** @param {Found | null} answer  that has no results; null when there is another or none */
  render(answer) {
    show(this.root, answer !== null);
    if (answer === this.answer_) return;
    this.answer_ = answer;
    this.proposals_.replaceChildren();
    if (answer) this.propose_(answer);
  }

  /** @param {Found} answer */
  async propose_(answer) {
    const { query, request } = answer;
    const bare = bareWords(query);
    if (hasFilters(request)) this.offer_(this.messages_.say('unfiltered'), { filters: {} });
    if (bare !== query && bare !== '') this.offer_(bare, { query: bare });
    const words = await this.alike_(answer.unknown ?? []);
    if (this.answer_ !== answer) return;
    for (const word of words) this.offer_(word, { query: word });
  }

  // Words of these pages that begin as an unknown one does; the more letters agree, the better.
  /** @param {string[]} unknown */
  async alike_([word = '']) {
    for (let size = word.length - 1; size >= kFewestLetters; size--) {
      const found = await this.suggest_(word.slice(0, size)).catch(() => []);
      if (found.length > 0) return found.slice(0, kProposals).map(({ text }) => text);
    }
    return [];
  }

  /**
   * @param {string} text
   * @param {Change} change
   */
  offer_(text, change) {
    const button = textButton('proposal', text);
    button.addEventListener('click', () => this.ask_(change));
    if (!this.proposals_.hasChildNodes()) this.proposals_.append(this.messages_.say('try'), ' ');
    this.proposals_.append(button, ' ');
  }
}
