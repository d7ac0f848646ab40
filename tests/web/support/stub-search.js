// createSearch as the client has it, over a handful of records in memory: for trying the element
// without a bundle. Tests steer it through `control`.

import { kRecords } from './stub-records.js';

/** What a test may set: errors to give, and a gate that answers wait at. */
export const control = {
  opened: 0,
  /** @type {string[]} */
  asked: [],
  /** @type {string[]} */
  aborted: [],
  /** @type {{ message: string, remedy?: string } | null} */
  failure: null,
  /** @type {Promise<void> | null} */
  gate: null,
  records: kRecords,
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

export async function createSearch({ base, siteRoot = new URL('..', base).href }) {
  control.opened++;
  return { search: (query, options) => search(query, options, siteRoot) };
}

async function search(query, { limit = 10, offset = 0, signal } = {}, siteRoot) {
  control.asked.push(query);
  signal?.addEventListener('abort', () => control.aborted.push(query));
  await control.gate;
  signal?.throwIfAborted();
  if (control.failure) throw Object.assign(new Error(control.failure.message), control.failure);
  return answer(query, limit, offset, siteRoot);
}

function answer(query, limit, offset, siteRoot) {
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const all = control.records.map((record) => ({ record, found: words.filter((word) => has(record, word)) }));
  const hits = all.filter(({ found }) => found.length > 0).sort((a, b) => b.found.length - a.found.length);
  const known = words.filter((word) => control.records.some((record) => has(record, word)));
  return {
    total: hits.length,
    exact: true,
    complete: hits.filter(({ found }) => found.length === words.length).length,
    unknown: words.filter((word) => !known.includes(word)),
    results: hits.slice(offset, offset + limit).map((hit) => result(hit, words, siteRoot)),
  };
}

function result({ record, found }, words, siteRoot) {
  const sections = [...record.sections].sort((a, b) => count(b[1], words) - count(a[1], words));
  const [heading, text] = sections[0];
  const url = new URL(record.url, siteRoot).href;
  const place = heading ? `${url}#${heading.toLowerCase().replace(/ /g, '-')}` : url;
  return {
    id: record.id,
    url,
    title: record.title,
    titleMarks: marks(record.title, words),
    score: found.length * 100,
    partial: found.length < words.length,
    meta: record.meta,
    passages: [{ heading, url: place, text, marks: marks(text, words) }],
  };
}

const starts = (word) => new RegExp(`(?<![\\p{L}\\p{N}])${word}[\\p{L}\\p{N}]*`, 'giu');
const has = (record, word) => [record.title, ...record.sections.flat()].some((text) => starts(word).test(text));
const count = (text, words) => marks(text, words).length;

function marks(text, words) {
  const found = words.flatMap((word) => [...text.matchAll(starts(word))]);
  return found.map((match) => [match.index, match.index + match[0].length]).sort((a, b) => a[0] - b[0]);
}
