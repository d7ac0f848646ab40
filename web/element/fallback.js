// The form that the page holds for the time before the element runs, and for readers without scripts.

/**
 * Takes over where the page's own form leads, and what its input is called.
 * @param {HTMLElement} host
 * @param {import('./box-view.js').Box} box
 * @returns {{ typed: string, isFocused: boolean }} what the reader has done with it already
 */
export function adoptFallback(host, { form, input }) {
  const own = host.querySelector('form');
  const field = own?.querySelector('input');
  if (own?.hasAttribute('action')) form.setAttribute('action', own.action);
  if (!field) return { typed: '', isFocused: false };
  input.name = field.name;
  if (field.placeholder && !host.hasAttribute('placeholder')) host.setAttribute('placeholder', field.placeholder);
  return { typed: field.value, isFocused: field === document.activeElement };
}
