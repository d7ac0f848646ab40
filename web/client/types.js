// The types of the public interface; no code.

/**
 * @typedef {object} CreateOptions
 * @property {string | URL} [base]  the bundle's folder: an address, absolute or relative to the page; in Node also a path.
 *   Left out: the folder that the loader came from.
 * @property {string | URL} [siteRoot]  what results' addresses are relative to. Left out: in a browser the folder above
 *   `base`; in Node none, and results keep the addresses that the bundle holds.
 * @property {AbortSignal} [signal]  gives the opening up
 */

/**
 * @typedef {object} SearchOptions
 * @property {number} [limit]  most results wanted; 10 by default
 * @property {number} [offset]  results to skip; 0 by default
 * @property {boolean} [complete]  the last word is typed to its end, so that it is no prefix; false by default
 * @property {AbortSignal} [signal]  gives the search up: it rejects with the signal's reason
 */

/** @typedef {[from: number, to: number]} Mark  a matched word, in UTF-16 units of the text beside it */

/**
 * @typedef {object} Passage
 * @property {string} heading  that it stands under; may be empty
 * @property {string} url  of the heading
 * @property {string} text  the snippet
 * @property {Mark[]} marks
 */

/**
 * @typedef {object} SearchResult
 * @property {string} id  the document's path or id in the input
 * @property {string} url  safe to be a link's address; empty when the bundle holds one that is not
 * @property {string} title
 * @property {Mark[]} titleMarks
 * @property {number} score  an integer; comparable within one search
 * @property {boolean} partial  lacks a word of the query
 * @property {Record<string, string[]>} meta
 * @property {Passage[]} passages
 */

/**
 * @typedef {object} SearchResults
 * @property {number} total  documents that hold at least one of the words
 * @property {boolean} exact  false when `total` is a lower bound
 * @property {number} complete  documents that hold all the words; they come first
 * @property {string[]} unknown  words of the query that no document holds
 * @property {SearchResult[]} results
 */

/**
 * @typedef {object} Search
 * @property {(query: string, options?: SearchOptions) => Promise<SearchResults>} search  rejects with a CatchwordError,
 *   or with the signal's reason
 * @property {(query: string, options?: SearchOptions) => Promise<void>} preload  fetches what the words need before
 *   results are asked for, the texts apart
 */

/**
 * What `catchword index` writes into the loader: the names of this build's files, relative to the bundle's folder.
 * @typedef {object} Bundle
 * @property {number} format
 * @property {string} root
 * @property {string} engine
 * @property {string} wasm
 * @property {string} files
 * @property {string} parts  the hash in the names of the scripts that only some readers need
 * @property {{ engine: string, core: string }} [offline]
 */

/**
 * How a loader opens an engine.
 * @typedef {object} OpenOptions
 * @property {string} base  absolute, with a slash at its end
 * @property {string} [siteRoot]  absolute
 * @property {Record<string, Promise<Response>>} [early]  requests already under way, by name
 * @property {import('../engine/packs.js').RunScript} [run]  runs a script, for the offline copy
 * @property {() => Promise<Search | undefined>} [reload]  opens the build that the site holds now; undefined when that
 *   is the same one
 */

/** @typedef {import('../engine/error.js').CatchwordError} CatchwordError */
/** @typedef {import('../engine/error.js').ErrorKind} ErrorKind */

export {};
