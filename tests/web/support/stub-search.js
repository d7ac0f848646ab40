// createSearch as the client has it, over a handful of records in memory: for trying the element
// without a bundle. Tests steer it through `control`.

import { kRecords } from './stub-records.js';

/** What a test may set: errors to give, and a gate that answers wait at. */
export const control = {
  opened: 0,
  /** @type {string[]} */
  asked: [],
  /** What was asked beside the words, of searches that want results. @type {object[]} */
  options: [],
  /** @type {string[]} */
  aborted: [],
  /** @type {{ message: string, remedy?: string } | null} */
  failure: null,
  /** @type {Promise<void> | null} */
  gate: null,
  records: kRecords,
  /** Writes of a word that are taken for another: from, to, and whether that is searched at once. */
  corrections: [
    ['vietnm', 'vietnam', true],
    ['aubergin', 'building', false],
    ['build ing', 'building', false],
  ],
  /** Answers wait until the function that this returns is called. */
  hold() {
    /** @type {() => void} */
    let release = () => {};
    this.gate = new Promise((resolve) => (release = () => resolve()));
    return () => {
      this.gate = null;
      release();
    };
  },
};

const kKeys = [
  { key: 'kind', type: 'text', facet: true, sort: true },
  { key: 'author', type: 'list', facet: true, sort: false },
  { key: 'date', type: 'date', facet: true, sort: true, min: '1997-09', max: '2002-11' },
  { key: 'title', type: 'text', facet: false, sort: true },
];

export async function createSearch({ base, siteRoot = new URL('..', base).href }) {
  control.opened++;
  return {
    search: (query, options) => search(query, options, siteRoot),
    describe: async () => ({ documents: control.records.length, languages: ['en'], keys: kKeys }),
    suggest: async (prefix) => suggest(prefix),
  };
}

async function search(query, options = {}, siteRoot) {
  const { limit = 10, offset = 0, signal, ...others } = options;
  if (limit > 0) {
    control.asked.push(query);
    control.options.push(others);
  }
  signal?.addEventListener('abort', () => control.aborted.push(query));
  await control.gate;
  signal?.throwIfAborted();
  if (control.failure) throw Object.assign(new Error(control.failure.message), control.failure);
  return answer(query, limit, offset, others, siteRoot);
}

function answer(query, limit, offset, { filters = {}, sort = '', correct = true, facets, passages }, siteRoot) {
  const corrections = correct ? correctionsOf(query) : [];
  const applied = corrections.filter((correction) => correction.applied);
  const words = wordsOf(applied.reduce((text, { from, to }) => text.replace(from, to), query));
  const all = control.records.map((record) => ({ record, found: words.filter((word) => has(record, word)) }));
  const matching = all.filter(({ found }) => words.length === 0 || found.length > 0);
  const hits = matching.filter(({ record }) => passes(record, filters)).sort(orderOf(sort));
  const known = words.filter((word) => control.records.some((record) => has(record, word)));
  return {
    total: hits.length,
    exact: true,
    complete: hits.filter(({ found }) => found.length === words.length).length,
    unknown: words.filter((word) => !known.includes(word)),
    interpretation: { text: words.join(' '), corrections },
    ...(facets && { facets: countAll(facets, matching, filters) }),
    results: hits.slice(offset, offset + limit).map((hit) => result(hit, words, siteRoot, passages)),
  };
}

const wordsOf = (query) => query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function correctionsOf(query) {
  const words = wordsOf(query);
  return control.corrections.filter(([from]) => from.split(' ').every((word) => words.includes(word))).map(([from, to, applied]) => ({ from, to, kind: 'spelling', applied }));
}

// ---- filters, orders and facets ----

const valuesOf = (record, key) => (key === 'title' ? [record.title] : (record.meta[key] ?? []));

const passesOne = (record, key, filter) =>
  valuesOf(record, key).some((value) => (Array.isArray(filter) ? filter.includes(value) : value >= filter.from && value.slice(0, filter.to.length) <= filter.to));

const passes = (record, filters) => Object.entries(filters).every(([key, filter]) => passesOne(record, key, filter));

function orderOf(sort) {
  if (sort === '') return (a, b) => b.found.length - a.found.length;
  const sign = sort.startsWith('-') ? -1 : 1;
  const value = ({ record }) => valuesOf(record, sort.replace(/^-/, ''))[0] ?? '';
  return (a, b) => sign * (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0);
}

// A key's own filter doesn't count against its values.
function countAll(facets, matching, filters) {
  return Object.fromEntries(
    Object.entries(facets).map(([key, { limit = 10 }]) => {
      const { [key]: _, ...others } = filters;
      const values = matching.filter(({ record }) => passes(record, others)).flatMap(({ record }) => valuesOf(record, key));
      return [key, key === 'date' ? { type: 'date', buckets: bucketsOf(values) } : { type: 'text', ...valueCounts(values, limit) }];
    }),
  );
}

function valueCounts(values, limit) {
  const counts = [...new Set(values)].map((value) => ({ value, count: values.filter((other) => other === value).length }));
  counts.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { values: counts.slice(0, limit), more: Math.max(0, counts.length - limit) };
}

/** By year, and none for a year without results, as the engine counts. */
function bucketsOf(values) {
  const years = values.map((value) => value.slice(0, 4));
  return [...new Set(years)].sort().map((year) => ({ from: year, to: year, count: years.filter((other) => other === year).length }));
}

// ---- results ----

function suggest(prefix) {
  const words = control.records.flatMap(({ title }) => wordsOf(title));
  const found = [...new Set(words)].filter((word) => word.startsWith(prefix.toLowerCase()));
  return found.map((text) => ({ text, count: words.filter((word) => word === text).length }));
}

function passagesOf({ sections }, url, words) {
  const sorted = [...sections].sort((a, b) => count(b[1], words) - count(a[1], words));
  return sorted.map(([heading, text]) => ({
    heading,
    url: heading ? `${url}#${heading.toLowerCase().replace(/ /g, '-')}` : url,
    text,
    marks: marks(text, words),
  }));
}

function result({ record, found }, words, siteRoot, wanted = record.passages ?? 1) {
  const url = new URL(record.url, siteRoot).href;
  const passages = passagesOf(record, url, words);
  return {
    id: record.id,
    url,
    title: record.title,
    titleMarks: marks(record.title, words),
    score: found.length * 100,
    partial: found.length < words.length,
    meta: record.meta,
    passages: passages.slice(0, wanted),
    passageCount: record.passages ? passages.length : 1,
  };
}

const starts = (word) => new RegExp(`(?<![\\p{L}\\p{N}])${word}[\\p{L}\\p{N}]*`, 'giu');
const has = (record, word) => [record.title, ...record.sections.flat()].some((text) => starts(word).test(text));
const count = (text, words) => marks(text, words).length;

function marks(text, words) {
  const found = words.flatMap((word) => [...text.matchAll(starts(word))]);
  return found.map((match) => [match.index, match.index + match[0].length]).sort((a, b) => a[0] - b[0]);
}
