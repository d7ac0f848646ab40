// The client: what `createSearch` gives. Checks what it is asked, resolves addresses, and goes on with the site's new
// build when it is redeployed under an open page. It has no DOM in it.

import { abortable } from '../engine/abortable.js';
import { openEngine } from '../engine/engine.js';
import { CatchwordError } from '../engine/error.js';

/** @typedef {import('./types.js').Search} Search */
/** @typedef {import('./types.js').SearchResults} SearchResults */
/** @typedef {import('../engine/request.js').Verb} Verb */

const kPaging = ['limit', 'offset', 'signal'];
const kOptions = {
  search: [...kPaging, 'complete', 'snippet', 'passages', 'filters', 'sort', 'facets', 'correct', 'language', 'explain'],
  suggest: [...kPaging, 'language'],
  describe: ['signal'],
};

/**
 * A misspelt option would pass for one that was left out.
 * @param {Verb} verb
 * @param {object} options
 */
function checkOptions(verb, options) {
  const unknown = Object.keys(options).find((name) => !kOptions[verb].includes(name));
  if (unknown === undefined) return;
  throw new CatchwordError({
    kind: 'usage',
    message: `${verb} has no option ${unknown}.`,
    where: unknown,
    remedy: `It has: ${kOptions[verb].join(', ')}.`,
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
 * @param {any} answer  fresh from the module
 * @param {string | undefined} siteRoot
 */
function withLinks(answer, siteRoot) {
  for (const result of answer.results ?? []) {
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
export async function openClient(bundle, get, { base, siteRoot, unpacker, run = (url) => import(url), reload }) {
  /** @type {Promise<import('../engine/engine.js').Engine> | undefined} undefined: to be opened when it is needed */
  let engine;
  /** @type {Search | undefined} the client of the site's next build, once this one's files were found gone */
  let newer;
  /** @type {Promise<Search | undefined> | undefined} */
  let renewal;

  function opened() {
    engine ??= openEngine(bundle, get, (name) => run(base + name), unpacker);
    engine.catch(discard);
    return engine;
  }

  function discard() {
    engine = undefined;
  }

  /**
   * @param {Verb} verb
   * @param {string} query
   * @param {import('../engine/options.js').SearchOptions} options
   * @returns {Promise<any>} made by this build alone
   */
  async function askThisBuild(verb, query, options) {
    const current = await abortable(opened(), options.signal);
    return withLinks(await current.ask(verb, String(query), options), siteRoot);
  }

  /** Asked for once, however many searches miss a file at the same time. */
  function renew() {
    renewal ??= Promise.resolve(reload?.())
      .then((found) => (newer = found))
      .finally(() => (renewal = undefined));
    return renewal;
  }

  /**
   * @param {Verb} verb
   * @param {string} query
   * @param {import('../engine/options.js').SearchOptions} options
   * @param {(newer: Search) => Promise<any>} again  the same question to the client of the next build
   */
  async function ask(verb, query, options, again) {
    const { signal } = options;
    signal?.throwIfAborted();
    checkOptions(verb, options);
    if (newer) return again(newer);
    try {
      return await askThisBuild(verb, query, options);
    } catch (error) {
      if (!mayBeRedeployed(error)) throw error;
      const found = await abortable(renew(), signal);
      // What was damaged may be so in memory only; and an engine whose build is gone is no longer needed.
      if (found || error.kind === 'damaged') discard();
      if (!found) throw error;
      return again(found);
    }
  }

  /** @type {Search['search']} */
  const search = (query, options = {}) => ask('search', query, options, (newer) => newer.search(query, options));

  await opened();
  return {
    search,
    preload: async (query, options) => void (await search(query, { ...options, limit: 0 })),
    suggest: async (prefix, options = {}) =>
      (await ask('suggest', prefix, { limit: 8, ...options }, (newer) => newer.suggest(prefix, options))).suggestions,
    describe: (options = {}) => ask('describe', '', options, (newer) => newer.describe(options)),
  };
}
