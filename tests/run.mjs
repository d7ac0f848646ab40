// Runs every suite and ends with a line of totals: `node tests/run.mjs [SUITE...]`.
// Expects dist/ to be built (`npm test` sees to that); compiles the native tests itself.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** @typedef {{ passed: number, failed: number, skipped: number, failures?: string[] }} Counts  `failures`: how each failed */
/** @typedef {{ name: string, run: () => Promise<Counts> }} Suite */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TSC = 'node_modules/typescript/bin/tsc';
const TYPED_PROJECTS = ['web/tsconfig.json', 'tests/tsconfig.json'];
const FAILED_TO_RUN = { passed: 0, failed: 1, skipped: 0 };

/** The judged queries that some tests ask; tests skip what isn't there. */
process.env.CATCHWORD_DATA ??= path.join(ROOT, '..', 'shared', 'data');

/**
 * Runs a command in the project's folder, its output shown.
 * @param {string} command @param {string[]} args @returns {Promise<boolean>} whether it exited 0
 */
function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', (error) => {
      console.error(`error: ${command}: ${error.message}`);
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
}

const reports = mkdtempSync(path.join(tmpdir(), 'catchword-tests-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

/** @param {string} name a file for one suite's report @returns {string} */
function reportFile(name) {
  return path.join(reports, name);
}

/**
 * The counts in a ctest JUnit report. An entry is a file of tests: how many have passed Catch2 says, in one of two ways. What
 * failed counts once.
 * @param {string} xml @returns {Counts}
 */
function countsOfJUnit(xml) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: /** @type {string[]} */ ([]) };
  for (const [entry, status] of xml.matchAll(/<testcase [^>]*status="(\w+)".*?<\/testcase>/gs)) {
    const cases = /in (\d+) test cases?\)|^test cases: .*?(\d+) passed/m.exec(entry);
    // Of an entry that says much its report has the beginning alone.
    if (status === 'run' || status === 'fail') counts.passed += Number(cases?.[1] ?? cases?.[2] ?? (status === 'run' ? 1 : 0));
    if (status === 'fail') counts.failures.push(entry);
    else if (status !== 'run') ++counts.skipped;
  }
  return { ...counts, failed: counts.failures.length };
}

/**
 * The counts in the closing comments of a TAP report of node:test.
 * @param {string} tap @returns {Counts}
 */
function countsOfTap(tap) {
  const comment = (/** @type {string} */ key) =>
    Number(new RegExp(`^# ${key} (\\d+)$`, 'm').exec(tap)?.[1] ?? NaN);
  return {
    passed: comment('pass'),
    failed: comment('fail') + comment('cancelled'),
    skipped: comment('skipped') + comment('todo'),
    failures: tap.match(/^ *not ok .*?^ *\.\.\.$/gms) ?? [],
  };
}

/**
 * Reads a report; one that is missing, or tells of a crash only by its exit status, is a failure.
 * @param {string} file @param {(text: string) => Counts} parse @param {boolean} succeeded
 * @returns {Counts}
 */
function readReport(file, parse, succeeded) {
  if (!existsSync(file)) return FAILED_TO_RUN;
  const counts = parse(readFileSync(file, 'utf8'));
  const total = counts.passed + counts.failed + counts.skipped;
  if (!(total > 0)) return FAILED_TO_RUN;
  if (!succeeded && counts.failed === 0) return { ...counts, failed: 1 };
  return counts;
}

/**
 * @param {string} preset @param {string[]} targets what is compiled for it @param {string[]} [chosen] how ctest chooses tests
 * @returns {Promise<Counts>}
 */
async function runNative(preset, targets, chosen = []) {
  if (!(await run('bash', ['.ci/compile', preset, ...targets]))) return FAILED_TO_RUN;
  const report = reportFile(`${preset}.xml`);
  const succeeded = await run('ctest', ['--preset', preset, '--parallel', '2', '--output-junit', report, ...chosen]);
  return readReport(report, countsOfJUnit, succeeded);
}

/** Every *.test.mjs under tests/, in a stable order. @returns {string[]} */
function nodeTests() {
  const names = /** @type {string[]} */ (readdirSync(path.join(ROOT, 'tests'), { recursive: true }));
  return names
    .filter((name) => name.endsWith('.test.mjs') && !name.includes('node_modules'))
    .map((name) => path.join('tests', name))
    .sort();
}

/** @returns {Promise<Counts>} */
async function runNode() {
  const report = reportFile('node.tap');
  const succeeded = await run(process.execPath, [
    '--test',
    `--test-concurrency=${availableParallelism()}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
    ...nodeTests(),
  ]);
  return readReport(report, countsOfTap, succeeded);
}

/** @returns {Promise<Counts>} */
async function runTypes() {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const project of TYPED_PROJECTS) {
    const succeeded = await run(process.execPath, [TSC, '--project', project]);
    counts[succeeded ? 'passed' : 'failed'] += 1;
  }
  return counts;
}

/** @type {Suite[]} */
const SUITES = [
  { name: 'types', run: runTypes },
  // What the program says of Unicode is compared with the browsers (tests/e2e/browsers/analysis.mjs).
  { name: 'sites', run: () => runNative('native', ['catchword_site_tests', 'catchword_analysis'], ['--label-regex', 'sites']) },
  { name: 'node', run: runNode },
  { name: 'sanitize', run: () => runNative('sanitize', ['catchword_tests']) },
];

/** @param {Counts} counts @returns {string} */
function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** @param {string[]} wanted @returns {Suite[]} */
function chooseSuites(wanted) {
  const unknown = wanted.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) {
    const names = SUITES.map((suite) => suite.name).join(', ');
    console.error(`error: no such suite: ${unknown.join(', ')}. There are ${names}.`);
    process.exit(1);
  }
  return SUITES.filter((suite) => wanted.length === 0 || wanted.includes(suite.name));
}

/** Enough of a failure to know it by. @param {string} text @returns {string} */
function beginning(text) {
  return text.split('\n').slice(0, 40).join('\n');
}

const lines = [];
/** @type {string[]} */
const failures = [];
const total = { passed: 0, failed: 0, skipped: 0 };
for (const suite of chooseSuites(process.argv.slice(2))) {
  console.log(`\n== ${suite.name}`);
  const started = performance.now();
  const counts = await suite.run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  lines.push(`${suite.name.padEnd(9)} ${describe(counts)} (${seconds} s)`);
  failures.push(...(counts.failures ?? []));
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
if (failures.length > 0) console.log(`\n== what failed\n${failures.map(beginning).join('\n')}`);
console.log(`\n${lines.join('\n')}\n\n${describe(total)}`);
process.exitCode = total.failed === 0 ? 0 : 1;
