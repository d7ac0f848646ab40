// Entry: dist/web/engine.js, engine and client as a module.

import { openClient } from '../client/client.js';
import { filesAt } from '../engine/files.js';
import { plainEngine } from './plain.js';

/**
 * @param {import('../client/types.js').Bundle} bundle
 * @param {import('../client/types.js').OpenOptions} options
 * @returns {Promise<import('../client/types.js').Search>}
 */
export const open = (bundle, options) =>
  openClient(bundle, filesAt(options.base, options.early), {
    ...options,
    loadPlain: plainEngine(bundle, options.base, (url) => import(url)),
  });
