// The engine in JavaScript, for pages whose policy refuses WebAssembly: a part of the bundle that is a script and a module.

import { CatchwordError } from '../engine/error.js';

/**
 * @param {import('../client/types.js').Bundle} bundle
 * @param {string} base
 * @param {import('../engine/packs.js').RunScript} run
 * @returns {import('../engine/engine.js').LoadPlain}
 */
export function plainEngine(bundle, base, run) {
  return async () => {
    const url = `${base}parts/${bundle.parts}-engine.js`;
    try {
      await run(url);
    } catch (cause) {
      throw new CatchwordError({
        kind: 'unsupported',
        message: `WebAssembly is refused here, and its stand-in is not there: ${cause}`,
        where: url,
        remedy: "Allow 'wasm-unsafe-eval' in script-src of the Content-Security-Policy, or copy the whole bundle to the site again.",
        cause,
      });
    }
    return /** @type {any} */ (globalThis).catchwordPlain;
  };
}
