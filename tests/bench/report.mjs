// The results as a Markdown page and its plots.
import { ENGINES } from './engines.mjs';
import { toSvg } from './plot.mjs';
import { DATE_TARGET, PACKAGE_ROWS, ROWS, relevanceTarget, targetFor } from './targets.mjs';

/** @typedef {Awaited<ReturnType<typeof import('./site.mjs').measureSite>>} SiteResult */
/** @typedef {Awaited<ReturnType<typeof import('./site.mjs').measurePackages>>} PackageResult */
/** @typedef {{ what: string, why: string }} Omission */
/**
 * @typedef {object} Results
 * @property {ReturnType<typeof import('./machine.mjs').describeMachine>} machine
 * @property {import('./site.mjs').Amounts} amounts
 * @property {SiteResult[]} sites
 * @property {import('./scale.mjs').Point[]} points
 * @property {PackageResult} [packages]
 * @property {Awaited<ReturnType<typeof import('./edits.mjs').measureEdits>>} [edits]
 * @property {Awaited<ReturnType<typeof import('./keystrokes.mjs').measureKeystrokes>>} [keystrokes]
 * @property {Awaited<ReturnType<typeof import('./file-limits.mjs').measureFileLimits>>} [fileLimits]
 * @property {import('./relevance.mjs').Judged[]} [judged]
 * @property {import('./dates.mjs').DatedSize[]} [dates]
 * @property {Awaited<ReturnType<typeof import('./million.mjs').measureMillion>>} [million]
 * @property {Omission[]} omissions
 */

const [OURS, PEER] = ENGINES;

/** @param {string[]} cells @returns {string} */
function row(cells) {
  return `| ${cells.join(' | ')} |`;
}

/** @param {import('./targets.mjs').Row} row @param {string} site @returns {string} */
function describeTarget({ most, mostRatio, show }, site) {
  const absolute = targetFor(most, site);
  if (absolute !== undefined) return `at most ${show(absolute)}`;
  const relative = targetFor(mostRatio, site);
  return relative === undefined ? '' : `ratio at most ${relative.toFixed(2)}`;
}

/** @param {import('./targets.mjs').Row} line @param {SiteResult} site @returns {string} */
function tableRow(line, { name, engines }) {
  const [ours, peer] = [engines[OURS.key], engines[PEER.key]];
  const value = ours && line.value(ours, OURS.key);
  const reference = peer && line.value(peer, PEER.key);
  const divisor = peer && line.ratioTo ? line.ratioTo(peer) : reference;
  const ratio = ours && peer ? (value / divisor).toFixed(2) : '';
  return row([
    line.name,
    describeTarget(line, name),
    ours ? line.show(value) : 'not run',
    peer ? line.show(reference) : 'not run',
    ratio,
  ]);
}

/** @param {SiteResult} site @returns {string} */
function siteSection(site) {
  const size = `${site.pages.toLocaleString('en-US')} pages, ${(site.htmlBytes / 1e6).toFixed(1)} MB of HTML`;
  return [
    `## ${site.name} (${site.package}: ${size})`,
    '',
    row(['', 'target', OURS.name, PEER.name, 'ratio']),
    row(['---', '---', '---:', '---:', '---:']),
    ...ROWS.map((line) => tableRow(line, site)),
  ].join('\n');
}

/** @param {Results} results @returns {string} */
function method({ machine, amounts }) {
  const memory = Math.round(machine.memoryBytes / 2 ** 30);
  return `Measured on ${machine.cores} cores (${machine.processor}), ${memory} GiB of memory, Node
${machine.node}, Chromium ${machine.chromium}. The machine does other work at the same time: compare ratios, not
seconds.

- **Pages.** Those of Debian's documentation packages that the judged sets list, copied to a folder of their own.
  Each engine runs with its defaults.
- **Build.** Medians of ${amounts.builds} builds of each engine, taken in turn; memory is the highest resident set.
- **First search.** Medians over ${amounts.coldQueries} queries of one or two words, drawn with a fixed seed from the
  known-item queries, among those for which each engine has five results; each in a new browser profile, five results
  with snippets, the engine included and the page apart. The server compresses text types by brotli at quality 5 and
  counts the bodies that it sends. Its network has 1.6 Mbit/s and a round trip of 150 ms, on a connection that is open
  already; it is made in the server, so that workers feel it too. Steps are the longest chain of requests
  of which each was made after the one before it was answered.
- **After focus.** The same, once the engine has been opened and the network has come to rest.
- **Session.** ${amounts.sessionQueries} queries one after the other on one page, five results each.
- **Warm query.** From the call to the ranked list, without texts, all blocks loaded:
  ${amounts.warmQueries} known-item queries and the 26 single letters.
- **Known items.** Every query of the set, asked in Chromium in one session: an entry of the site's own index, and the
  pages that it points to.
- kB and MB are 1,000 and 1,000,000 bytes.`;
}

