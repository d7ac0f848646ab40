// The request in the page's address, when the owner asks for it (`url-state`, or `url-state="name"`):
// ?q=words&q.author=Qi+Bin&q.date=[2001..2002]&q.sort=-date
//
// A request that was meant (Enter, a chosen result, a filter, a link that brought it) is an entry of the history
// that typing leaves alone, so Back returns to it; a query that is being typed is rewritten in place.

/** @typedef {import('./types.js').Request} Request */
/** @typedef {import('./types.js').Filters} Filters */
/** @typedef {Pick<Request, 'query' | 'filters' | 'sort'>} Kept */

export class UrlState {
  /**
   * @param {string} parameter
   * @param {(request: Kept) => void} changed  back or forward led to another request
   */
  constructor(parameter, changed) {
    this.parameter_ = parameter;
    this.changed_ = changed;
  }

  /** @param {AbortSignal} signal  ends it */
  start(signal) {
    if (this.isUsed_) this.meant();
    addEventListener('popstate', () => this.changed_(this.request), { signal });
  }

  /** @returns {Kept} */
  get request() {
    const given = new URLSearchParams(location.search);
    const query = given.get(this.parameter_) ?? '';
    const sort = given.get(`${this.parameter_}.sort`) ?? '';
    return { query, filters: this.filters_(given), sort };
  }

  /**
   * @param {Kept} request
   * @param {boolean} isMeant
   */
  write({ query, filters, sort }, isMeant) {
    const url = new URL(location.href);
    this.clear_(url.searchParams);
    if (query !== '') url.searchParams.set(this.parameter_, query);
    if (sort !== '') url.searchParams.set(`${this.parameter_}.sort`, sort);
    for (const [key, value] of written(filters)) url.searchParams.append(`${this.parameter_}.${key}`, value);
    if (url.href === location.href) return;
    if (isMeant && this.isUsed_) this.meant();
    if (history.state?.catchword) write('pushState', null, url);
    else write('replaceState', history.state, url);
    if (isMeant) this.meant();
  }

  /** The request in the address is to be found again. */
  meant() {
    write('replaceState', { ...history.state, catchword: true }, location.href);
  }

  get isUsed_() {
    return [...new URLSearchParams(location.search).keys()].some((name) => this.isOwn_(name));
  }

  /** @param {string} name */
  isOwn_(name) {
    return name === this.parameter_ || name.startsWith(`${this.parameter_}.`);
  }

  /** @param {URLSearchParams} parameters */
  clear_(parameters) {
    for (const name of [...parameters.keys()]) if (this.isOwn_(name)) parameters.delete(name);
  }

  /** @param {URLSearchParams} given */
  filters_(given) {
    /** @type {Map<string, import('./types.js').Filter>} */
    const filters = new Map();
    for (const [name, value] of given) {
      const key = name.slice(this.parameter_.length + 1);
      if (!name.startsWith(`${this.parameter_}.`) || key === 'sort') continue;
      const range = /^\[(.*)\.\.(.*)\]$/.exec(value);
      filters.set(key, range ? { from: range[1], to: range[2] } : given.getAll(name));
    }
    return Object.fromEntries(filters);
  }
}

/** @param {Filters} filters @returns {[string, string][]} */
function written(filters) {
  return Object.entries(filters).flatMap(([key, filter]) => {
    const values = Array.isArray(filter) ? filter : [`[${filter.from}..${filter.to}]`];
    return values.map((value) => /** @type {[string, string]} */ ([key, value]));
  });
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
