// The files of a bundle on a server, or in a folder for Node.

import { CatchwordError } from './error.js';

/**
 * Where a bundle's files come from. `again` asks for a copy that no cache has kept.
 * @callback GetFile
 * @param {string} name  relative to the bundle's folder
 * @param {boolean} [again]
 * @returns {Promise<Response>} rejects with a CatchwordError when the file is refused, with anything else when the way is broken
 */

/**
 * @param {string} base  the bundle's folder, http: or https: (anywhere) or file: (in Node)
 * @param {Record<string, Promise<Response>>} [early]  requests already under way, by name; each is used once
 * @returns {GetFile}
 */
export function filesAt(base, early = {}) {
  if (base.startsWith('file:')) return (name) => readFile(base, name);
  return async (name, again) => {
    const started = early[name];
    delete early[name];
    const response = await ((!again && started) || fetch(base + name, { cache: again ? 'reload' : 'default' }));
    if (!response.ok) throw refused(base + name, response.status);
    return response;
  };
}

/**
 * @param {string} base
 * @param {string} name
 */
async function readFile(base, name) {
  const { readFile } = await import('node:fs/promises');
  try {
    return new Response(await readFile(new URL(base + name)));
  } catch (cause) {
    if (/** @type {any} */ (cause).code !== 'ENOENT') throw cause;
    throw refused(base + name, 404);
  }
}

/**
 * @param {string} where
 * @param {number} status
 */
function refused(where, status) {
  return new CatchwordError({
    kind: 'input',
    message: `${where} is not there (status ${status}).`,
    where,
    remedy: 'Reload the page; if that does not help, copy the whole bundle to the site again.',
    status,
  });
}

/**
 * Gets a file and uses it. When the way breaks, the server stumbles, or `use` finds the file damaged, that is tried
 * once more, with a copy that no cache has kept.
 *
 * @template T
 * @param {GetFile} get
 * @param {string} name
 * @param {(file: Response, name: string) => Promise<T>} use
 * @returns {Promise<T>} rejects with a CatchwordError that names the file
 */
export async function useFile(get, name, use) {
  try {
    return await use(await get(name), name);
  } catch (error) {
    if (error instanceof CatchwordError && error.kind !== 'damaged' && error.status < 500) throw error;
  }
  try {
    return await use(await get(name, true), name);
  } catch (cause) {
    if (cause instanceof CatchwordError) throw cause;
    throw new CatchwordError({
      kind: 'input',
      message: `${name} could not be fetched: ${cause}`,
      where: name,
      remedy: 'Check the connection and search again.',
      cause,
    });
  }
}
