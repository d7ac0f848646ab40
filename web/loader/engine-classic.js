// Entry: dist/web/engine-classic.js, engine and client as a classic script, for a page opened from a disk.

import { openClient } from '../client/client.js';
import { packedFiles } from '../engine/packs.js';
import { plainEngine } from './plain.js';

/**
 * @param {import('../client/types.js').Bundle} bundle
 * @param {import('../client/types.js').OpenOptions & { run: import('../engine/packs.js').RunScript }} options
 * @returns {Promise<import('../client/types.js').Search>}
 */
const open = (bundle, options) =>
  openClient(bundle, packedFiles(options.base, bundle, options.run), {
    ...options,
    loadPlain: plainEngine(bundle, options.base, options.run),
  });

/** @type {any} */ (globalThis).catchwordOffline.open = open;
