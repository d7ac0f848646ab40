// What web/build.mjs appends to the engine's scripts.

declare module 'packed:modules' {
  export const unpacker: () => Uint8Array<ArrayBuffer>;
  /** Packed; only in the script for pages opened from a disk. */
  export const module: () => Uint8Array<ArrayBuffer>;
}
