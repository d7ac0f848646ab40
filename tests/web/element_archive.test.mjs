// The archive's reading pages: anchors as the index has them, links that lead somewhere, and records at fault named.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const kRoot = fileURLToPath(new URL('../../', import.meta.url));
let folder;

before(async () => (folder = await mkdtemp(join(tmpdir(), 'catchword-archive-'))));
after(() => rm(folder, { recursive: true }));

/** @returns {Promise<{ status: number, complaint: string }>} */
const render = (corpus, output) =>
  new Promise((resolve) =>
    execFile(process.execPath, [join(kRoot, 'web/demo/render.mjs'), corpus, output], (error, _, complaint) =>
      resolve({ status: error ? Number(error.code) : 0, complaint }),
    ),
  );

/** Renders files given as path to text. */
async function rendered(name, files) {
  const corpus = join(folder, name);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(corpus, dirname(path)), { recursive: true });
    await writeFile(join(corpus, path), text);
  }
  const output = join(folder, `${name}-out`);
  const page = (path) => readFile(join(output, path), 'utf8');
  return { ...(await render(corpus, output)), page };
}

const record = (body, matter = 'title: A record') => `---\n${matter}\n---\n${body}`;

test('headings have the ids that GitHub gives them', async () => {
  const body = '# A record\n\n## What’s *in* `code`?\n\n## Twice\n\n## Twice\n\n## Émile & 北京\n';
  const { page } = await rendered('ids', { 'people/a.md': record(body) });
  const ids = [...(await page('people/a.html')).matchAll(/<h\d id="([^"]*)"/g)].map(([, id]) => id);
  assert.deepEqual(ids, ['a-record', 'whats-in-code', 'twice', 'twice-1', 'émile--北京']);
});

test('links between records lead to pages, others stay', async () => {
  const { page } = await rendered('links', {
    'people/a.md': record('[b](../bodies/b.md#part) [up](https://example.org/x.md) [here](#part)'),
    'bodies/b.md': record('## Part\n'),
  });
  const text = await page('people/a.html');
  for (const href of ['../bodies/b.html#part', 'https://example.org/x.md', '#part']) assert.ok(text.includes(`href="${href}"`), href);
});

test('markup in a record is shown, not obeyed', async () => {
  const { page } = await rendered('markup', { 'people/a.md': record('<img onerror=x>', 'title: "<b>"\nkind: "<i>"') });
  assert.doesNotMatch(await page('people/a.html'), /<img|<b>|<i>/);
});

test('a month is not made a day', async () => {
  const { page } = await rendered('dates', { 'events/a.md': record('text', 'title: A\ndate: 1997-09') });
  assert.match(await page('events/a.html'), /<time datetime="1997-09">1997-09<\/time>/);
});

for (const [name, files, complaint] of [
  ['no front matter', { 'a.md': '# A' }, /^render: a\.md: begins with no front matter .*add it\.$/m],
  ['no title', { 'a.md': record('', 'kind: x') }, /^render: a\.md: the front matter has no title; add one\.$/m],
  ['broken front matter', { 'a.md': record('', 'title: "x') }, /^render: a\.md: the front matter is not YAML/m],
  ['a link to nothing', { 'a.md': record('[b](b.md)') }, /^render: a\.md: links to b\.md, which does not exist; correct the link\.$/m],
  ['a link to no heading', { 'a.md': record('[a](a.md#x)') }, /^render: a\.md: links to #x of a\.md, which has no such heading\.$/m],
  ['a folder without records', { 'a.txt': '' }, /no Markdown file there; name the archive's folder\.$/m],
]) {
  test(`${name} is an error that names file and remedy`, async () => {
    const answer = await rendered(name, files);
    assert.equal(answer.status, 2);
    assert.match(answer.complaint, complaint);
  });
}

test('a folder that is not there is an error', async () => {
  const { status, complaint } = await render(join(folder, 'nowhere'), join(folder, 'out'));
  assert.equal(status, 2);
  assert.match(complaint, /nowhere: cannot be read \(ENOENT\)/);
});

test('on the archive itself every link leads to a page, and every fragment to a heading', async () => {
  const output = join(folder, 'dist/archive');
  assert.deepEqual(await render(join(kRoot, 'corpus'), output), { status: 0, complaint: '' });
  const paths = (await readdir(output, { recursive: true })).filter((path) => path.endsWith('.html'));
  const pages = new Map(await Promise.all(paths.map(async (path) => /** @type {const} */ ([path, await readFile(join(output, path), 'utf8')]))));
  const ids = new Map([...pages].map(([path, text]) => [path, new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id))]));
  assert.ok(pages.size > 30);
  for (const [path, text] of pages) {
    for (const [, href] of text.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      if (/^[a-z]+:/.test(href) || href.endsWith('../index.html') && posix.join(posix.dirname(path), href).startsWith('..')) continue;
      const [target, fragment] = href.split('#');
      const there = target === '' ? path : posix.join(posix.dirname(path), target);
      assert.ok(pages.has(there), `${path} links to ${href}`);
      if (fragment) assert.ok(ids.get(there)?.has(decodeURIComponent(fragment)), `${path} links to ${href}`);
    }
  }
});

test('the demo page names every kind of record, and its own sections exist', async () => {
  const text = await readFile(join(kRoot, 'index.html'), 'utf8');
  const output = join(folder, 'all');
  await render(join(kRoot, 'corpus'), output);
  const folders = (await readdir(output, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  for (const name of folders) assert.ok(text.includes(`href="dist/archive/${name}/index.html"`), name);
  for (const [, id] of text.matchAll(/href="#([^"]+)"/g)) assert.ok(text.includes(`id="${id}"`), id);
  // Each catchword is the first word of the heading that it leads to.
  const catchwords = [...text.matchAll(/class="catchword" href="#([^"]+)"[^>]*>([^<]+)</g)];
  assert.ok(catchwords.length > 0);
  for (const [, id, word] of catchwords) assert.match(text, new RegExp(`<h2 id="${id}-title">${word}\\b`));
});
