// Entry: dist/web/engine-classic.js, engine and client as a classic script, for a page opened from a disk; with the full
// module in it, which answers all.

import { openClient } from '../client/client.js';
import { packedFiles } from '../engine/packs.js';
import { packing } from 'packed:modules';
import { plainEngine } from './plain.js';

/**
 * @param {import('../client/types.js').Bundle} bundle
 * @param {Omit<import('../client/types.js').OpenOptions, 'packing'> & { run: import('../engine/packs.js').RunScript }} options
 * @returns {Promise<import('../client/types.js').Search>}
 */
const open = (bundle, options) =>
  openClient(bundle, packedFiles(options.base, bundle, options.run), {
    ...options,
    packing: packing(),
    loadPlain: plainEngine(bundle, options.base, options.run),
  });

/** @type {any} */ (globalThis).catchwordOffline.open = open;
