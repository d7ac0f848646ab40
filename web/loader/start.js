// The loader: asks for engine, module and root at once, and for itself again when the site was redeployed.

import { abortable } from '../engine/abortable.js';
import { CatchwordError } from '../engine/error.js';

/** @typedef {import('../client/types.js').Bundle} Bundle */
/** @typedef {import('../client/types.js').Search} Search */
/** @typedef {import('../client/types.js').CreateOptions} CreateOptions */
/** @typedef {import('../client/places.js').FindPlaces} FindPlaces */

/** An address that no cache knows. An import cannot ask for a fresh copy in any other way. */
const fresh = (/** @type {string} */ url) => `${url}?${Date.now()}`;

/**
 * Imports a module, twice if need be; browsers remember that an import failed, so the second has another address.
 * @param {string} url
 */
async function load(url) {
  try {
    return await import(url).catch(() => import(fresh(url)));
  } catch (cause) {
    throw new CatchwordError({
      kind: 'input',
      message: `${url} could not be loaded: ${cause}`,
      where: url,
      remedy: 'Check the connection, reload the page, or copy the whole bundle to the site again.',
      cause,
    });
  }
}

/**
 * @param {Bundle} bundle
 * @param {{ base: string, siteRoot: string | undefined }} where
 * @returns {Promise<Search>}
 */
async function open(bundle, { base, siteRoot }) {
  const reload = async () => {
    const loader = await import(fresh(base + 'catchword.js')).catch(() => ({ bundle }));
    return loader.bundle.files === bundle.files ? undefined : loader.createSearch({ siteRoot });
  };
  const script = load(base + bundle.engine);
  const early = Object.fromEntries([bundle.lean, bundle.root].map((name) => [name, fetch(base + name)]));
  void Promise.allSettled(Object.values(early)); // the engine sees what fails, if it arrives at all
  try {
    const engine = await script;
    return await engine.open(bundle, { base, siteRoot, early, reload });
  } catch (error) {
    // This copy of the loader may have been cached for longer than the site keeps the files of old builds.
    const search = await reload();
    if (!search) throw error;
    return search;
  }
}

/**
 * @param {Bundle} bundle
 * @param {string} home
 * @param {FindPlaces} places
 * @param {CreateOptions} options
 */
async function begin(bundle, home, places, options) {
  const { base, siteRoot } = await places(options, home);
  if (base === home) return open(bundle, { base, siteRoot });
  return (await load(base + 'catchword.js')).createSearch({ siteRoot }); // another bundle, with a loader of its own
}

/**
 * @param {Bundle} bundle
 * @param {string} home  the folder that this loader came from, absolute
 * @param {FindPlaces} places
 * @param {CreateOptions} [options]
 * @returns {Promise<Search>} rejects with a CatchwordError, or with the signal's reason
 */
export function start(bundle, home, places, options = {}) {
  return abortable(begin(bundle, home, places, options), options.signal);
}
