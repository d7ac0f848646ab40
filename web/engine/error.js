// The one error of the engine, the client and the loader: what happened, where, and what to do about it.

/** @typedef {'usage' | 'input' | 'output' | 'damaged' | 'unsupported'} ErrorKind */

/**
 * @typedef {object} ErrorDetails
 * @property {ErrorKind} kind
 * @property {string} message  a whole sentence
 * @property {string} [where]  the file (and place) that it is about
 * @property {string} [remedy]  what the reader or the site's owner can do
 * @property {number} [status]  the HTTP status, when a server refused a file
 * @property {unknown} [cause]
 */

export class CatchwordError extends Error {
  /** @param {ErrorDetails} details */
  constructor({ kind, message, where = '', remedy = '', status = 0, cause }) {
    super(message, { cause });
    this.name = 'CatchwordError';
    this.kind = kind;
    this.where = where;
    this.remedy = remedy;
    this.status = status;
  }

  /**
   * The loader and the engine are separate files, each with its own copy of this class, so the name decides.
   * @param {any} value
   */
  static [Symbol.hasInstance](value) {
    return value?.name === 'CatchwordError';
  }
}
