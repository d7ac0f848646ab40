// Elements made by DOM calls alone: no markup is ever parsed, so no text can become markup, and
// pages that enforce Trusted Types or forbid inline styles have nothing to object to.

const kSvg = 'http://www.w3.org/2000/svg';

/**
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null>} [attributes]  true sets an empty attribute, false and null none
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  return dress(document.createElement(tag), attributes, children);
}

/**
 * An element whose class and part are called the same.
 * @param {string} tag
 * @param {string} name
 * @param {...(Node | string)} children
 */
export const named = (tag, name, ...children) => element(tag, { class: name, part: name }, ...children);

/**
 * A drawing of 24 by 24 units, one stroked path, hidden from assistive technology.
 * @param {string} path
 */
export function icon(path) {
  const line = dress(document.createElementNS(kSvg, 'path'), { d: path }, []);
  const attributes = { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' };
  return dress(document.createElementNS(kSvg, 'svg'), attributes, [line]);
}

/**
 * `text` with the marked stretches in <mark>. Marks that overlap, run backwards or past the end are
 * dropped: they come from outside.
 * @param {string} text
 * @param {import('./types.js').Mark[]} [marks]
 * @returns {(Node | string)[]}
 */
export function marked(text, marks = []) {
  const parts = [];
  let end = 0;
  for (const [from, to] of marks) {
    if (!(from >= end && to > from && to <= text.length)) continue;
    parts.push(text.slice(end, from), element('mark', { part: 'mark' }, text.slice(from, to)));
    end = to;
  }
  parts.push(text.slice(end));
  return parts.filter((part) => part !== '');
}

/**
 * A button that reads as a link.
 * @param {string} part
 * @param {string} text
 */
export function textButton(part, text) {
  return /** @type {HTMLButtonElement} */ (element('button', { class: 'text', part, type: 'button' }, text));
}

/**
 * Shows or hides without a style attribute.
 * @param {HTMLElement} node
 * @param {unknown} visible  whether it is something
 */
export function show(node, visible) {
  node.hidden = !visible;
}

/**
 * Changes what is on show; when that takes the focus away, `refuge` has it.
 * @param {ShadowRoot} root
 * @param {HTMLElement} refuge
 * @param {() => unknown} change
 */
export function keepFocus(root, refuge, change) {
  const { activeElement } = root;
  change();
  if (activeElement?.closest('[hidden]') || activeElement?.isConnected === false) refuge.focus({ preventScroll: true });
}

/**
 * @template {Element} T
 * @param {T} node
 * @param {Record<string, string | number | boolean | null>} attributes
 * @param {(Node | string)[]} children
 * @returns {T}
 */
function dress(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) node.setAttribute(name, value === true ? '' : /** @type {string} */ (value));
  }
  node.append(...children);
  return node;
}
