// The query in the page's address, when the owner asks for it (`url-state`, or `url-state="name"`).
//
// Typing rewrites the entry that the reader is on; a search that is meant (Enter, a chosen result)
// makes an entry of its own, so Back returns to it.

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
    if (query !== this.query) this.write_('replaceState', query);
  }

  /** @param {string} query */
  meant(query) {
    if (history.state?.catchword !== query) this.write_('pushState', query);
  }

  write_(method, query) {
    const url = new URL(location.href);
    if (query === '') url.searchParams.delete(this.parameter_);
    else url.searchParams.set(this.parameter_, query);
    try {
      history[method](method === 'pushState' ? { catchword: query } : history.state, '', url);
    } catch {
      // A page opened from disk or in a sandbox may not name its own address; the search goes on.
    }
  }
}
