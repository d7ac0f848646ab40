// One result as one option: a real link, so that it can be opened in a tab, copied and read aloud.

import { element, marked } from './dom.js';
import { safeUrl } from './links.js';

/** @typedef {import('./types.js').Result} Result */
/** @typedef {import('./messages.js').Messages} Messages */

// What a reader of an archive asks of a hit, in this order; other keys are the page's own affair.
const kShown = ['kind', 'author', 'source', 'date'];

/**
 * @param {Result} result
 * @param {number} position  0 for the first
 * @param {Messages} messages
 * @returns {HTMLElement}
 */
export function resultView(result, position, messages) {
  const [passage] = result.passages;
  return element(
    'a',
    {
      id: `result-${position}`,
      class: 'result',
      part: 'result',
      role: 'option',
      'aria-selected': 'false',
      tabindex: '-1',
      href: safeUrl(passage?.url || result.url),
    },
    line('title', marked(result.title || result.id, result.titleMarks)),
    ...passageLines(passage, result.title),
    ...metaLine(result, messages),
  );
}

/**
 * @param {import('./types.js').Passage | undefined} passage
 * @param {string} title
 */
function passageLines(passage, title) {
  if (!passage) return [];
  const lines = [];
  if (passage.heading && passage.heading !== title) lines.push(line('heading', [passage.heading]));
  if (passage.text) lines.push(line('snippet', marked(passage.text, passage.marks)));
  return lines;
}

/**
 * @param {Result} result
 * @param {Messages} messages
 */
function metaLine(result, messages) {
  const facts = kShown.flatMap((key) => factsOf(result.meta?.[key]).map((fact) => said(key, fact, messages)));
  if (facts.length === 0) facts.push(trail(result.url));
  const parts = facts.filter(Boolean).flatMap((fact) => [' · ', element('bdi', {}, fact)]);
  return parts.length > 0 ? [element('span', { class: 'meta', part: 'meta' }, ...parts.slice(1))] : [];
}

/** @param {string | string[] | undefined} values */
function factsOf(values) {
  return values === undefined ? [] : [values].flat().map(String);
}

/**
 * @param {string} key
 * @param {string} fact
 * @param {Messages} messages
 */
function said(key, fact, messages) {
  return key === 'date' ? messages.date(fact) : fact;
}

/**
 * Where the page lies, for a page that says nothing about itself: "guide › install".
 * @param {string} url
 */
function trail(url) {
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  return path.split('/').filter(Boolean).slice(-3).map(decoded).join(' › ');
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * @param {string} name
 * @param {(Node | string)[]} children
 */
function line(name, children) {
  return element('span', { class: name, part: name, dir: 'auto' }, ...children);
}
