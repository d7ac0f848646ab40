// The types of what may be asked besides a query; no code.

/** @typedef {string | number | Date} FilterValue  a date, or its day in UTC: '2001-09-30', '2001-09', '2001' */

/**
 * Conditions on the values of one key; all of them must hold.
 * @typedef {object} FilterSet
 * @property {FilterValue | FilterValue[]} [any]  has one of these
 * @property {FilterValue | FilterValue[]} [all]  has all of these
 * @property {FilterValue | FilterValue[]} [none]  has none of these
 * @property {FilterValue} [from]  the least, itself included
 * @property {FilterValue} [to]  the greatest, itself included
 */

/** @typedef {FilterValue | FilterValue[] | FilterSet | Filters | Filters[]} FilterEntry  of a key; under `and`, `or`, `not`: filters */
/** @typedef {{ [key: string]: FilterEntry }} Filters  all of its entries must hold */
/** @typedef {true | string[] | { [key: string]: { limit?: number, interval?: 'year' | 'month' | 'day' } }} FacetsWanted  true: all */

/**
 * @typedef {object} SearchOptions
 * @property {number} [limit]  most results wanted; 10 by default
 * @property {number} [offset]  results to skip; 0 by default
 * @property {boolean} [complete]  the last word is typed to its end, so that it is no prefix; false by default
 * @property {number} [snippet]  about how many bytes of a passage are shown; 280 by default
 * @property {number} [passages]  most passages of a result; 3 by default
 * @property {Filters} [filters]  which documents are let through
 * @property {string | string[]} [sort]  'relevance' (the default) or metadata keys, each with a minus before it for the greatest first
 * @property {FacetsWanted} [facets]  keys whose values are counted
 * @property {boolean} [correct]  words that no document has may be replaced; true by default
 * @property {string} [language]  of the page, BCP 47
 * @property {boolean} [explain]  each result says what its score is the sum of; false by default
 * @property {AbortSignal} [signal]  gives the search up: it rejects with the signal's reason
 */

export {};
