// The files of a bundle for a page opened from a disk, where fetch is refused: scripts that carry them in base64.
// No DOM in here: whoever opens the bundle says how a script is run.

import { CatchwordError } from './error.js';

/**
 * Runs the script at a url; rejects when it cannot be had.
 * @typedef {(url: string) => Promise<unknown>} RunScript
 */

/**
 * @typedef {object} Core
 * @property {string} root  base64
 * @property {string[]} packs  names of the pack scripts
 * @property {Record<string, number>} files  the pack that holds each file
 */

/** Shared by all engines of a page, whatever their builds: the scripts call it. */
const offline = /** @type {any} */ (globalThis).catchwordOffline ??= {};

/** A script's load is told right after it has run, before another runs, so one place to put things down is enough. */
offline.core = offline.pack = (/** @type {unknown} */ contents) => {
  offline.received = contents;
};

/**
 * @param {string} base
 * @param {string} name
 * @param {RunScript} run
 * @returns {Promise<any>} what the script handed over
 */
async function receive(base, name, run) {
  await run(base + name);
  const { received } = offline;
  offline.received = undefined;
  if (!received) throw lacking(name, `${name} is damaged: it carries nothing.`);
  return received;
}

/**
 * @param {string} where
 * @param {string} message
 */
function lacking(where, message) {
  return new CatchwordError({
    kind: 'damaged',
    message,
    where,
    remedy: 'Build the bundle again with --offline and copy the whole folder.',
  });
}

/**
 * @param {string | undefined} base64
 * @param {string} name
 */
function responseOf(base64, name) {
  if (base64 === undefined) throw lacking(name, `${name} is not in the offline copy.`);
  try {
    return new Response(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)));
  } catch {
    throw lacking(name, `${name} is damaged in the offline copy.`);
  }
}

/**
 * @param {string} base
 * @param {{ root: string, offline?: { core: string } }} bundle
 * @param {RunScript} run
 * @returns {import('./files.js').GetFile}
 */
export function packedFiles(base, bundle, run) {
  /** @type {Map<string, Promise<any>>} */
  const scripts = new Map();
  const load = (/** @type {string} */ name, /** @type {boolean} */ again = false) => {
    const known = !again && scripts.get(name);
    if (known) return known;
    const script = receive(base, name, run);
    scripts.set(name, script);
    script.catch(() => scripts.delete(name));
    return script;
  };
  return async (name, again) => {
    /** @type {Core} */
    const core = await load(/** @type {{ core: string }} */ (bundle.offline).core);
    if (name === bundle.root) return responseOf(core.root, name);
    const script = core.packs[core.files[name]];
    const pack = script ? await load(script, again) : {};
    return responseOf(pack[name], name);
  };
}
