// The floors of the project, lowest first, and what may stand on what.

/** A module's folder and the folders of the same project that it names. */
/** @typedef {{ file: string, line: number, from: string, to: string }} Reference */

/** The floors of core/, lowest first: a floor includes itself and those below it. */
export const CORE_FLOORS = [
  'base',
  'codec',
  'packing',
  'analysis',
  'index',
  'document',
  'build',
  'search',
  'spelling',
  'query',
  'cli',
  'training',
  'wasm',
];

/** What the order alone would allow. The module is the searcher's: nothing native is in it. */
export const CORE_STRANGERS = new Map([
  ['search', ['document', 'build']],
  ['spelling', ['document', 'build']],
  ['query', ['document', 'build']],
  ['build', ['search']],
  ['wasm', ['document', 'build', 'cli']],
]);

/** The floors of web/, lowest first. */
export const WEB_FLOORS = ['engine', 'client', 'loader', 'element', 'demo'];

/**
 * Why `from` may not name `to`, or undefined when it may.
 * @param {Reference} reference
 * @param {string[]} floors
 * @param {Map<string, string[]>} [strangers]
 * @returns {string | undefined}
 */
export function objection({ file, line, from, to }, floors, strangers = new Map()) {
  const place = `${file}:${line}`;
  if (!floors.includes(from)) return `${place}: ${from} is no floor; name it in floors.mjs`;
  if (!floors.includes(to)) return `${place}: ${to} is no floor; name it in floors.mjs`;
  if (floors.indexOf(to) > floors.indexOf(from)) return `${place}: ${from} reaches up to ${to}`;
  if (strangers.get(from)?.includes(to)) return `${place}: ${from} may not know ${to}`;
  return undefined;
}

/**
 * The quoted includes of a C++ source under core/, which are relative to core/.
 * @param {string} file path relative to core/ @param {string} text @returns {Reference[]}
 */
export function includesOf(file, text) {
  const from = file.split('/')[0];
  return matchesByLine(text, /^\s*#\s*include\s+"([^"]+)"/).map(({ line, match }) => ({
    file: `core/${file}`,
    line,
    from,
    to: match[1].includes('/') ? match[1].split('/')[0] : from,
  }));
}

/**
 * The relative imports of a JavaScript module under web/, those of types included.
 * @param {string} file path relative to web/ @param {string} text @returns {Reference[]}
 */
export function importsOf(file, text) {
  const pattern = /(?:\bfrom|\bimport)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/;
  return matchesByLine(text, pattern).flatMap(({ line, match }) => {
    const target = new URL(match[1], `file:///web/${file}`).pathname.replace(/^\/web\//, '');
    const [from, to] = [file, target].map((name) => name.split('/')[0]);
    return [{ file: `web/${file}`, line, from, to }];
  });
}

/**
 * @param {string} text @param {RegExp} pattern tried once on every line
 * @returns {{ line: number, match: RegExpExecArray }[]}
 */
function matchesByLine(text, pattern) {
  return text.split('\n').flatMap((content, index) => {
    const match = pattern.exec(content);
    return match ? [{ line: index + 1, match }] : [];
  });
}
