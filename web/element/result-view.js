// A result as options of the listbox, one for the page with its best passage and one for each further passage. Each is
// a real link, so that it can be opened in a tab, copied and read aloud. Where the page has still more passages that
// match, a last option brings them.

import { element, marked, named } from './dom.js';
import { safeUrl } from './links.js';

/** @typedef {import('./types.js').Result} Result */
/** @typedef {import('./types.js').Passage} Passage */
/** @typedef {import('./messages.js').Messages} Messages */

// What a reader of an archive asks of a hit, in this order; other keys are the page's own affair.
const kShown = ['kind', 'author', 'source', 'date'];

const kPassages = 3;

/**
 * @param {Result} result
 * @param {number} position  0 for the first
 * @param {Messages} messages
 * @param {((result: Result) => Node[]) | null} [template]  draws the page itself
 * @returns {HTMLElement[]} at least one; data-result and data-passage say which they are
 */
export function resultView(result, position, messages, template) {
  const [best] = result.passages;
  const lines = template ? template(result) : pageLines(result, messages);
  const others = passageViews(result.passages.slice(0, kPassages), position);
  const shown = Math.min(result.passages.length, kPassages);
  const rest = (result.passageCount ?? 0) > shown ? [restView(result, position, messages)] : [];
  return [option('result', position, 0, best?.url || result.url, lines), ...others, ...rest];
}

/**
 * Options of the passages behind the best, the first.
 * @param {Passage[]} passages
 * @param {number} position  of their page
 */
export function passageViews([, ...others], position) {
  return others.map((passage, i) => option('result passage', position, i + 1, passage.url, [runIn(passage)]));
}

/**
 * @param {Result} result
 * @param {number} position
 * @param {Messages} messages
 */
function restView({ passageCount }, position, messages) {
  const text = messages.say('allPassages', { n: passageCount });
  const view = option('result passage all', position, 'all', '', [element('span', { class: 'text' }, text)]);
  view.setAttribute('part', 'all-passages');
  return view;
}

/**
 * @param {Result} result
 * @param {Messages} messages
 */
function pageLines(result, messages) {
  const title = line('title', marked(result.title || result.id, result.titleMarks));
  return [title, ...passageLines(result.passages[0], result.title), ...metaLine(result, messages)];
}

/**
 * Heading and snippet in one stretch of a few lines, from a few words before the first mark on: it would else stand
 * behind these lines.
 * @param {Passage} passage
 */
function runIn(passage) {
  const parts = passageLines(passage, '');
  for (const part of parts) part.dir = '';  // the stretch has one
  const lead = /** @type {Text | null | undefined} */ (parts.at(-1)?.querySelector('mark')?.previousSibling);
  if (lead) lead.data = lead.data.replace(/^.+(?=.{24}$)(\S*\s)?/su, '…');
  return element('span', { class: 'run', dir: 'auto' }, ...parts.flatMap((part) => [part, ' ']));
}

/**
 * @param {string} kind
 * @param {number} position
 * @param {number | 'all'} passage
 * @param {string} url
 * @param {Node[]} lines
 */
function option(kind, position, passage, url, lines) {
  const attributes = {
    id: `result-${position}-${passage}`,
    class: kind,
    part: kind,
    role: 'option',
    'aria-selected': 'false',
    'data-result': position,
    'data-passage': passage,
    tabindex: '-1',
    href: safeUrl(url),
  };
  return element('a', attributes, ...lines);
}

/**
 * @param {Passage | undefined} passage
 * @param {string} title
 */
function passageLines(passage, title) {
  if (!passage) return [];
  const lines = [];
  if (passage.heading && passage.heading !== title) lines.push(line('heading', marked(passage.heading, passage.headingMarks)));
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
  return parts.length > 0 ? [named('span', 'meta', ...parts.slice(1))] : [];
}

/** @param {string | string[] | undefined} values */
export function factsOf(values) {
  return [values ?? []].flat().map(String);
}

/**
 * @param {string} key
 * @param {string} fact
 * @param {Messages} messages
 */
export function said(key, fact, messages) {
  if (key === 'date') return messages.date(fact);
  return key === 'kind' ? messages.capital(fact) : fact;
}

/**
 * Where the page lies, for a page that says nothing about itself: "guide › install".
 * @param {string} url
 */
export function trail(url) {
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
