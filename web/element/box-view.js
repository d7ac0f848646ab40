// The box that the reader types in: a real search form around a real input.

import { element, icon, named, show } from './dom.js';

const kLens = 'M16 16l5 5M10.5 17.5a7 7 0 1 1 0-14 7 7 0 0 1 0 14z';
const kCross = 'M6 6l12 12M18 6L6 18';

/**
 * @typedef {object} Box
 * @property {HTMLFormElement} form
 * @property {HTMLInputElement} input
 * @property {HTMLButtonElement} clear  empties the input; in a dialog it closes it when empty
 */

/** @returns {Box} */
export function boxView() {
  const input = /** @type {HTMLInputElement} */ (
    element('input', {
      part: 'input',
      type: 'search',
      name: 'q',
      autocomplete: 'off',
      spellcheck: 'false',
      enterkeyhint: 'search',
      maxlength: '1000',
      dir: 'auto',
    })
  );
  const clear = /** @type {HTMLButtonElement} */ (
    element('button', { type: 'button', part: 'clear' }, icon(kCross))
  );
  const busy = named('span', 'busy');
  // A label, so that a touch anywhere in the box reaches the input.
  const box = named('label', 'box', icon(kLens), input, clear, busy);
  const form = /** @type {HTMLFormElement} */ (element('form', { part: 'form', role: 'search' }, box));
  return { form, input, clear };
}

/**
 * A page may have several boxes, so the landmark has the name too.
 * @param {Box} box
 * @param {import('./messages.js').Messages} messages
 * @param {string | null} placeholder
 */
export function labelBox({ form, input }, messages, placeholder) {
  const label = placeholder ?? messages.say('search');
  input.placeholder = label;
  for (const named of [form, input]) named.setAttribute('aria-label', label);
}

/**
 * @param {Box} box
 * @param {import('./messages.js').Messages} messages
 * @param {boolean} closes  the button of an empty box closes the dialog, so it stays
 */
export function refreshBox({ input, clear }, messages, closes) {
  const isEmpty = input.value === '';
  show(clear, closes || !isEmpty);
  clear.setAttribute('aria-label', messages.say(isEmpty ? 'leave' : 'clear'));
}

/** The button that looks like the box and opens the dialog. */
export function openerView() {
  const label = element('span');
  const key = element('kbd', { 'aria-hidden': 'true' }, '/');
  const attributes = { type: 'button', class: 'box opener', part: 'box opener', 'aria-haspopup': 'dialog' };
  const button = element('button', attributes, icon(kLens), label, key);
  return { button, label, key };
}
