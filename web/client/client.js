// The client: what `createSearch` gives. Checks what it is asked, resolves addresses, and goes on with the site's new
// build when it is redeployed under an open page. It has no DOM in it.

import { abortable } from '../engine/abortable.js';
import { openEngine } from '../engine/engine.js';
import { CatchwordError } from '../engine/error.js';

/** @typedef {import('./types.js').Search} Search */
/** @typedef {import('./types.js').SearchOptions} SearchOptions */
/** @typedef {import('./types.js').SearchResults} SearchResults */

/** The module counts in 32 bits, and there are never so many documents. */
const kMost = 0x7fffffff;

/**
 * @param {unknown} value
 * @param {string} name
 */
function count(value, name) {
  if (Number.isInteger(value) && Number(value) >= 0) return Math.min(Number(value), kMost);
  throw new CatchwordError({
    kind: 'usage',
    message: `${name} is ${value}, but must be a whole number, 0 or more.`,
    where: name,
    remedy: `Give ${name} as a number or leave it out.`,
  });
}

/**
 * A bundle is data, and its addresses become links: only those that open a page are let through.
 * @param {string} url
 * @param {string | undefined} siteRoot
 */
function link(url, siteRoot) {
  if (!siteRoot) return url;
  try {
    const { href, protocol } = new URL(url, siteRoot);
    return /^(https?|file):$/.test(protocol) || siteRoot.startsWith(protocol) ? href : '';
  } catch {
    return '';
  }
}

/**
 * Resolves addresses in place.
 * @param {SearchResults} answer  fresh from the module
 * @param {string | undefined} siteRoot
 */
function withLinks(answer, siteRoot) {
  for (const result of answer.results) {
    for (const place of [result, ...result.passages]) place.url = link(place.url, siteRoot);
  }
  return answer;
}

/**
 * A file that is gone or that is no block (some servers answer with a page where a file is missing) may mean that the
 * site holds a new build.
 * @param {unknown} error
 */
const mayBeRedeployed = (error) => error instanceof CatchwordError && (error.kind === 'damaged' || error.status > 0);

/**
 * @param {import('./types.js').Bundle} bundle
 * @param {import('../engine/files.js').GetFile} get
 * @param {import('./types.js').OpenOptions} options
 * @returns {Promise<Search>} rejects with a CatchwordError
 */
export async function openClient(bundle, get, { siteRoot, reload }) {
  const open = () => openEngine(bundle, get);
  /** @type {Promise<import('../engine/engine.js').Engine> | undefined} undefined: to be opened at the next search */
  let engine = open();
  /** @type {Promise<Search | undefined> | undefined} the client of the next build, once it is needed */
  let next;
  await engine;

  /**
   * @param {string} query
   * @param {SearchOptions} options
   * @returns {Promise<SearchResults>} made by this build alone
   */
  async function ask(query, { limit = 10, offset = 0, complete = false, signal }) {
    const request = { limit: count(limit, 'limit'), offset: count(offset, 'offset'), flags: Number(complete), signal };
    engine ??= open();
    return withLinks(await (await abortable(engine, signal)).search(String(query), request), siteRoot);
  }

  /** The next build's client, or undefined; asked for once, however many searches need it. */
  function renew() {
    next ??= Promise.resolve(reload?.()).finally(() => (engine = undefined));
    next.then((found) => found || (next = undefined), () => (next = undefined));
    return next;
  }

  /** @type {Search['search']} */
  async function search(query, options = {}) {
    const { signal } = options;
    signal?.throwIfAborted();
    const newer = await abortable(Promise.resolve(next), signal);
    if (newer) return newer.search(query, options);
    try {
      return await ask(query, options);
    } catch (error) {
      const found = mayBeRedeployed(error) && (await abortable(renew(), signal));
      if (!found) throw error;
      return found.search(query, options);
    }
  }

  return {
    search,
    preload: async (query, options) => void (await search(query, { ...options, limit: 0 })),
  };
}
