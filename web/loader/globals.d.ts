// What stands in for the bundle's description until `catchword index` writes it.
declare const __CATCHWORD_BUNDLE__: import('../client/types.js').Bundle;
