// The loader as part of a classic script, which a page opened from a disk may run too: there the engine and the bundle's
// files come as scripts. For web/element/entry.js, which is built as dist/web/catchword-element.js.

import { abortable } from '../engine/abortable.js';
import { CatchwordError } from '../engine/error.js';
import { bundle } from './bundle.js';
import { loadPart as loadFrom } from './parts.js';
import { runScript } from './script.js';
import { start } from './start.js';

/** @typedef {import('../client/types.js').CreateOptions} CreateOptions */
/** @typedef {import('../client/types.js').Search} Search */

/** Only known while the script runs. */
const source = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src || document.baseURI;
const home = new URL('.', source).href;

/** Nobody but a page runs this. @param {string | URL} folder */
const absolute = (folder) => new URL(String(folder).replace(/\/?$/, '/'), document.baseURI).href;

/** @type {import('../client/places.js').FindPlaces} */
async function places({ base, siteRoot }) {
  const folder = base ? absolute(base) : home;
  return { base: folder, siteRoot: siteRoot ? absolute(siteRoot) : new URL('..', folder).href };
}

/**
 * @param {CreateOptions} options
 * @returns {Promise<Search>}
 */
async function openFromDisk(options) {
  const { base, siteRoot } = await places(options);
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
 * @param {CreateOptions} [options]
 * @returns {Promise<Search>} rejects with a CatchwordError, or with the signal's reason
 */
export function createSearch(options = {}) {
  if (!home.startsWith('file:')) return start(bundle, home, places, options);
  return abortable(openFromDisk(options), options.signal);
}

/**
 * @param {string} name
 * @returns {Promise<any>} what the part exports
 */
export const loadPart = (name) => loadFrom(home, name);
