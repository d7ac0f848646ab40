// Entry of the npm package in browsers and bundlers: the bundle brings its own loader, so engine and index always match.

import { places } from './places.js';

/**
 * Opens a bundle.
 * @param {import('./types.js').CreateOptions} options  with a `base`
 * @returns {Promise<import('./types.js').Search>}
 */
export async function createSearch(options) {
  const { base, siteRoot } = await places(options);
  const loader = await import(/* webpackIgnore: true */ /* @vite-ignore */ `${base}catchword.js`);
  return loader.createSearch({ ...options, base, siteRoot });
}

export { CatchwordError } from '../engine/error.js';
