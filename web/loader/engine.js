// Entry: dist/web/engine.js, engine and client as a module, with the lean WebAssembly module in it: a file less to ask for.

import { openClient } from '../client/client.js';
import { filesAt } from '../engine/files.js';
import { packing } from 'packed:modules';
import { plainEngine } from './plain.js';

/**
 * @param {import('../client/types.js').Bundle} bundle
 * @param {Omit<import('../client/types.js').OpenOptions, 'packing'>} options
 * @returns {Promise<import('../client/types.js').Search>}
 */
export const open = (bundle, options) =>
  openClient(bundle, filesAt(options.base, options.early), {
    ...options,
    packing: packing(),
    loadPlain: plainEngine(bundle, options.base, (url) => import(url)),
  });
