// npm run bench: Catchword beside Pagefind on Debian's documentation sites, in one run.
//
//   --site NAME      one of the sites only; may be repeated (postgresql, python, cppreference)
//   --engine KEY     one of the engines only; may be repeated (catchword, pagefind)
//   --no-scale       leave out Debian's packages and the curves over the number of pages, which take
//                    ten minutes
//   --quick          fewer runs, to try the benchmark itself
//   --output DIR     where BENCHMARKS.md, its plots and benchmarks.json go (docs)
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { launchBrowser } from './browser.mjs';
import { exists, readSite } from './data.mjs';
import { ENGINES } from './engines.mjs';
import { describeMachine } from './machine.mjs';
import { toMarkdown, toPlots } from './report.mjs';
import { measureScale } from './scale.mjs';
import { measurePackages, measureSite } from './site.mjs';

/** @typedef {import('./report.mjs').Omission} Omission */

const DOCS = fileURLToPath(new URL('../../docs', import.meta.url));
const SITES = ['postgresql', 'python', 'cppreference'];
const SCALE = [250, 500, 1000, 2000, 4414];
const QUICK_SCALE = [100, 250];
const FULL = { builds: 3, coldQueries: 24, sessionQueries: 100, warmQueries: 100 };
const QUICK = { builds: 1, coldQueries: 4, sessionQueries: 20, warmQueries: 20 };

const { values: options } = parseArgs({
  options: {
    site: { type: 'string', multiple: true, default: SITES },
    engine: { type: 'string', multiple: true, default: ENGINES.map(({ key }) => key) },
    'no-scale': { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    output: { type: 'string', default: DOCS },
  },
});

/**
 * The engines that can run here; why the others can't goes to `omissions`.
 * @param {Omission[]} omissions
 */
async function usableEngines(omissions) {
  const usable = [];
  for (const engine of ENGINES.filter(({ key }) => options.engine.includes(key))) {
    const program = await engine.program().catch(() => undefined);
    if (program && (await exists(program))) usable.push(engine);
    else omissions.push({ what: engine.name, why: 'its indexer is not installed; run `npm run bench`' });
  }
  return usable;
}

/**
 * @param {string} name @param {Omission[]} omissions
 * @returns {Promise<Awaited<ReturnType<typeof readSite>> | undefined>}
 */
async function usableSite(name, omissions) {
  const site = await readSite(`ki-${name}`).catch(() => undefined);
  if (!site) {
    omissions.push({ what: name, why: `no judged set ki-${name}; set CATCHWORD_DATA to their folder` });
    return undefined;
  }
  if (await exists(site.root)) return site;
  omissions.push({ what: name, why: `its pages are missing; install Debian's ${site.package}` });
  return undefined;
}

/** @param {Omission[]} omissions @returns {Promise<import('./scale.mjs').Point[]>} */
async function scale(omissions) {
  if (options['no-scale'] || !(await usableSite('cppreference', omissions))) {
    omissions.push({ what: 'the curves over the number of pages', why: 'left out of this run' });
    return [];
  }
  return measureScale(engines, browser, workspace, options.quick ? QUICK_SCALE : SCALE, omissions);
}

/** @param {Omission[]} omissions @returns {Promise<import('./report.mjs').PackageResult | undefined>} */
async function packages(omissions) {
  const what = "the descriptions of Debian's packages";
  const [engine] = engines.filter(({ key }) => key === 'catchword');
  if (options['no-scale'] || !engine) {
    omissions.push({ what, why: 'left out of this run' });
    return undefined;
  }
  console.error(`${what}:`);
  return measurePackages(engine, browser, path.join(workspace, 'packages'), amounts).catch((error) => {
    omissions.push({ what, why: String(error.message).split('\n')[0] });
    return undefined;
  });
}

/** @param {import('./report.mjs').Results} results @param {string} folder */
async function writeResults(results, folder) {
  await mkdir(folder, { recursive: true });
  const files = { ...toPlots(results), 'BENCHMARKS.md': toMarkdown(results) };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  await writeFile(path.join(folder, 'benchmarks.json'), `${JSON.stringify(results, null, 1)}\n`);
}

/** @type {Omission[]} */
const omissions = [];
const sites = [];
const amounts = options.quick ? QUICK : FULL;
const engines = await usableEngines(omissions);
const workspace = await mkdtemp(path.join(tmpdir(), 'catchword-bench-'));
const browser = await launchBrowser();
try {
  for (const name of options.site) {
    const site = await usableSite(name, omissions);
    if (!site) continue;
    console.error(`${name}:`);
    const folder = path.join(workspace, name);
    sites.push(await measureSite(`ki-${name}`, site, engines, browser, folder, amounts));
    await rm(folder, { recursive: true });
  }
  const results = {
    machine: describeMachine(browser),
    amounts,
    sites,
    packages: await packages(omissions),
    points: await scale(omissions),
    omissions,
  };
  await writeResults(results, options.output);
  console.log(toMarkdown(results));
} finally {
  await browser.close();
  await rm(workspace, { recursive: true, force: true });
}
if (sites.length === 0) process.exitCode = 1;
