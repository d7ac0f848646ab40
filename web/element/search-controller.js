// What has been asked and what has been answered, without a line of DOM.
//
// One search is under way at a time: a newer request aborts the older one, and an aborted search is
// never heard of again. The answer that is on show stays until the next one is complete, so that
// whoever draws the state has nothing to flash.

import { asksNothing, isSame, kNoRequest, lacksWords, optionsOf } from './request.js';

/** @typedef {import('./types.js').Search} Search */
/** @typedef {import('./types.js').SearchState} SearchState */
/** @typedef {import('./types.js').Request} Request */

/** @type {SearchState} */
const kNothing = { query: '', request: kNoRequest, busy: false, answer: null, error: null };

/** Results that come first, and how long a quick typist's next letter takes, in ms: only then come the others. */
const kFirst = 3, kRest = 120;

export class SearchController {
  /**
   * @param {object} options
   * @param {() => Promise<Search>} options.open  called at the first sign of intent, and again after it failed
   * @param {() => number} options.limit  results to a page, 1 or more
   * @param {(state: SearchState) => void} options.changed  called after every change of state
   * @param {(ms?: number) => Promise<unknown>} options.pause  lets the page have its turn for so long; until what has
   *   changed is on the screen when that is left out
   * @param {(answer: import('./types.js').Answer) => unknown} options.prepare  awaited before an answer is shown
   * @param {() => boolean} options.draw  shows some more of the answer, unless there is a newer request; whether more is left
   */
  constructor({ open, limit, changed, pause, prepare, draw }) {
    this.open_ = open;
    this.limit_ = limit;
    this.changed_ = changed;
    this.pause_ = pause;
    this.prepare_ = prepare;
    this.draw_ = draw;
    this.state = kNothing;
    /** @type {Promise<Search> | null} */
    this.search_ = null;
    /** Of the search that was made last. */
    this.running_ = new AbortController();
  }

  /** Loads what every search needs. A failure is kept for the search that will need it. */
  warm() {
    this.opened().catch(() => {});
  }

  /** @returns {Promise<Search>} opened, if it wasn't yet */
  opened() {
    if (this.search_) return this.search_;
    const opening = this.open_();
    this.search_ = opening;
    opening.catch(() => {
      if (this.search_ === opening) this.search_ = null;
    });
    return opening;
  }

  /**
   * Asks what differs from what was asked last; whitespace around the query doesn't count. The same twice is asked
   * once, and what has no words yet not at all. Another query is taken for what it seems to mean again.
   * @param {Partial<Request>} change
   */
  ask(change) {
    const { request: before, error } = this.state;
    const request = { ...before, ...change, query: (change.query ?? before.query).trim() };
    if (request.query !== before.query) request.correct = change.correct ?? true;
    if (lacksWords(request) || (isSame(request, before) && !error)) return;
    this.running_.abort();
    if (asksNothing(request)) this.become_({ ...kNothing, request });
    else this.run_(request, 0);
  }

  /** Whether results beyond those on show exist. */
  get hasMore() {
    const { answer } = this.state;
    return answer !== null && answer.results.length < answer.total;
  }

  /** Fetches the next page of results, or at once what is still to come of this one, unless a search is under way. */
  more() {
    const { answer, busy, request } = this.state;
    if (answer && !busy && answer.request === request && this.hasMore) this.run_(request, answer.results.length);
  }

  /** Asks again for what no answer has come to: after an error, or when it was stopped. */
  retry() {
    const { request, answer, busy, error } = this.state;
    const continues = answer?.request === request;
    if (busy || asksNothing(request) || (continues && !answer.unfinished && !error)) return;
    this.run_(request, continues ? answer.results.length : 0);
  }

  /** Forgets bundle and answers: for an element whose `base` has changed. */
  reset() {
    this.running_.abort();
    this.search_ = null;
    this.become_(kNothing);
  }

  /** Aborts what is under way and keeps the rest: for an element that has left the page. */
  stop() {
    this.running_.abort();
    this.become_({ ...this.state, busy: false });
  }

  /**
   * @param {Request} request
   * @param {number} offset
   */
  async run_(request, offset) {
    this.running_.abort();
    const { signal } = (this.running_ = new AbortController());
    // An earlier error stays on show until this attempt has come to something.
    this.become_({ ...this.state, query: request.query, request, busy: true });
    try {
      const rest = this.pause_(kRest);
      const [search] = await Promise.all([this.opened(), this.pause_()]);
      if (!(await this.find_(search, request, offset, signal))) return;
      await rest;
      await this.find_(search, request, kFirst, signal);
    } catch (error) {
      if (!signal.aborted) this.become_({ ...this.state, busy: false, error: asError(error) });
    }
  }

  /**
   * Shows what is found from `offset` on, to the end of its page; of the first page only a few, whose texts are soon
   * fetched and drawn.
   * @param {Search} search
   * @param {Request} request
   * @param {number} offset
   * @param {AbortSignal} signal  rejects once it has aborted
   * @returns {Promise<boolean>} whether it is unfinished: some of the page are still to come
   */
  async find_(search, request, offset, signal) {
    signal.throwIfAborted();
    const { query } = request;
    const page = this.limit_();
    const limit = offset ? page - (offset % page) : Math.min(page, kFirst);
    const answer = await search.search(query, { ...optionsOf(request), limit, offset, signal });
    await this.prepare_(answer);
    signal.throwIfAborted();
    const before = this.state.answer?.results.slice(0, offset) ?? [];
    const results = [...before, ...answer.results];
    // A page that brings nothing new ends the list, whatever the count said.
    const total = answer.results.length ? answer.total : results.length;
    const unfinished = !offset && results.length < Math.min(page, total);
    this.become_({ query, request, busy: false, error: null, answer: { ...answer, total, results, unfinished, query, request } });
    do await this.pause_();
    while (!signal.aborted && this.draw_());
    return unfinished;
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
