// Entry: dist/web/catchword.js, the loader as a module.

import { bundle } from './bundle.js';
import { start } from './start.js';

const home = new URL('.', import.meta.url).href;

/**
 * Opens the bundle that this file lies in.
 * @param {import('../client/types.js').CreateOptions} [options]
 * @returns {Promise<import('../client/types.js').Search>}
 */
export const createSearch = (options) => start(bundle, home, options);

export { CatchwordError } from '../engine/error.js';
export { bundle };
