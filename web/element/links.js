// Where results lead, and what a click on one will do.

/**
 * A url that is fit to be a link's: it comes from a document, so it may say anything.
 * @param {string} url
 * @returns {string | null} null for what leads to no page, as javascript: does
 */
export function safeUrl(url) {
  try {
    // An empty address is a refused one, and not the page's own: it throws without a base.
    const { protocol, href } = new URL(url, url && document.baseURI);
    return ['http:', 'https:', 'file:'].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}

// Words of context on either side of a marked word: enough to find this place and not an earlier one.
const kContext = 3;
const kDirectives = 4;

/**
 * `url` with text fragments, by which browsers that know them scroll to the matched words and mark them. The heading's
 * own fragment stays for when the words are not found; other browsers get `url`.
 * @param {string} url
 * @param {import('./types.js').Passage | undefined} passage
 */
export function withTextFragment(url, passage) {
  if (!passage || !('fragmentDirective' in document) || url.includes(':~:')) return url;
  const directives = passage.marks.slice(0, kDirectives).map((mark) => directive(passage.text, mark));
  const usable = directives.filter(Boolean);
  if (usable.length === 0) return url;
  return `${url}${url.includes('#') ? '' : '#'}:~:${usable.join('&')}`;
}

/**
 * text=before-,word,-after; '' for a word that stands alone, which could be anywhere on the page.
 * @param {string} text
 * @param {import('./types.js').Mark} mark
 */
function directive(text, [from, to]) {
  const before = text.slice(0, from).split('…').at(-1)?.match(/\S+/g)?.slice(-kContext).join(' ') ?? '';
  const after = text.slice(to).split('…')[0].match(/\S+/g)?.slice(0, kContext).join(' ') ?? '';
  if (!before && !after) return '';
  const parts = [before && `${encode(before)}-`, encode(text.slice(from, to)), after && `-${encode(after)}`];
  return `text=${parts.filter(Boolean).join(',')}`;
}

// A dash and a comma have a meaning of their own in a directive.
const encode = (/** @type {string} */ text) => encodeURIComponent(text).replaceAll('-', '%2D');

/** In the address of a page, for catchword-highlight.js to mark there. */
const kWords = 'catchword';
const kMostWords = 24;

/**
 * Where a click on a passage leads: to its words, which the address also names when `answer` is given.
 * @param {string} href
 * @param {import('./types.js').Passage | undefined} passage
 * @param {import('./types.js').Answer | null} answer
 */
export function targetOf(href, passage, answer) {
  const url = new URL(href);
  const words = answer ? matchedWords(answer) : [];
  if (words.length > 0) url.searchParams.set(kWords, words.join(' '));
  return withTextFragment(url.href, passage);
}

/**
 * The forms that the engine has matched, in lower case: inflections, completions, corrections and synonyms among them.
 * @param {import('./types.js').Answer} answer
 */
function matchedWords({ results }) {
  const texts = results.flatMap(({ title, titleMarks = [], passages }) => [{ text: title, marks: titleMarks }, ...passages]);
  const words = texts.flatMap(({ text, marks }) => marks.flatMap(([from, to]) => text.slice(from, to).toLowerCase().split(/\s+/)));
  return [...new Set(words)].slice(0, kMostWords);
}

/**
 * The option that was clicked, or null.
 * @param {Event} event
 * @returns {HTMLAnchorElement | null}
 */
export function optionOf({ target }) {
  return target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (target.closest('[role=option]')) : null;
}

/**
 * Whether it is a plain click on a heading of the very page that is open, so that nothing will be unloaded.
 * @param {HTMLAnchorElement} link
 * @param {MouseEvent} event
 */
export function leadsHere(link, { ctrlKey, metaKey, shiftKey, button }) {
  const isHere = link.href.split('#')[0] === location.href.split('#')[0];
  return isHere && button === 0 && !ctrlKey && !metaKey && !shiftKey;
}
