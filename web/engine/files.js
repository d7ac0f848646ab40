// The files of a bundle on a server, or in a folder for Node.

import { CatchwordError } from './error.js';

/**
 * Where a bundle's files come from. Of a file of which a range is wanted may come that range (status 206), or all.
 * @callback GetFile
 * @param {string} name  relative to the bundle's folder
 * @param {boolean} [again]  asks for a copy that no cache has kept
 * @param {string} [range]  the first and the last byte that are wanted: `4-260`
 * @returns {Promise<Response>} rejects with a CatchwordError when the file is refused, with anything else when the way is broken
 */

/**
 * @param {string} base  the bundle's folder, http: or https: (anywhere) or file: (in Node)
 * @param {Record<string, Promise<Response>>} [early]  requests already under way, by name; each is used once
 * @returns {GetFile}
 */
export function filesAt(base, early = {}) {
  if (base.startsWith('file:')) return (name) => readFile(base, name);
  return async (name, again, range) => {
    const started = early[name];
    delete early[name];
    const headers = range ? { range: `bytes=${range}` } : undefined;
    const response = await ((!again && started) || fetch(base + name, { cache: again ? 'reload' : 'default', headers }));
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
    remedy: 'Reload the page, or copy the whole bundle to the site again.',
    status,
  });
}

/**
 * Gets a file, or the part of one that `#` and its first and last byte behind the name mean, and uses its bytes. Where that
 * fails all of a copy that no cache has kept is tried.
 *
 * @template T
 * @param {GetFile} get
 * @param {string} name
 * @param {(bytes: Uint8Array<ArrayBuffer>) => T | Promise<T>} use
 * @returns {Promise<T>} as `twice`
 */
export function useFile(get, name, use) {
  const [file, range] = name.split('#');
  return twice(file, async (again) => {
    const response = await get(file, again, again ? '' : range);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return use(range && response.status !== 206 ? part(bytes, range) : bytes);
  });
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {string} range
 */
function part(bytes, range) {
  const [from, to] = range.split('-');
  return bytes.slice(+from, +to + 1);
}

/**
 * Tries once more when the way breaks, the server stumbles or has no such range, or the file is found damaged.
 *
 * @template T
 * @param {string} file
 * @param {(again: boolean) => Promise<T>} attempt
 * @returns {Promise<T>} rejects with a CatchwordError that names the file
 */
export async function twice(file, attempt) {
  for (let again = false; ; again = true) {
    try {
      return await attempt(again);
    } catch (cause) {
      if (cause instanceof CatchwordError) {
        if (again || (cause.kind !== 'damaged' && cause.status < 500 && cause.status !== 416)) throw cause;
      } else if (again) {
        throw new CatchwordError({
          kind: 'input',
          message: `${file} could not be fetched: ${cause}`,
          where: file,
          remedy: 'Check the connection and search again.',
          cause,
        });
      }
    }
  }
}
