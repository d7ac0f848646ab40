// Runs a script by an element: the only part of the engine's path that needs a document, for pages opened from a disk.

import { CatchwordError } from '../engine/error.js';

/** @type {{ createScriptURL(url: string): string } | undefined} */
let policy;

/** Where the page asks for Trusted Types, a script's address must come from a policy; ours names bundle files only. */
function trusted(/** @type {string} */ url) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  policy ??= trustedTypes?.createPolicy('catchword', { createScriptURL: (/** @type {string} */ address) => address });
  return policy?.createScriptURL(url) ?? url;
}

/**
 * @param {string} url
 * @returns {Promise<void>} when it has run; rejects with a CatchwordError when it cannot be had
 */
export function runScript(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = trusted(url);
    script.onload = () => resolve();
    script.onerror = () =>
      reject(
        new CatchwordError({
          kind: 'input',
          message: `${url} could not be loaded.`,
          where: url,
          remedy: 'Copy the whole bundle there again.',
        }),
      );
    document.head.append(script);
  });
}
