// What web/build.mjs appends to the engine's scripts: the unpacker, and the module that the script begins with.

declare module 'packed:modules' {
  export const packing: () => import('../engine/unpack.js').Packing;
}
