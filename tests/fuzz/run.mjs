// npm run fuzz: builds the fuzzers and lets each run for a while from its seeds; what is found fails.
//   npm run fuzz -- [--seconds 600] [--merge] [NAME...]      names such as html_reader; all without
// New inputs that reach new code gather in build/fuzz/corpus/. --merge then adds to the seeds of
// tests/fuzz/seeds/ the small ones that reach what no seed did.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILD = path.join(ROOT, 'build/fuzz');
const SEEDS = path.join(ROOT, 'tests/fuzz/seeds');
const DICTIONARIES = path.join(ROOT, 'tests/fuzz/dictionaries');
const LARGEST_SEED = 2048;
const LIMITS = ['-rss_limit_mb=4096', '-timeout=25'];

/** @returns {string[]} "html_reader" of each `add_fuzzer(html_reader_fuzz ...)` */
function fuzzerNames() {
  const list = readFileSync(path.join(ROOT, 'tests/fuzz/fuzz.cmake'), 'utf8');
  return list.match(/\b[a-z_]+(?=_fuzz\b)/g) ?? [];
}

/** @param {string} command @param {string[]} args @returns {boolean} whether it exited 0 */
function run(command, args) {
  return spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** @param {string[]} parts of a folder's path @returns {string} the folder, made if it was not there */
function folder(...parts) {
  const made = path.join(...parts);
  mkdirSync(made, { recursive: true });
  return made;
}

/** @param {string} name @returns {string[]} the option that names the fuzzer's dictionary, if it has one */
function dictionaryOf(name) {
  const file = path.join(DICTIONARIES, `${name.replace(/_reader$/, '')}.dict`);
  return existsSync(file) ? [`-dict=${file}`] : [];
}

/** @param {string} name @param {number} seconds @returns {boolean} whether nothing was found */
function fuzz(name, seconds) {
  const artifacts = folder(BUILD, 'artifacts', name);
  const passed = run(path.join(BUILD, `${name}_fuzz`), [
    `-max_total_time=${seconds}`, ...LIMITS, `-artifact_prefix=${artifacts}/`, '-print_final_stats=1',
    ...dictionaryOf(name), folder(BUILD, 'corpus', name), folder(SEEDS, name)]);
  if (!passed) console.error(`${name}: found something; the input is in ${path.relative(ROOT, artifacts)}`);
  return passed;
}

/** @param {string} name @returns {boolean} */
function merge(name) {
  return run(path.join(BUILD, `${name}_fuzz`),
    ['-merge=1', `-max_len=${LARGEST_SEED}`, ...LIMITS, folder(SEEDS, name), folder(BUILD, 'corpus', name)]);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '600' }, merge: { type: 'boolean', default: false } },
});
const known = [...new Set(fuzzerNames())];
const names = positionals.length > 0 ? positionals : known;
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0 || !(Number(values.seconds) > 0)) {
  console.error(`usage: npm run fuzz -- [--seconds N] [--merge] [${known.join('|')}]...`);
  process.exit(1);
}
const targets = names.map((name) => `${name}_fuzz`);
if (!run('cmake', ['--preset', 'fuzz']) || !run('cmake', ['--build', '--preset', 'fuzz', '--target', ...targets])) process.exit(2);
const failed = names.filter((name) => !fuzz(name, Number(values.seconds)) || (values.merge && !merge(name)));
console.log(failed.length === 0 ? `nothing found by ${names.join(', ')}` : `found something: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
