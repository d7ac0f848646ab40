// Runs a script by an element: for the parts of the element, and for all of the engine's path where a page was opened from
// a disk.

import { CatchwordError } from '../engine/error.js';

/** Where the page's policy asks for one, our scripts need it as this one did; only known while this one runs. */
const nonce = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.nonce;

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
    if (nonce) script.nonce = nonce;
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
