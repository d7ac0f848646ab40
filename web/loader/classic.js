// The loader's other half, in the element's part: of a classic script, which a page opened from a disk may run too. There
// the engine and the bundle's files come as scripts.

import { abortable } from '../engine/abortable.js';
import { CatchwordError } from '../engine/error.js';
import { start } from './start.js';

/** @typedef {import('../client/types.js').CreateOptions} CreateOptions */
/** @typedef {import('../client/types.js').Search} Search */

/**
 * What the script that pages name hands on to the part.
 * @typedef {object} Loader
 * @property {import('../client/types.js').Bundle} bundle
 * @property {string} home  the bundle's folder, absolute
 * @property {import('../engine/packs.js').RunScript} runScript
 * @property {(name: string) => Promise<any>} loadPart
 */

/** Nobody but a page runs this. @param {string | URL} folder */
const absolute = (folder) => new URL(String(folder).replace(/\/?$/, '/'), document.baseURI).href;

/** @type {import('../client/places.js').FindPlaces} */
async function places({ base, siteRoot }, home = '') {
  const folder = base ? absolute(base) : home;
  return { base: folder, siteRoot: siteRoot ? absolute(siteRoot) : new URL('..', folder).href };
}

/**
 * @param {Loader} loader
 * @param {CreateOptions} options
 * @returns {Promise<Search>}
 */
async function openFromDisk({ bundle, home, runScript }, options) {
  const { base, siteRoot } = await places(options, home);
  if (base !== home || !bundle.offline) {
    throw new CatchwordError({
      kind: 'unsupported',
      message: `A page opened from a disk can search only the bundle in ${home}, and only when that was built with --offline.`,
      where: base,
      remedy: 'Build it so, or look at the site through a server (catchword serve).',
    });
  }
  await runScript(base + bundle.offline.engine);
  return /** @type {any} */ (globalThis).catchwordOffline.open(bundle, { base, siteRoot, run: runScript });
}

/**
 * @param {Loader} loader
 * @returns {(options?: CreateOptions) => Promise<Search>} rejects with a CatchwordError, or with the signal's reason
 */
export const searchBy = (loader) => (options = {}) => {
  if (!loader.home.startsWith('file:')) return start(loader.bundle, loader.home, places, options);
  return abortable(openFromDisk(loader, options), options.signal);
};
