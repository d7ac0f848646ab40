// The query in the page's address, when the owner asks for it (`url-state`, or `url-state="name"`).
//
// A query that was meant (Enter, a chosen result, a link that brought it) is an entry of the history that
// typing leaves alone, so Back returns to it; a query that is being typed is rewritten in place.

export class UrlState {
  /**
   * @param {string} parameter
   * @param {(query: string) => void} changed  back or forward led to another query
   */
  constructor(parameter, changed) {
    this.parameter_ = parameter;
    this.moved_ = () => changed(this.query);
  }

  start() {
    if (this.query !== '') this.meant();
    addEventListener('popstate', this.moved_);
  }

  stop() {
    removeEventListener('popstate', this.moved_);
  }

  get query() {
    return new URLSearchParams(location.search).get(this.parameter_) ?? '';
  }

  /** @param {string} query */
  typed(query) {
    if (query === this.query) return;
    const url = new URL(location.href);
    if (query === '') url.searchParams.delete(this.parameter_);
    else url.searchParams.set(this.parameter_, query);
    if (history.state?.catchword) write('pushState', null, url);
    else write('replaceState', history.state, url);
  }

  /** The query in the address is to be found again. */
  meant() {
    write('replaceState', { ...history.state, catchword: true }, location.href);
  }
}

/**
 * @param {'pushState' | 'replaceState'} method
 * @param {any} state
 * @param {string | URL} url
 */
function write(method, state, url) {
  try {
    history[method](state, '', url);
  } catch {
    // A page opened from disk or in a sandbox may not name its own address; the search goes on.
  }
}