const CURVES = [
  {
    file: 'benchmarks-bytes.svg',
    title: 'Bytes of a first search',
    value: (/** @type {import('./scale.mjs').Point} */ point) => point.bytes / 1e3,
    unit: 'kB',
  },
  {
    file: 'benchmarks-time.svg',
    title: 'Time to five results at 1.6 Mbit/s and 150 ms',
    value: (/** @type {import('./scale.mjs').Point} */ point) => point.ms / 1e3,
    unit: 's',
  },
];

/** @param {Results} results @returns {string[]} */
function enginesOf({ points }) {
  return [...new Set(points.map((point) => point.engine))];
}

/** @param {Results} results @returns {Record<string, string>} SVG by file name; none without curves */
export function toPlots(results) {
  return { ...filePlot(results), ...curvePlots(results) };
}

/** @param {Results} results @returns {Record<string, string>} */
function filePlot({ fileLimits }) {
  if (!fileLimits) return {};
  const points = fileLimits.map(({ files, bytes }) => /** @type {[number, number]} */ ([files, bytes / 1e3]));
  points.sort(([a], [b]) => a - b);
  const chart = { title: 'Bytes of a first search', xLabel: 'files', yLabel: 'kB', series: [{ name: OURS.name, points }] };
  return { 'benchmarks-files.svg': toSvg({ ...chart, showY: (tick) => String(Number(tick.toPrecision(3))) }) };
}

/** @param {Results} results @returns {Record<string, string>} */
function curvePlots(results) {
  if (results.points.length === 0) return {};
  const plots = CURVES.map(({ file, title, value, unit }) => {
    const series = enginesOf(results).map((name) => ({
      name,
      points: results.points
        .filter((point) => point.engine === name)
        .map((point) => /** @type {[number, number]} */ ([point.pages, value(point)])),
    }));
    const showY = (/** @type {number} */ tick) => String(Number(tick.toPrecision(3)));
    return [file, toSvg({ title, xLabel: 'pages', yLabel: unit, series, showY })];
  });
  return Object.fromEntries(plots);
}

/** @param {SiteResult} site @returns {string[]} its row in the section on reading, if it was measured */
function readingRow({ name, htmlBytes, reading }) {
  if (!reading) return [];
  const megabytes = htmlBytes / 1e6;
  const speed = (/** @type {number} */ seconds) => (megabytes / seconds).toFixed(0);
  const ratio = (reading.seconds / reading.twoThreadsSeconds).toFixed(2);
  return [row([name, megabytes.toFixed(1), 'at least 80', speed(reading.processorSeconds), ratio])];
}

/** @param {Results} results @returns {string[]} the section on reading alone, if it was measured */
function readingSection({ sites }) {
  const lines = sites.flatMap(readingRow);
  if (lines.length === 0) return [];
  return [
    [
      '## Reading alone',
      '',
      'From files to documents, the pass over the whole site included (`catchword index --dry-run`), less what the program',
      'takes to start and read one empty page: by the time of the processor with one thread, and how much sooner it is done',
      'with two.',
      '',
      row(['', 'MB of HTML', 'target', 'MB a second on one core', 'gain by a second']),
      row(['---', '---:', '---:', '---:', '---:']),
      ...lines,
    ].join('\n'),
  ];
}

/** @param {Results} results @returns {string[]} the section on Debian's packages, if they were measured */
function packageSection({ packages }) {
  if (!packages) return [];
  const lines = PACKAGE_ROWS.map(({ name, value, show, most }) =>
    row([name, most === undefined ? '' : `at most ${show(most)}`, show(value(packages))]),
  );
  const size = `${packages.documents.toLocaleString('en-US')} documents, ${(packages.bytes / 1e6).toFixed(1)} MB of JSON lines`;
  const head = [row(['', 'target', OURS.name]), row(['---', '---', '---:'])];
  return [[`## Descriptions of Debian's packages (${size})`, '', ...head, ...lines].join('\n')];
}

