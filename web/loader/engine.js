// Entry: dist/web/engine.js, engine and client as a module.

import { openClient } from '../client/client.js';
import { filesAt } from '../engine/files.js';
import { unpacker } from 'packed:modules';

/**
 * @param {import('../client/types.js').Bundle} bundle
 * @param {Omit<import('../client/types.js').OpenOptions, 'unpacker'>} options
 * @returns {Promise<import('../client/types.js').Search>}
 */
export const open = (bundle, options) =>
  openClient(bundle, filesAt(options.base, options.early), { ...options, unpacker: unpacker() });
