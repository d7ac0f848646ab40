// Entry of the npm package in browsers and bundlers: the bundle brings its own loader, so engine and index always match.

import { places } from './places.js';

/**
 * Opens a bundle.
 * @param {CreateOptions & { base: string | URL }} options
 * @returns {Promise<Search>} rejects with a CatchwordError, or with the signal's reason
 */
export async function createSearch(options) {
  const { base, siteRoot } = await places(options);
  const loader = await import(/* webpackIgnore: true */ /* @vite-ignore */ `${base}catchword.js`);
  return loader.createSearch({ ...options, base, siteRoot });
}

export { CatchwordError } from '../engine/error.js';

// The package's types.
/** @typedef {import('./types.js').CreateOptions} CreateOptions */
/** @typedef {import('./types.js').Search} Search */
/** @typedef {import('./types.js').SearchOptions} SearchOptions */
/** @typedef {import('./types.js').SearchResults} SearchResults */
/** @typedef {import('./types.js').SearchResult} SearchResult */
/** @typedef {import('./types.js').Passage} Passage */
/** @typedef {import('./types.js').Mark} Mark */
/** @typedef {import('./types.js').ErrorKind} ErrorKind */
