// The bundle's description. `catchword index` puts it in the place of the name, in each copy of a loader that it writes.

/** @type {import('../client/types.js').Bundle} */
export const bundle = __CATCHWORD_BUNDLE__;