/** @param {Results} results @returns {string[]} the section on the number of pages, if there are curves */
function scaleSection(results) {
  if (results.points.length === 0) return [];
  const sizes = [...new Set(results.points.map((point) => point.pages))];
  const cell = (/** @type {string} */ engine, /** @type {number} */ pages) => {
    const point = results.points.find((one) => one.engine === engine && one.pages === pages);
    return point ? `${(point.bytes / 1e3).toFixed(0)} kB, ${(point.ms / 1e3).toFixed(1)} s` : 'not run';
  };
  return [
    [
      '## A first search against the number of pages',
      '',
      'Pages of cppreference in a random order; Catchword and Pagefind read their HTML, the others index the text that',
      'Pagefind read, all of it stored so that they can show a snippet. The others fetch their whole index, so that one',
      'query stands for all; of SQLite the server compresses no byte, as servers do with a type that they do not know.',
      '',
      ...CURVES.map(({ file, title }) => `![${title}](${file})\n`),
      row(['pages', ...sizes.map((size) => size.toLocaleString('en-US'))]),
      row(['---', ...sizes.map(() => '---:')]),
      ...enginesOf(results).map((engine) => row([engine, ...sizes.map((size) => cell(engine, size))])),
    ].join('\n'),
  ];
}

const percent = (/** @type {number} */ part) => `${(part * 100).toFixed(2)}%`;
const grouped = (/** @type {number} */ value) => value.toLocaleString('en-US');
const kilobytes = (/** @type {number} */ value) => `${(value / 1e3).toFixed(1)} kB`;
const megabytes = (/** @type {number} */ value) => `${(value / 1e6).toFixed(1)} MB`;

/** @param {string} title @param {string} text @param {string[][]} table the head first @returns {string} */
function section(title, text, [head, ...lines]) {
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [`## ${title}`, '', text, '', ...[head, rule, ...lines].map(row)].join('\n');
}

/** @param {Results} results @returns {string[]} */
function dateSection({ dates }) {
  if (!dates) return [];
  const text = `Synthetic documents, each of a day of 25 years that nothing else tells and with a rating from 1 to 5: what a filter by
each year, each month, some days and each rating loads, times the entropy of the lists of their documents, which no list
can take less than here (in brackets: bytes and files of one filter). Of the largest, of years and months at most
${DATE_TARGET.toFixed(2)} is wanted: where lists are shorter than the 64 bytes of a file they share one.`;
  const shown = (/** @type {import('./filters.mjs').FilterCosts} */ { ratio, bytes, files }) =>
    `${ratio.toFixed(2)} (${grouped(Math.round(bytes))} B, ${files.toFixed(1)})`;
  const lines = dates.map(({ documents, files, bundleBytes, root, years, months, days, ratings }) => [
    grouped(documents), grouped(files), kilobytes(bundleBytes), kilobytes(root), ...[years, months, days, ratings].map(shown)]);
  const head = ['documents', 'files', 'bundle', 'root', 'years', 'months', 'days', 'ratings'];
  return [section('Filters by dates', text, [head, ...lines])];
}

/** @param {Results} results @returns {string[]} */
function editSection({ edits }) {
  if (!edits) return [];
  const text = `Catchword on cppreference: of the bytes of a new bundle, those in files that the one before does not have.
Sentences are put in on ${edits.edits} pages, each by itself; the figure is the median.`;
  return [section('What an edit changes', text, [
    ['', 'target', 'Catchword'],
    ['a sentence more on one page', 'at most 2%', `${percent(edits.share)} (${edits.changedFiles} files)`],
    ['the worst of these pages', '', percent(edits.most)],
    ['one page more', '', `${percent(edits.added.share)} (${edits.added.files} files)`],
    ['one thread and two: the same bytes', 'yes', edits.oneThread ? 'yes' : 'no'],
    ['pages copied in another order: the same bytes', 'yes', edits.otherOrder ? 'yes' : 'no'],
  ])];
}

