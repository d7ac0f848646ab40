// Says to assistive technology what the eye sees, once it has settled.
//
// The region is polite and is written only when a search has come to an end, so fast typing is not
// read out letter by letter; what is superseded is never said.

import { element } from './dom.js';

export class Announcer {
  constructor() {
    this.root = element('div', { class: 'unseen', role: 'status' });
  }

  /** @param {string} text  '' leaves the last words alone */
  say(text) {
    if (text !== '' && this.root.textContent !== text) this.root.textContent = text;
  }
}
