// The rows of the comparison: what is measured, how it reads, and what Catchword aims at.

/** @typedef {import('./site.mjs').Figures} Figures */
/** @typedef {import('./site.mjs').Measured} Measured */
/** @typedef {{ facet: number, columns: Record<string, number>, filter: Record<string, number> }} PackageFigures */

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {(figures: Figures, engine: string) => number} value
 * @property {(value: number) => string} show
 * @property {number | Record<string, number>} [most] Catchword's target, for each site if they differ
 * @property {number | Record<string, number>} [mostRatio] target of Catchword's value over Pagefind's
 * @property {(figures: Figures) => number} [ratioTo] what of Pagefind's, when it isn't the same value
 */

/** What stands for Pagefind's index: what it searches, not what searches it. */
const PEER_PARTS = ['index', 'text'];

/** @param {Measured} figures @param {string} engine @param {'bytes' | 'files'} unit */
function weight({ bundle }, engine, unit) {
  const parts = Object.keys(bundle).filter((part) =>
    engine === 'catchword' ? part !== 'offline' : PEER_PARTS.includes(part),
  );
  return parts.reduce((total, part) => total + bundle[part][unit], 0);
}

/** @param {Figures} figures @param {string} engine */
function allFiles({ bundle }, engine) {
  void engine;
  return Object.entries(bundle).reduce((total, [part, { files }]) => total + (part === 'offline' ? 0 : files), 0);
}

