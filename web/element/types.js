// The shapes that cross from the client into the element, and the element's own state.
// Types only: nothing here reaches the bundle.

/**
 * @typedef {[from: number, to: number]} Mark UTF-16 offsets into the text beside it, half open.
 */

/**
 * @typedef {object} Passage
 * @property {string} heading  empty when the passage stands before the first heading
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
 */

/**
 * @typedef {object} Answer
 * @property {number} total     pages that match at least one word
 * @property {boolean} exact    false when `total` is a lower bound
 * @property {number} [complete]  pages that have every word; they come first
 * @property {string[]} [unknown]  words of the query that no page has
 * @property {Result[]} results
 */

/**
 * @typedef {object} SearchOptions
 * @property {number} [limit]
 * @property {number} [offset]
 * @property {boolean} [complete]
 * @property {AbortSignal} [signal]
 */

/**
 * @typedef {object} Search
 * @property {(query: string, options?: SearchOptions) => Promise<Answer>} search
 */

/**
 * @typedef {(options: { base: string, siteRoot?: string }) => Promise<Search>} CreateSearch
 */

/**
 * @typedef {object} SearchState
 * @property {string} query    what the reader asks for now; '' when nothing
 * @property {boolean} busy    an answer to `query` is under way
 * @property {(Answer & { query: string }) | null} answer  the last answer that came, perhaps to an earlier query
 * @property {Error | null} error  why the last attempt failed; `answer` is kept beside it
 */

export {};
