// The types of the public interface; no code.

/**
 * @typedef {object} CreateOptions
 * @property {string | URL} [base]  the bundle's folder: an address, absolute or relative to the page; in Node also a path.
 *   Left out: the folder that the loader came from.
 * @property {string | URL} [siteRoot]  what results' addresses are relative to. Left out: in a browser the folder above
 *   `base`; in Node none, and results keep the addresses that the bundle holds.
 * @property {AbortSignal} [signal]  gives the opening up
 */

/** @typedef {import('../engine/options.js').SearchOptions} SearchOptions */
/** @typedef {import('../engine/options.js').Filters} Filters */

/** @typedef {[from: number, to: number]} Mark  a matched word, in UTF-16 units of the text beside it */

/**
 * @typedef {object} Passage
 * @property {string} heading  that it stands under; may be empty
 * @property {Mark[]} headingMarks
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
 * @property {boolean} partial  lacks a word or a condition of the query
 * @property {Record<string, string[]>} meta
 * @property {Passage[]} passages
 * @property {Explanation} [explanation]  when it was asked for
 * @property {number} passageCount  that have a word of the query, as far as they were looked at
 */

/**
 * A term by which a result was found.
 * @typedef {object} MatchedForm
 * @property {string} form
 * @property {'exact' | 'folded' | 'stem' | 'prefix' | 'pattern' | 'correction'} kind
 * @property {number} documents  that have it
 * @property {number} impact  0 to 255: how much of the result is about it, on a logarithmic scale
 * @property {('title' | 'heading' | 'text' | 'link' | 'metadata')[]} fields  in which it stands
 */

/**
 * What a result's score is the sum of: its words' scores, the title's, and what is added for having every word.
 * @typedef {object} Explanation
 * @property {{ word: string, score: number, idf: number, forms: MatchedForm[] }[]} words  that the result has; idf in
 *   1/4096 of a bit
 * @property {number} title  for how far the words cover the title
 * @property {number} complete  for having every word
 */

/**
 * @typedef {object} Correction
 * @property {string} from  as typed
 * @property {string} to
 * @property {'spelling' | 'split' | 'join'} kind
 * @property {boolean} applied  searched in the place of `from`; else only proposed
 */

/**
 * @typedef {object} Interpretation
 * @property {string} text  how the query was understood, as a query
 * @property {Correction[]} corrections
 * @property {string} [words]  as a query: what the partial matches behind a phrase or operators have words of
 * @property {boolean} [relaxed]  no document is as asked (a phrase, operators), so the words of `text` were searched
 */

/** @typedef {{ value: string, count: number }} FacetValue */
/** @typedef {{ from: string, to: string, count: number }} FacetBucket  both ends included, as a filter takes them */

/**
 * How many of the documents found have which values of a key, under all filters but the choice among its own values.
 * @typedef {object} Facet
 * @property {'text' | 'number' | 'date' | 'list'} type
 * @property {FacetValue[]} [values]  of texts and lists, the most frequent first
 * @property {number} [more]  of texts and lists, values beyond those
 * @property {FacetBucket[]} [buckets]  of numbers and dates, ascending, none empty
 * @property {number} missing  documents without a value
 */

/**
 * @typedef {object} MetadataKey
 * @property {string} key
 * @property {'text' | 'number' | 'date' | 'list'} type
 * @property {boolean} facet  results may be filtered and counted by it
 * @property {boolean} sort  results may be ordered by it
 * @property {string} [min]  of numbers and dates
 * @property {string} [max]
 */

/** @typedef {{ documents: number, languages: string[], keys: MetadataKey[] }} Content  what a bundle holds */

/**
 * @typedef {object} SearchResults
 * @property {number} total  documents that hold at least one of the words
 * @property {boolean} exact  false when `total` is a lower bound
 * @property {number} complete  documents that are as asked, with all the words; they come first
 * @property {string[]} unknown  words of the query that no document holds
 * @property {Interpretation} interpretation
 * @property {SearchResult[]} results
 * @property {Record<string, Facet>} [facets]  by key, when they were asked for
 */

/**
 * @typedef {object} Search
 * @property {(query: string, options?: SearchOptions) => Promise<SearchResults>} search  rejects with a CatchwordError,
 *   or with the signal's reason
 * @property {(query: string, options?: SearchOptions) => Promise<void>} preload  fetches what the words need before
 *   results are asked for, the texts apart
 * @property {(prefix: string, options?: { limit?: number, language?: string, signal?: AbortSignal }) =>
 *   Promise<{ text: string, count: number }[]>} suggest  completions, those of most documents first
 * @property {(options?: { signal?: AbortSignal }) => Promise<Content>} describe  what there is to filter, sort and count by
 */

/**
 * What `catchword index` writes into the loader: the names of this build's files, relative to the bundle's folder.
 * @typedef {object} Bundle
 * @property {number} format
 * @property {string} root
 * @property {string} engine  the script
 * @property {string} lean  the module for plain queries
 * @property {string} speller  the module that also knows what unknown words mean
 * @property {string} full  the module for all
 * @property {string} files
 * @property {string} parts  the hash in the names of the scripts that only some readers need
 * @property {{ engine: string, core: string }} [offline]
 */

/**
 * How a loader opens an engine.
 * @typedef {object} OpenOptions
 * @property {string} base  absolute, with a slash at its end
 * @property {string} [siteRoot]  absolute
 * @property {Uint8Array<ArrayBuffer>} unpacker  of modules; it stands in the engine's script
 * @property {Record<string, Promise<Response>>} [early]  requests already under way, by name
 * @property {import('../engine/packs.js').RunScript} [run]  runs a script, for the offline copy
 * @property {() => Promise<Search | undefined>} [reload]  opens the build that the site holds now; undefined when that
 *   is the same one
 */

/** @typedef {import('../engine/error.js').CatchwordError} CatchwordError */
/** @typedef {import('../engine/error.js').ErrorKind} ErrorKind */

export {};
