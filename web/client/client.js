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
 * Whether a newer build may explain it. A file that is gone or that is no block (some servers answer with a page where a file is missing)
 * is what an open page sees when its site is redeployed.
 * @param {unknown} error
 * @returns {error is CatchwordError}
 */
const mayBeRedeployed = (error) => error instanceof CatchwordError && (error.kind === 'damaged' || error.status > 0);

/**
 * @param {import('./types.js').Bundle} bundle
 * @param {import('../engine/files.js').GetFile} get
 * @param {import('./types.js').OpenOptions} options
 * @returns {Promise<Search>} rejects with a CatchwordError
 */
export async function openClient(bundle, get, { siteRoot, reload }) {
  /** @type {Promise<import('../engine/engine.js').Engine> | undefined} undefined: to be opened when it is needed */
  let engine;
  /** @type {Search | undefined} the client of the site's next build, once this one's files were found gone */
  let newer;
  /** @type {Promise<Search | undefined> | undefined} */
  let renewal;

  function opened() {
    engine ??= openEngine(bundle, get);
    engine.catch(discard);
    return engine;
  }

  function discard() {
    engine = undefined;
  }

  /**
   * @param {string} query
   * @param {SearchOptions} options
   * @returns {Promise<SearchResults>} made by this build alone
   */
  async function ask(query, { limit = 10, offset = 0, complete = false, signal }) {
    const request = { limit: count(limit, 'limit'), offset: count(offset, 'offset'), flags: Number(complete), signal };
    const current = await abortable(opened(), signal);
    return withLinks(await current.search(String(query), request), siteRoot);
  }

  /** Asked for once, however many searches miss a file at the same time. */
  function renew() {
    renewal ??= Promise.resolve(reload?.())
      .then((found) => (newer = found))
      .finally(() => (renewal = undefined));
    return renewal;
  }

  /** @type {Search['search']} */
  async function search(query, options = {}) {
    const { signal } = options;
    signal?.throwIfAborted();
    if (newer) return newer.search(query, options);
    try {
      return await ask(query, options);
    } catch (error) {
      if (!mayBeRedeployed(error)) throw error;
      const found = await abortable(renew(), signal);
      // What was damaged may be so in memory only; and an engine whose build is gone is no longer needed.
      if (found || error.kind === 'damaged') discard();
      if (!found) throw error;
      return found.search(query, options);
    }
  }

  await opened();
  return {
    search,
    preload: async (query, options) => void (await search(query, { ...options, limit: 0 })),
  };
}