/** @param {Results} results @returns {string[]} */
function keystrokeSection({ keystrokes }) {
  if (!keystrokes) return [];
  const text = `Words of cppreference typed into the element, a letter in 80 ms, with Chromium's processor slowed down four times.
By the clock, from the key to the paint that shows it, at most 50 ms are wanted; a bare \`<input>\` says what of that
is the machine's. By the work: what the page's main thread computes until the next key, search and drawing included.`;
  const shown = (/** @type {number} */ value) => `${value.toFixed(0)} ms`;
  const lines = Object.entries({ Catchword: keystrokes.element, 'bare `<input>`': keystrokes.bare }).map(([name, { clock, work }]) =>
    [name, shown(clock.median), shown(clock.most), shown(work.median), shown(work.most)]);
  return [section('What a keystroke takes', text, [['', 'clock, median', '95% below', 'work, median', '95% below'], ...lines])];
}

/** @param {Results} results @returns {string[]} */
function fileSection({ fileLimits }) {
  if (!fileLimits) return [];
  const text = 'Catchword on cppreference: `--max-files N` puts several texts into a file, of which a search fetches parts, and makes other blocks larger.';
  const lines = fileLimits.map(({ limit, files, bundleBytes, bytes, ms }) =>
    [grouped(limit), grouped(files), megabytes(bundleBytes), kilobytes(bytes), `${ms.toFixed(0)} ms`]);
  return [`${section('What fewer files cost', text, [['`--max-files`', 'files', 'bundle', 'first search', 'its time'], ...lines])}

![Bytes of a first search against the number of files](benchmarks-files.svg)`];
}

/** @param {Results} results @returns {string[]} */
function relevanceSection({ judged }) {
  if (!judged || judged.length === 0) return [];
  const shown = (/** @type {number | undefined} */ value) => value?.toFixed(3) ?? '';
  const lines = judged.map(({ set, measure, scores }) => {
    const [own, plain, peer] = [scores[OURS.name], scores['SQLite FTS5'], scores.Pagefind];
    const best = Math.max(plain ?? 0, peer ?? 0);
    return [set, measure, relevanceTarget(set), shown(own), shown(plain), shown(peer), best > 0 ? (own / best).toFixed(2) : ''];
  });
  const text = `Each judged set by the measure that it is compared by; Catchword's program, all results of one set of defaults.
SQLite FTS5 has Porter's stemmer and titles that weigh twice; it reads the documents of JSON lines alone. Pagefind is asked
in Chromium, about pages.`;
  const head = ['set', 'measure', 'target', OURS.name, 'SQLite FTS5', 'Pagefind', 'ratio'];
  return [section('Relevance', text, [head, ...lines])];
}

/** @param {Results} results @returns {string[]} */
function millionSection({ million }) {
  if (!million || million.length === 0) return [];
  const [least] = million;
  const lines = million.map((one) => [
    grouped(one.documents), megabytes(one.jsonBytes), `${one.build.seconds.toFixed(1)} s`, megabytes(one.build.peakBytes),
    grouped(one.files), kilobytes(one.root), kilobytes(one.bytes), (one.bytes / least.bytes).toFixed(2),
  ]);
  const text = `Synthetic documents of 25 words, as frequent as Zipf says, with a section and a size, built with
\`--memory ${least.memory}\`. Of a first search at most 1.5 times the bytes are wanted.`;
  const head = ['documents', 'JSON lines', 'build', 'its memory', 'files', 'root', 'first search', 'ratio'];
  return [section('A million documents', text, [head, ...lines])];
}

/** @param {Results} results @returns {string} */
export function toMarkdown(results) {
  const omissions = results.omissions.map(({ what, why }) => `- ${what}: ${why}`);
  const parts = [
    '# Benchmarks',
    'Written by `npm run bench`; the raw figures are in `benchmarks.json` beside this page.',
    method(results),
    ...results.sites.map(siteSection),
    ...readingSection(results),
    ...packageSection(results),
    ...dateSection(results),
    ...editSection(results),
    ...keystrokeSection(results),
    ...fileSection(results),
    ...relevanceSection(results),
    ...scaleSection(results),
    ...millionSection(results),
  ];
  if (omissions.length > 0) parts.push(['## Not run', '', ...omissions].join('\n'));
  return `${parts.join('\n\n')}\n`;
}
