// Entry of the npm package in Node 20: opens a bundle in a folder or on a server. Loader and engine are the bundle's
// own, run from their text, since Node imports nothing over http and takes a file for CommonJS when the folder that
// the bundle lies in says so.

import { abortable } from '../engine/abortable.js';
import { CatchwordError } from '../engine/error.js';
import { filesAt, useFile } from '../engine/files.js';
import { places } from './places.js';

/** @typedef {import('./types.js').Search} Search */

/**
 * @param {string} base
 * @param {string} name
 * @returns {Promise<any>}
 */
async function load(base, name) {
  const text = await useFile(filesAt(base), name, (bytes) => new TextDecoder().decode(bytes));
  // The address stands in stack traces, and tells the loaders and engines of two bundles apart.
  const source = Buffer.from(`${text}\n//# sourceURL=${base}${name}`).toString('base64');
  try {
    return await import(`data:text/javascript;base64,${source}`);
  } catch (cause) {
    throw new CatchwordError({
      kind: 'damaged',
      message: `${base}${name} is damaged: ${cause}`,
      where: base + name,
      remedy: 'Copy the whole bundle there again.',
      cause,
    });
  }
}

/**
 * @param {string} base
 * @param {string | undefined} siteRoot
 * @returns {Promise<Search>}
 */
async function open(base, siteRoot) {
  const { bundle } = await load(base, 'catchword.js');
  const reload = async () => {
    const now = await load(base, 'catchword.js');
    return now.bundle.files === bundle.files ? undefined : open(base, siteRoot);
  };
  const engine = await load(base, bundle.engine);
  const run = (/** @type {string} */ address) => load(base, address.slice(base.length));
  return engine.open(bundle, { base, siteRoot, reload, run });
}

/**
 * Opens a bundle.
 * @param {import('./types.js').CreateOptions & { base: string | URL }} options
 * @returns {Promise<Search>} rejects with a CatchwordError, or with the signal's reason
 */
export async function createSearch(options) {
  if (!options?.base) {
    throw new CatchwordError({
      kind: 'usage',
      message: 'createSearch needs the folder of the bundle.',
      where: 'base',
      remedy: "Call createSearch({ base: 'public/catchword/' }).",
    });
  }
  const { base, siteRoot } = await places(options);
  return abortable(open(base, siteRoot), options.signal);
}

export { CatchwordError };
