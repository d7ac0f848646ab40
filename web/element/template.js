// The part `template`: a result drawn from a <template> of the page's owner.
//
//   <template><b data-field="title"></b> <img data-field="meta.image" alt=""> <i data-field="snippet"></i></template>
//
// A field is `title`, `heading`, `snippet`, `url`, `trail` or `meta.` and a key. An element is given its field's text,
// marks included; a <time> its date; an <img> its address. An element whose field is empty is left out.

import { marked } from './dom.js';
import { safeUrl } from './links.js';
import { factsOf, said, trail } from './result-view.js';

/** @typedef {import('./types.js').Result} Result */
/** @typedef {import('./messages.js').Messages} Messages */

/**
 * @param {HTMLTemplateElement} template
 * @param {Messages} messages
 * @returns {(result: Result) => Node[]}
 */
export function resultTemplate(template, messages) {
  return (result) => {
    const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    for (const place of copy.querySelectorAll('[data-field]')) fill(/** @type {HTMLElement} */ (place), result, messages);
    return [...copy.childNodes];
  };
}

/**
 * @param {HTMLElement} place
 * @param {Result} result
 * @param {Messages} messages
 */
function fill(place, result, messages) {
  const name = place.dataset.field ?? '';
  const key = name.startsWith('meta.') ? name.slice('meta.'.length) : '';
  const facts = key ? factsOf(result.meta?.[key]) : [];
  const content = key ? facts.map((fact) => said(key, fact, messages)).join(', ') : fieldOf(name, result);
  if (content.length === 0) place.remove();
  else if (place instanceof HTMLImageElement) place.src = safeUrl(facts[0] ?? '') ?? '';
  else place.replaceChildren(...[content].flat());
  if (place instanceof HTMLTimeElement && facts[0]) place.dateTime = facts[0];
}

/**
 * @param {string} name
 * @param {Result} result
 * @returns {string | (Node | string)[]}
 */
function fieldOf(name, { id, title, titleMarks, url, passages: [best] }) {
  if (name === 'title') return marked(title || id, title ? titleMarks : []);
  if (name === 'heading') return best ? marked(best.heading, best.headingMarks) : '';
  if (name === 'snippet') return best ? marked(best.text, best.marks) : '';
  if (name === 'url') return url;
  return name === 'trail' ? trail(url) : '';
}
