// What the reader asks for: words, filters and an order.

/** @typedef {import('./types.js').Request} Request */
/** @typedef {import('./types.js').Filter} Filter */

/** @type {Request} */
export const kNoRequest = { query: '', filters: {}, sort: '', correct: true };

/**
 * A filter that lets everything through is none.
 * @param {import('./types.js').Filters} filters
 * @param {string} key
 * @param {Filter | null} filter
 */
export function withFilter(filters, key, filter) {
  const { [key]: _, ...others } = filters;
  return filter === null || (Array.isArray(filter) && filter.length === 0) ? others : { ...filters, [key]: filter };
}

/** @param {Request} request */
export const hasFilters = ({ filters }) => Object.keys(filters).length > 0;

/** Whether there is nothing to look for. @param {Request} request */
export const asksNothing = (request) => request.query === '' && !hasFilters(request);

/** Whether it is nothing but signs yet, as the beginning of a phrase is. @param {Request} request */
export const lacksWords = ({ query }) => /^[^\p{L}\p{N}]+$/u.test(query);

/** @param {Request} a @param {Request} b */
export const isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/**
 * What of it differs from a plain search, which is answered with less than any other.
 * @param {Request} request
 * @returns {import('./types.js').SearchOptions}
 */
export function optionsOf({ filters, sort, correct }) {
  return {
    ...(Object.keys(filters).length > 0 && { filters }),
    ...(sort && { sort }),
    ...(!correct && { correct }),
  };
}
