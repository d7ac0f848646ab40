// What has been asked and what has been answered, without a line of DOM.
//
// One search is under way at a time: a newer query aborts the older one, and an aborted search is
// never heard of again. The answer that is on show stays until the next one is complete, so that
// whoever draws the state has nothing to flash.

/** @typedef {import('./types.js').Search} Search */
/** @typedef {import('./types.js').SearchState} SearchState */

/** @type {SearchState} */
const kNothing = { query: '', busy: false, answer: null, error: null };

export class SearchController {
  /**
   * @param {object} options
   * @param {() => Promise<Search>} options.open  called at the first sign of intent, and again after it failed
   * @param {() => number} options.limit  results to a page, 1 or more
   * @param {(state: SearchState) => void} options.changed  called after every change of state
   */
  constructor({ open, limit, changed }) {
    this.open_ = open;
    this.limit_ = limit;
    this.changed_ = changed;
    this.state = kNothing;
    /** @type {Promise<Search> | null} */
    this.search_ = null;
    /** @type {AbortController | null} */
    this.running_ = null;
  }

  /** Loads what every search needs. A failure is kept for the search that will need it. */
  warm() {
    this.opened_().catch(() => {});
  }

  /**
   * Asks `query`; whitespace around it doesn't count. The same query twice is asked once.
   * @param {string} query
   */
  ask(query) {
    const wanted = query.trim();
    if (wanted === this.state.query && !this.state.error) return;
    this.abort_();
    if (wanted === '') {
      this.become_(kNothing);
    } else {
      this.run_(wanted, 0);
    }
  }

  /** Whether results beyond those on show exist. */
  get hasMore() {
    const { answer } = this.state;
    return answer !== null && answer.results.length > 0 && answer.results.length < answer.total;
  }

  /** Fetches the next page of results, unless something is under way already. */
  more() {
    const { answer, busy, query } = this.state;
    if (answer && !busy && answer.query === query && this.hasMore) {
      this.run_(query, answer.results.length);
    }
  }

  /** Asks again after an error. */
  retry() {
    const { query, answer, error } = this.state;
    if (!error || query === '') return;
    const continues = answer !== null && answer.query === query;
    this.run_(query, continues ? answer.results.length : 0);
  }

  /** Forgets bundle and answers: for an element whose `base` has changed. */
  reset() {
    this.abort_();
    this.search_ = null;
    this.become_(kNothing);
  }

  /** Aborts what is under way and keeps the rest: for an element that has left the page. */
  stop() {
    this.abort_();
    if (this.state.busy) this.become_({ ...this.state, busy: false });
  }

  opened_() {
    this.search_ ??= this.open_().catch((error) => {
      this.search_ = null;
      throw error;
    });
    return this.search_;
  }

  abort_() {
    this.running_?.abort();
    this.running_ = null;
  }

  /**
   * @param {string} query
   * @param {number} offset
   */
  async run_(query, offset) {
    const running = new AbortController();
    this.running_ = running;
    // An earlier error stays on show until this attempt has come to something.
    this.become_({ ...this.state, query, busy: true });
    try {
      const search = await this.opened_();
      if (running.signal.aborted) return;
      const answer = await search.search(query, { limit: this.limit_(), offset, signal: running.signal });
      if (!running.signal.aborted) this.answered_(query, offset, answer);
    } catch (error) {
      if (!running.signal.aborted) this.become_({ ...this.state, busy: false, error: asError(error) });
    }
  }

  /**
   * @param {string} query
   * @param {number} offset
   * @param {import('./types.js').Answer} answer
   */
  answered_(query, offset, answer) {
    const before = offset > 0 && this.state.answer ? this.state.answer.results : [];
    const results = [...before, ...answer.results];
    // A page that brings nothing new ends the list, whatever the count said.
    const total = answer.results.length === 0 ? results.length : answer.total;
    this.become_({ query, busy: false, error: null, answer: { ...answer, total, results, query } });
  }

  /** @param {SearchState} state */
  become_(state) {
    this.state = state;
    this.changed_(state);
  }
}

/**
 * @param {unknown} thrown
 * @returns {Error}
 */
function asError(thrown) {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
