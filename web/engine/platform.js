// What this browser, and the policy of this page, let the engine do.

/**
 * Whether the browser has WebAssembly and the page's policy lets it run; WebKit compiles first and then refuses.
 * @param {Uint8Array<ArrayBuffer>} module  any that needs no imports
 */
export function allowsWebAssembly(module) {
  try {
    return Boolean(new WebAssembly.Instance(new WebAssembly.Module(module)));
  } catch {
    return false;
  }
}
