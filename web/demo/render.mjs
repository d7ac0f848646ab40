// Renders the archive's Markdown as reading pages. Run: node web/demo/render.mjs [CORPUS [OUTPUT]]
// (corpus and dist/archive when left out). OUTPUT is written anew; exit status 2 when a record is at fault.

import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { indexPage, kKinds, kindPage, recordPage } from './pages.mjs';
import { readRecords, RecordError } from './records.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** @returns {Map<string, string>} each page's text by its path below the output folder */
function pagesOf(records) {
  const archive = { records: inReadingOrder(records) };
  return new Map([
    ...archive.records.map((record) => [record.url, recordPage(record, archive)]),
    ...kKinds.map((kind) => [`${kind[0]}/index.html`, kindPage(kind, archive)]),
    ['index.html', indexPage(archive)],
  ]);
}

// Kind by kind; the sections as the articles speak of them, all else by path.
function inReadingOrder(records) {
  const kind = ({ url }) => kKinds.findIndex(([folder]) => url.startsWith(`${folder}/`));
  const told = records.filter(({ url }) => url.startsWith('articles/')).flatMap(({ links }) => links);
  const place = ({ path }) => (path.startsWith('sections/') ? told.indexOf(path) : 0);
  return [...records].sort((a, b) => kind(a) - kind(b) || place(a) - place(b));
}

async function write(output, pages) {
  await rm(output, { recursive: true, force: true });
  for (const [url, text] of pages) {
    await mkdir(dirname(join(output, url)), { recursive: true });
    await writeFile(join(output, url), text);
  }
  for (const name of ['page.css', 'icon.svg']) await copyFile(here(name), join(output, name));
}

const [corpus = here('../../corpus'), output = here('../../dist/archive')] = process.argv.slice(2);
try {
  await write(output, pagesOf(await readRecords(corpus)));
} catch (error) {
  if (!(error instanceof RecordError)) throw error;
  console.error(`render: ${error.message}`);
  process.exitCode = 2;
}
