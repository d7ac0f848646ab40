// What web/build.mjs makes of a module that CMake has built: `packed:engine` stands for build/wasm/engine.pack.

declare module 'packed:*' {
  export const packing: import('../engine/unpack.js').Packing;
}
