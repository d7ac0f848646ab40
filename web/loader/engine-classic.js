// Entry: dist/web/engine-classic.js, engine and client as a classic script, for a page opened from a disk; with the full
// module in it, which answers all.

import { openClient } from '../client/client.js';
import { packedFiles } from '../engine/packs.js';
import { module, unpacker } from 'packed:modules';

/**
 * @param {import('../client/types.js').Bundle} bundle
 * @param {Omit<import('../client/types.js').OpenOptions, 'unpacker'> & { run: import('../engine/packs.js').RunScript }} options
 * @returns {Promise<import('../client/types.js').Search>}
 */
function open(bundle, options) {
  const { engine } = /** @type {{ engine: string }} */ (bundle.offline);
  const packed = packedFiles(options.base, bundle, options.run);
  /** @type {import('../engine/files.js').GetFile} */
  const get = async (name, again) => (name === engine ? new Response(module()) : packed(name, again));
  return openClient({ ...bundle, lean: engine }, get, { ...options, unpacker: unpacker() });
}

/** @type {any} */ (globalThis).catchwordOffline.open = open;
