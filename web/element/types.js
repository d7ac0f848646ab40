// The shapes that cross from the client into the element, and the element's own state.
// Types only: nothing here reaches the bundle.

/**
 * @typedef {[from: number, to: number]} Mark UTF-16 offsets into the text beside it, half open.
 */

/**
 * @typedef {object} Passage
 * @property {string} heading  empty when the passage stands before the first heading
 * @property {Mark[]} [headingMarks]
 * @property {string} url      the page, with the heading's fragment where it has one
 * @property {string} text     the snippet
 * @property {Mark[]} marks
 */

/**
 * @typedef {object} Result
 * @property {string} id
 * @property {string} url
 * @property {string} title
 * @property {Mark[]} [titleMarks]
 * @property {number} score
 * @property {boolean} [partial]  true when the page lacks one of the words
 * @property {Record<string, string[]>} [meta]
 * @property {Passage[]} passages
 * @property {number} [passageCount]  passages of the page that match, those beside it included
 */

/**
 * @typedef {object} Correction
 * @property {string} from  as it stands in the query
 * @property {string} to
 * @property {boolean} applied  false when it is only proposed
 */

/**
 * One key's values among the documents that match, with how many documents have each.
 * @typedef {object} Facet
 * @property {'text' | 'number' | 'date' | 'list'} type
 * @property {{ value: string, count: number }[]} [values]  the most frequent first
 * @property {number} [more]  values beyond these
 * @property {Bucket[]} [buckets]  ascending; instead of `values`, where values have an order
 */

/** @typedef {{ from: string | number, to: string | number, count: number }} Bucket */

/**
 * @typedef {object} Answer
 * @property {number} total     pages that match at least one word
 * @property {boolean} exact    false when `total` is a lower bound
 * @property {number} [complete]  pages that have every word; they come first
 * @property {string[]} [unknown]  words of the query that no page has
 * @property {{ text: string, corrections: Correction[], relaxed?: boolean }} [interpretation]  how the query was understood
 * @property {Record<string, Facet>} [facets]
 * @property {Result[]} results
 */

/** @typedef {string[] | { from: string | number, to: string | number }} Filter */
/** @typedef {Record<string, Filter>} Filters  by key; a page passes that satisfies all of them */

/**
 * What the reader asks for.
 * @typedef {object} Request
 * @property {string} query
 * @property {Filters} filters
 * @property {string} sort  '' for relevance, a key, or '-' and a key for the reverse
 * @property {boolean} correct  false: as it was written, mistakes included
 */

/**
 * @typedef {object} SearchOptions
 * @property {number} [limit]
 * @property {number} [offset]
 * @property {boolean} [complete]
 * @property {Filters} [filters]
 * @property {string} [sort]
 * @property {boolean} [correct]
 * @property {Record<string, object>} [facets]
 * @property {AbortSignal} [signal]
 */

/**
 * @typedef {object} Key
 * @property {string} key
 * @property {'text' | 'number' | 'date' | 'list'} type
 * @property {boolean} facet
 * @property {boolean} sort
 * @property {string | number} [min]
 * @property {string | number} [max]
 */

/**
 * What an element needs of a search. All but `search` may be missing; what needs it is then not offered.
 * @typedef {object} Search
 * @property {(query: string, options?: SearchOptions) => Promise<Answer>} search
 * @property {() => Promise<{ keys: Key[] }>} [describe]
 * @property {(prefix: string, options?: SearchOptions) => Promise<{ text: string, count: number }[]>} [suggest]
 */

/**
 * @typedef {(options: { base: string, siteRoot?: string }) => Promise<Search>} CreateSearch
 */

/**
 * Brings what only some readers need, as a module's exports: a language, the filters.
 * @typedef {(name: string) => Promise<any>} LoadPart
 */

/** @typedef {Answer & { query: string, request: Request, unfinished: boolean }} Found  `unfinished`: results of its page are still to come */

/**
 * @typedef {object} SearchState
 * @property {string} query    what the reader asks for now; '' when nothing
 * @property {Request} request  the same with filters and order
 * @property {boolean} busy    an answer to `request` is under way
 * @property {Found | null} answer  the last answer that came, perhaps to an earlier request
 * @property {Error | null} error  why the last attempt failed; `answer` is kept beside it
 * @property {() => unknown} [again]  tries again what failed, where that was not the search itself
 */

export {};
