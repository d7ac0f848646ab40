// Links between the project's documents: each leads to a file, and to a heading where it names one.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import GithubSlugger from 'github-slugger';

import { ROOT, filesBelow, readSource } from '../structure/sources.mjs';

const DOCUMENTS = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', ...filesBelow('docs', /\.md$/).map((name) => `docs/${name}`)];

/** Links and images, [text](target) and ![text](target), and those of HTML. */
const LINK = /\]\(([^()\s]+)\)|\b(?:href|src)="([^"]+)"/g;

/** A document without its code, where brackets mean something else. @param {string} text */
function withoutCode(text) {
  return text.replace(/^```.*?^```$/gms, '').replace(/`[^`\n]*`/g, '`code`');
}

/** @param {string} text @returns {string[]} targets inside the project */
function targetsOf(text) {
  const targets = [...text.matchAll(LINK)].map(([, markdown, html]) => markdown ?? html);
  return targets.filter((target) => !/^[a-z][a-z+.-]*:/i.test(target));
}

/** The ids that GitHub gives to a document's headings. @param {string} text @returns {Set<string>} */
function anchorsOf(text) {
  const slugger = new GithubSlugger();
  const headings = text.replace(/^```.*?^```$/gms, '').matchAll(/^#{1,6} +(.*)$/gm);
  return new Set([...headings].map(([, heading]) => slugger.slug(heading)));
}

/** @param {string} file @param {string} target @returns {string | undefined} what is wrong with it */
function faultOf(file, target) {
  const [name, anchor] = target.split('#');
  const found = name === '' ? file : path.posix.join(path.posix.dirname(file), decodeURIComponent(name));
  if (!existsSync(path.join(ROOT, found))) return `${file}: ${target} is not there`;
  if (!anchor || !found.endsWith('.md')) return undefined;
  return anchorsOf(readSource(found)).has(anchor) ? undefined : `${file}: ${target} is no heading`;
}

test('every link between the documents leads somewhere', () => {
  const texts = DOCUMENTS.map((file) => ({ file, targets: targetsOf(withoutCode(readSource(file))) }));
  assert.ok(texts.some(({ targets }) => targets.length > 0));
  assert.deepEqual(texts.flatMap(({ file, targets }) => targets.map((target) => faultOf(file, target)).filter(Boolean)), []);
});

test('every file in docs/ can be reached from the README', () => {
  const reached = new Set(['README.md']);
  for (const file of reached) {
    if (!file.endsWith('.md')) continue;
    for (const target of targetsOf(withoutCode(readSource(file)))) {
      const name = path.posix.join(path.posix.dirname(file), target.split('#')[0]);
      if (target[0] !== '#') reached.add(name);
    }
  }
  assert.deepEqual(DOCUMENTS.filter((file) => !reached.has(file)), []);
});

test('broken links are recognised', () => {
  assert.deepEqual(targetsOf('[a](b.md#c) ![d](e.png) [f](https://g.h/) <img src="i.png">'), ['b.md#c', 'e.png', 'i.png']);
  assert.match(faultOf('README.md', 'docs/NOTHING.md') ?? '', /is not there/);
  assert.match(faultOf('README.md', 'docs/FORMAT.md#nothing') ?? '', /no heading/);
  assert.equal(faultOf('docs/FORMAT.md', '#root'), undefined);
});
