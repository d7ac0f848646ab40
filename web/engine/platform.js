// What this browser, and the policy of this page, let the engine do.

/** An empty module: whether it may be compiled says whether this page may use WebAssembly at all. */
const kEmptyModule = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/** Whether the browser has WebAssembly and the page's policy lets it run; WebKit compiles first and then refuses. */
export function allowsWebAssembly() {
  try {
    return Boolean(new WebAssembly.Instance(new WebAssembly.Module(kEmptyModule)));
  } catch {
    return false;
  }
}
