// What only some readers need, each a classic script of its own, since a page opened from a disk may load no other.

import { runScript } from './script.js';

/**
 * @param {string} home  the bundle's folder, absolute
 * @param {import('../client/types.js').Bundle} bundle
 * @param {string} name
 * @returns {Promise<any>} what the part exports; rejects with a CatchwordError when it cannot be had
 */
export async function loadPart(home, bundle, name) {
  const script = `${home}parts/${bundle.parts}-${name}.js`;
  await runScript(script).catch(() => runScript(script)); // once more, as the engine does with every file
  // A script's load is told right after it has run, before another runs.
  return /** @type {any} */ (globalThis).catchwordPart;
}
