// Entry: dist/web/catchword.js, the loader as a module.

import { places } from '../client/places.js';
import { bundle } from './bundle.js';
import { start } from './start.js';

/**
 * Opens the bundle that this file lies in.
 * @param {import('../client/types.js').CreateOptions} [options]
 * @returns {Promise<import('../client/types.js').Search>}
 */
export const createSearch = (options) => start(bundle, new URL('.', import.meta.url).href, places, options);

export { CatchwordError } from '../engine/error.js';
export { bundle };
