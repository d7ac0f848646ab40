// Where things are: the bundle's folder and the site's root as absolute addresses.

/** Not written where it is imported: bundlers would look for it, and put something in its place. */
const kUrlModule = 'node:url';

/** The page's address; undefined in Node. */
const page = () => globalThis.document?.baseURI ?? globalThis.location?.href;

/**
 * @param {string | URL} folder  an address, relative to the page; in Node an absolute one or a path
 * @returns {Promise<string>} absolute, with a slash at its end
 */
async function absolute(folder) {
  let address = String(folder);
  if (!page() && !/^\w\w+:/.test(address)) address = (await import(/* webpackIgnore: true */ /* @vite-ignore */ kUrlModule)).pathToFileURL(address).href;
  return new URL(address.replace(/\/?$/, '/'), page()).href;
}

/**
 * @callback FindPlaces
 * @param {import('./types.js').CreateOptions} options
 * @param {string} [home]  the folder that the loader came from, absolute
 * @returns {Promise<{ base: string, siteRoot: string | undefined }>}
 */

/** @type {FindPlaces} */
export async function places({ base, siteRoot }, home) {
  const folder = base || !home ? await absolute(base || '') : home;
  const above = page() && new URL('..', folder).href;
  return { base: folder, siteRoot: siteRoot ? await absolute(siteRoot) : above };
}
