// The search as a dialog: a button that looks like the box, a <dialog>, and the keys that open it.
//
// The browser's modal dialog keeps the focus inside, closes on Escape and gives the focus back.

import { element } from './dom.js';
import { openerView } from './box-view.js';

export class DialogController {
  /**
   * @param {object} options
   * @param {Node[]} options.content  box and panel
   * @param {() => void} options.opened
   */
  constructor({ content, opened }) {
    this.opened_ = opened;
    const { button, label, key } = openerView();
    this.opener = button;
    this.label_ = label;
    this.key_ = key;
    this.keys_ = element('p', { class: 'keys', 'aria-hidden': 'true' });
    this.dialog = /** @type {HTMLDialogElement} */ (
      element('dialog', { class: 'above', part: 'dialog' }, ...content, this.keys_)
    );
    button.addEventListener('click', () => this.open());
    this.dialog.addEventListener('click', (event) => this.clicked_(event));
  }

  open() {
    if (this.dialog.open) return;
    this.dialog.showModal();
    this.opened_();
  }

  close() {
    this.dialog.close();
  }

  /**
   * @param {import('./messages.js').Messages} messages
   * @param {string} label
   * @param {boolean} hasShortcut
   */
  label(messages, label, hasShortcut) {
    this.label_.textContent = label;
    this.dialog.setAttribute('aria-label', messages.say('search'));
    this.key_.hidden = !hasShortcut;
    if (hasShortcut) this.opener.setAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
    this.keys_.replaceChildren(
      element('span', {}, element('kbd', {}, '↑↓'), messages.say('choose')),
      element('span', {}, element('kbd', {}, '↵'), messages.say('open')),
      element('span', {}, element('kbd', {}, 'esc'), messages.say('close')),
    );
  }

  // Outside the dialog's rectangle lies the backdrop, which belongs to it.
  /** @param {MouseEvent} event */
  clicked_(event) {
    const { target, offsetX: x, offsetY: y } = event;
    const { offsetWidth, offsetHeight } = this.dialog;
    if (target === this.dialog && (x < 0 || y < 0 || x > offsetWidth || y > offsetHeight)) this.close();
  }
}