const count = (/** @type {number} */ value) => value.toLocaleString('en-US', { maximumFractionDigits: 1 });
const kilobytes = (/** @type {number} */ value) => `${(value / 1e3).toFixed(1)} kB`;
const megabytes = (/** @type {number} */ value) => `${(value / 1e6).toFixed(2)} MB`;
const seconds = (/** @type {number} */ value) => `${value.toFixed(2)} s`;
const milliseconds = (/** @type {number} */ value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const fraction = (/** @type {number} */ value) => value.toFixed(3);

/** @type {Row[]} */
export const ROWS = [
  { name: 'build, wall time', value: ({ build }) => build.seconds, show: seconds, mostRatio: 0.25 },
  { name: 'build, peak memory', value: ({ build }) => build.peakBytes, show: megabytes, mostRatio: 0.25 },
  {
    name: 'bundle (Pagefind: its index and fragments alone)',
    value: (figures, engine) => weight(figures, engine, 'bytes'),
    show: megabytes,
    mostRatio: { postgresql: 0.75, python: 0.75, cppreference: 0.5 },
  },
  { name: 'files', value: allFiles, show: count, most: 2500 },
  {
    name: 'first search from nothing: bytes',
    value: ({ cold }) => cold.bytes,
    show: kilobytes,
    most: { postgresql: 40e3, python: 45e3, cppreference: 40e3 },
  },
  { name: 'its response headers, apart', value: ({ cold }) => cold.headerBytes, show: kilobytes },
  { name: 'its requests', value: ({ cold }) => cold.requests, show: count, most: 11 },
  { name: 'its dependent steps', value: ({ cold }) => cold.steps, show: count, most: 4 },
  { name: 'its time to five results', value: ({ cold }) => cold.ms, show: milliseconds, mostRatio: 0.5 },
  { name: 'after focus: bytes', value: ({ afterFocus }) => afterFocus.bytes, show: kilobytes },
  { name: 'after focus: dependent steps', value: ({ afterFocus }) => afterFocus.steps, show: count, most: 2 },
  {
    name: 'after focus: time to five results (ratio: to Pagefind from nothing)',
    value: ({ afterFocus }) => afterFocus.ms,
    show: milliseconds,
    mostRatio: 0.3,
    ratioTo: ({ cold }) => cold.ms,
  },
  { name: 'a further query, bytes', value: ({ session }) => session.furtherBytes, show: kilobytes, most: 14e3 },
  { name: 'a session of 100 queries, bytes', value: ({ session }) => session.bytes, show: megabytes, mostRatio: 0.5 },
  {
    name: 'first search of a mistyped word: bytes',
    value: ({ mistyped }) => mistyped ?? NaN,
    show: kilobytes,
    most: 75e3,
  },
  { name: 'WebAssembly', value: ({ cold }) => cold.wasm, show: kilobytes, most: 14e3 },
  { name: 'loader and engine JavaScript', value: ({ cold }) => cold.script, show: kilobytes, most: 6e3 },
  { name: 'root', value: ({ cold }) => cold.root, show: kilobytes, most: 4e3 },
  { name: 'warm query, p50', value: ({ warm }) => warm.p50, show: milliseconds, most: 0.5 },
  { name: 'warm query, p99', value: ({ warm }) => warm.p99, show: milliseconds, most: 5 },
  { name: 'known items, MRR@10', value: ({ knownItems }) => knownItems.mrr10, show: fraction },
  { name: 'known items, nDCG@10', value: ({ knownItems }) => knownItems.ndcg10, show: fraction },
  { name: 'known items, first result right', value: ({ knownItems }) => knownItems.s1, show: fraction },
];

/**
 * The rows of the run over Debian's packages.
 * @type {{ name: string, value: (figures: Measured & PackageFigures) => number, show: (value: number) => string, most?: number }[]}
 */
export const PACKAGE_ROWS = [
  { name: 'build, wall time', value: ({ build }) => build.seconds, show: seconds, most: 15 },
  { name: 'build, peak memory', value: ({ build }) => build.peakBytes, show: megabytes, most: 600e6 },
  { name: 'bundle', value: (figures) => weight(figures, 'catchword', 'bytes'), show: megabytes },
  { name: 'files', value: (figures) => weight(figures, 'catchword', 'files'), show: count, most: 15000 },
  { name: 'root', value: ({ cold }) => cold.root, show: kilobytes, most: 6e3 },
  { name: 'first search from nothing: bytes', value: ({ cold }) => cold.bytes, show: kilobytes, most: 45e3 },
  { name: 'its time to five results', value: ({ cold }) => cold.ms, show: milliseconds },
  { name: 'after focus: time to five results', value: ({ afterFocus }) => afterFocus.ms, show: milliseconds },
  { name: 'a further query, bytes', value: ({ session }) => session.furtherBytes, show: kilobytes },
  { name: 'warm query, p50', value: ({ warm }) => warm.p50, show: milliseconds },
  { name: 'warm query, p99', value: ({ warm }) => warm.p99, show: milliseconds, most: 8 },
  { name: "all sections' counts for a letter, p99", value: ({ facet }) => facet, show: milliseconds, most: 15 },
  { name: 'filters by each section over the entropy of their lists', value: ({ filter }) => filter.section, show: fraction, most: 1 },
  { name: 'filters by each priority over the entropy of their lists', value: ({ filter }) => filter.priority, show: fraction, most: 1 },
  { name: 'filters from a size on over the entropy of their documents', value: ({ filter }) => filter.from, show: fraction },
  { name: 'filters between two sizes over the entropy of their documents', value: ({ filter }) => filter.between, show: fraction },
  { name: 'column of sections over its entropy', value: ({ columns }) => columns.section, show: fraction, most: 1.2 },
  { name: 'column of priorities over its entropy', value: ({ columns }) => columns.priority, show: fraction, most: 1.2 },
];

/** Of filters by each year and month of many dated documents: what they load, times the entropy of their lists. */
export const DATE_TARGET = 1.2;

/**
 * What is asked of judged sets, by name: at least so much, or so many times what a peer has in the same run.
 * @type {Record<string, { least?: number, leastRatio?: number }>}
 */
export const RELEVANCE_TARGETS = {
  cranfield: { leastRatio: 1.02 },
  cisi: { leastRatio: 1.02 },
  nfcorpus: { leastRatio: 1.02 },
  'xquad-en': { least: 0.97 },
  'xquad-de': { least: 0.95 },
  'xquad-ar': { least: 0.92 },
  'xquad-zh': { least: 0.93 },
  jsquad: { least: 0.9 },
  'ki-postgresql': { least: 0.86 },
  'ki-python': { least: 0.82 },
  'ki-cppreference': { least: 0.75 },
  'ki-git': { least: 0.88 },
  'ki-sqlite': { leastRatio: 1.2 },
  'ki-libreoffice-de': { leastRatio: 1.15 },
  'ki-libreoffice-zh-cn': { leastRatio: 1.15 },
  exact: { least: 0.96 },
  typo: { least: 0.95 },
  prefix: { least: 0.97 },
};

/** @param {string} set @returns {string} */
export function relevanceTarget(set) {
  const { least, leastRatio } = RELEVANCE_TARGETS[set] ?? RELEVANCE_TARGETS[set.split('-')[0]] ?? {};
  if (least !== undefined) return `at least ${fraction(least)}`;
  return leastRatio === undefined ? '' : `ratio at least ${leastRatio.toFixed(2)}`;
}

/**
 * @param {number | Record<string, number> | undefined} target @param {string} site
 * @returns {number | undefined}
 */
export function targetFor(target, site) {
  return typeof target === 'object' ? target[site] : target;
}
