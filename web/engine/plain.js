// The engine in JavaScript, for pages whose policy refuses WebAssembly: a part of the bundle that is a script and a module.

import { CatchwordError } from './error.js';

/**
 * @param {import('./packs.js').RunScript} run  runs a script of the bundle, by its name
 * @param {string} file
 * @returns {Promise<Parameters<typeof import('./module.js').plainModule>[0]>}
 */
export async function loadPlain(run, file) {
  try {
    await run(file);
  } catch (cause) {
    throw new CatchwordError({
      kind: 'unsupported',
      message: `WebAssembly is refused here, and its stand-in is not there: ${cause}`,
      where: file,
      remedy: "Allow 'wasm-unsafe-eval' in script-src of the Content-Security-Policy, or copy the whole bundle to the site again.",
      cause,
    });
  }
  return /** @type {any} */ (globalThis).catchwordPlain;
}
