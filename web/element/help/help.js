// Entry of the part `help`: for an answer that is another than was asked for, to some of the words, or none at all.

import english from './english.js';
import { NoneView } from './none-view.js';
import { UnderstoodView } from './understood-view.js';
import { UnknownView } from './unknown-view.js';

export class Help {
  /**
   * @param {object} box
   * @param {import('../panel-view.js').PanelView} box.panel
   * @param {import('../messages.js').Messages} box.messages
   * @param {(change: Partial<import('../types.js').Request>) => void} box.ask
   * @param {(prefix: string) => Promise<{ text: string }[]>} box.suggest
   */
  constructor({ panel, messages, ask, suggest }) {
    messages.add(english);
    this.understood_ = new UnderstoodView(messages, ask);
    this.unknown_ = new UnknownView(messages);
    this.none_ = new NoneView(messages, ask, suggest);
    panel.understood.replaceChildren(this.understood_.root, this.unknown_.root);
    panel.proposals.replaceChildren(this.none_.root);
  }

  /** @param {import('../types.js').Found | null} answer */
  render(answer) {
    this.understood_.render(answer);
    this.unknown_.render(answer);
    this.none_.render(answer?.results.length === 0 ? answer : null);
  }
}
