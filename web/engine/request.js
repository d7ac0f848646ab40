// A request as the bytes that the module reads: core/search/request.h, and behind it core/query/options.h.

import { CatchwordError } from './error.js';
import { encoder } from './utf8.js';

/** @typedef {import('./options.js').SearchOptions} SearchOptions */
/** @typedef {import('./options.js').Filters} Filters */
/** @typedef {'search' | 'suggest' | 'describe'} Verb */

const kVerbs = ['search', 'suggest', 'describe'];
const kIntervals = ['', 'year', 'month', 'day'];

/** The module counts in 32 bits, and there are never so many documents. */
const kMost = 0x7fffffff;

/** Kinds of filters, in the order in which core/query/options.h numbers them: of sets of filters, and then of values. */
const kSetKinds = ['and', 'or', 'not'];
const kValueKinds = ['any', 'all', 'none'];
const kAnd = 0, kRange = 6;

/** Tags of the options that only the full module reads. */
const kFilter = 1, kOrder = 2, kFacets = 3, kAllFacets = 4, kExplain = 5;

/**
 * @param {string} where
 * @param {unknown} value
 * @param {string} must
 */
function misuse(where, value, must) {
  return new CatchwordError({
    kind: 'usage',
    message: `${where} is ${JSON.stringify(value) ?? value}, but must be ${must}.`,
    where,
    remedy: 'Change it or leave it out.',
  });
}

/** @param {any} value */
const listOf = (value) => (Array.isArray(value) ? value : [value]);

/**
 * What may mean more than words do, as is_plain in core/search/query.cc says it, but behind any space that Unicode has:
 * quotes, signs before or in a word, words in capitals that join others, symbols that stand together or before a name.
 * tests/query/plain_queries.txt has cases.
 */
const kBeyondWords =
  /["\u201c-\u201f\xab\xbb]|(^|[\0- \s(])(-(?!-)|=)(?=[^\0- )])|\b(OR|AND|NOT|NEAR)\b|[^\0- (][*~]|[^\0- (?]\?(?=[^\0- )?])|[^\0- (:]:(?=[^\0- ):/])|(^|[^\w-])(\+\+|::|[@#$-][^\W\d])|(?!--|::|\+\+|[!?]{2})[!#%&*+:<-@^|~-]{2}/;

/**
 * Whether no full module is needed: words, and no option of those that only that one reads.
 * @param {Verb} verb
 * @param {string} query
 * @param {SearchOptions} options
 */
export function isPlain(verb, query, { filters, sort, facets, explain }) {
  return verb === 'search' && !(filters || sort || facets || explain) && !kBeyondWords.test(query);
}

class RequestWriter {
  /** @type {number[]} */
  bytes = [];

  /** @param {number} value */
  number(value) {
    for (; value > 127; value >>>= 7) this.bytes.push((value & 127) | 128);
    this.bytes.push(value);
  }

  /**
   * @param {any} value
   * @param {string} name
   */
  count(value, name) {
    if (!Number.isInteger(value) || value < 0) throw misuse(name, value, 'a whole number, 0 or more');
    this.number(Math.min(value, kMost));
  }

  /** @param {unknown} value  dates as their day in UTC */
  string(value) {
    const bytes = encoder.encode(value instanceof Date ? value.toISOString().slice(0, 10) : String(value));
    this.number(bytes.length);
    for (const byte of bytes) this.bytes.push(byte);
  }

  /**
   * @template T
   * @param {T[]} items
   * @param {(item: T) => void} write
   */
  list(items, write) {
    this.number(items.length);
    items.forEach(write);
  }

  /** All of its entries must hold. @param {Filters} filters */
  filter(filters) {
    if (Object(filters) !== filters) throw misuse('filters', filters, 'an object with a key for each');
    this.number(kAnd);
    this.list(Object.entries(filters), ([key, value]) => {
      const kind = kSetKinds.indexOf(key);
      if (kind < 0) return this.condition(key, value);
      this.number(kind);
      this.list(listOf(value), (one) => this.filter(one));
    });
  }

  /**
   * @param {string} key
   * @param {any} value
   */
  condition(key, value) {
    const plain = Object(value) !== value || Array.isArray(value) || value instanceof Date;
    const { from, to, ...sets } = plain ? { any: value } : value;
    const hasRange = from !== undefined || to !== undefined;
    this.number(kAnd);
    this.number(Object.keys(sets).length + Number(hasRange));
    for (const [name, values] of Object.entries(sets)) {
      const kind = kValueKinds.indexOf(name);
      if (kind < 0) throw misuse(`filters.${key}`, value, 'a value, a list, or an object of any, all, none, from, to');
      this.number(kSetKinds.length + kind);
      this.string(key);
      this.list(listOf(values), (one) => this.string(one));
    }
    if (!hasRange) return;
    this.number(kRange);
    for (const text of [key, from ?? '', to ?? '']) this.string(text);
  }

  /** @param {string} key  a minus before it: the other way round */
  order(key) {
    const falls = Number(key.startsWith('-'));
    this.string(key.slice(falls));
    this.number(falls);
  }

  /**
   * @param {string} key
   * @param {{ limit?: number, interval?: string }} [how]
   */
  facet(key, { limit = 0, interval = '' } = {}) {
    const place = kIntervals.indexOf(interval);
    if (place < 0) throw misuse(`facets.${key}.interval`, interval, "'year', 'month' or 'day'");
    this.string(key);
    this.count(limit, `facets.${key}.limit`);
    this.number(place);
  }

  /** @param {any} facets */
  facets(facets) {
    if (facets === true) return this.number(kAllFacets);
    this.number(kFacets);
    if (Array.isArray(facets)) this.list(facets, (key) => this.facet(key));
    else this.list(Object.entries(facets), ([key, how]) => this.facet(key, how));
  }

  /** @param {SearchOptions} options */
  options({ filters, sort, facets, explain }) {
    if (filters) (this.number(kFilter), this.filter(filters));
    if (sort) (this.number(kOrder), this.list(listOf(sort), (key) => this.order(String(key))));
    if (facets) this.facets(facets);
    if (explain) this.number(kExplain);
  }
}

/**
 * @param {Verb} verb
 * @param {string} query
 * @param {SearchOptions} options
 * @returns {Uint8Array}  throws a CatchwordError of kind `usage`
 */
export function encodeRequest(verb, query, options) {
  const { limit = 10, offset = 0, snippet = 280, passages = 3 } = options;
  const { complete = false, correct = true, language = '' } = options;
  const writer = new RequestWriter();
  writer.number(kVerbs.indexOf(verb));
  writer.string(query);
  for (const [name, value] of Object.entries({ limit, offset, snippet, passages })) writer.count(value, name);
  writer.number(Number(Boolean(complete)) | (Number(!correct) << 1) | (Number(!isPlain(verb, query, options)) << 2));
  writer.string(language);
  writer.options(options);
  return Uint8Array.from(writer.bytes);
}
