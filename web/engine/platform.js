// What this browser, and the policy of this page, let the engine do.

/**
 * @param {Uint8Array<ArrayBuffer>} bytes  of a module that needs no imports
 * @returns {WebAssembly.Module | undefined} where the browser has no WebAssembly, or the page's policy refuses it
 */
export function compile(bytes) {
  try {
    const module = new WebAssembly.Module(bytes);
    void new WebAssembly.Instance(module); // WebKit compiles first and then refuses
    return module;
  } catch {}
}
