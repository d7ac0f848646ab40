// The languages that the element speaks beside English, by BCP 47 tag.

/** @type {Record<string, Record<string, string | Record<string, string>>>} */
export const kLocales = {};
