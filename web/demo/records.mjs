// Reads the archive: Markdown files with YAML front matter, in the order of their paths.
//
// Headings get the ids that GitHub gives them, since the index uses the same ones as anchors; links
// from record to record are turned from .md to .html and must lead somewhere.

import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import MarkdownIt from 'markdown-it';
import { parse } from 'yaml';

/**
 * @typedef {object} Record
 * @property {string} path   below the archive's folder, with slashes: 'people/qi-bin.md'
 * @property {string} url    'people/qi-bin.html'
 * @property {string} title
 * @property {Map<string, string[]>} facts  the front matter but for title and description, in its order
 * @property {string} description
 * @property {string} html   the text, without its first heading
 * @property {string} id     of that heading
 * @property {string[]} links  paths of the records that it links to, in its order
 */

/** A record that cannot be rendered; the message names the file and what to do. */
export class RecordError extends Error {}

/**
 * @param {string} folder
 * @returns {Promise<Record[]>} sorted by path; rejects with a RecordError
 */
export async function readRecords(folder) {
  const paths = await markdownFiles(folder);
  if (paths.length === 0) throw new RecordError(`${folder}: no Markdown file there; name the archive's folder.`);
  const sources = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')));
  const records = paths.map((path, i) => readRecord(path, sources[i]));
  checkLinks(records);
  return records.map(({ anchors, links, ...record }) => ({ ...record, links: links.map(({ path }) => path) }));
}

async function markdownFiles(folder) {
  const entries = await readdir(folder, { recursive: true }).catch((error) => {
    throw new RecordError(`${folder}: cannot be read (${error.code}); name the archive's folder.`);
  });
  return entries.map((path) => path.replaceAll('\\', '/')).filter((path) => path.endsWith('.md')).sort();
}

function readRecord(path, source) {
  const { matter, body } = divide(path, source);
  const { title, description = '', ...rest } = matter;
  if (typeof title !== 'string') throw new RecordError(`${path}: the front matter has no title; add one.`);
  const url = path.replace(/\.md$/, '.html');
  return { path, url, title, description, facts: factsOf(rest), ...renderBody(path, body) };
}

function divide(path, source) {
  const found = /^---\r?\n(.*?)\r?\n---\r?\n(.*)$/s.exec(source);
  if (!found) throw new RecordError(`${path}: begins with no front matter between two lines of ---; add it.`);
  try {
    // Dates stay as they are written: 2002-10 is a month.
    return { matter: parse(found[1], { schema: 'failsafe' }), body: found[2] };
  } catch (error) {
    throw new RecordError(`${path}: the front matter is not YAML: ${error.message}`);
  }
}

function factsOf(matter) {
  const facts = Object.entries(matter).map(([key, value]) => /** @type {const} */ ([key, [value].flat().map(String)]));
  return new Map(facts.filter(([, values]) => values.length > 0));
}

function renderBody(path, body) {
  const markdown = new MarkdownIt();
  const environment = {};
  const tokens = markdown.parse(body, environment);
  const anchors = giveIds(tokens);
  const links = turnLinks(tokens, path);
  frameTables(markdown);
  const [first] = tokens;
  const isTitled = first?.type === 'heading_open' && first.tag === 'h1';
  const text = isTitled ? tokens.slice(3) : tokens;
  const html = markdown.renderer.render(text, markdown.options, environment);
  return { html, anchors, links, id: isTitled ? (first.attrGet('id') ?? '') : '' };
}

function giveIds(tokens) {
  const slugger = new GithubSlugger();
  const anchors = new Set();
  tokens.forEach((token, i) => {
    if (token.type !== 'heading_open') return;
    const id = slugger.slug(plainText(tokens[i + 1]));
    token.attrSet('id', id);
    anchors.add(id);
    if (token.tag !== 'h1') linkToItself(tokens[i + 1], id);
  });
  return anchors;
}

function plainText(inline) {
  return inline.children.map(({ type, content }) => (/^(text|code_inline)$/.test(type) ? content : '')).join('');
}

// A heading is its own link, so that the place can be cited.
function linkToItself(inline, id) {
  if (inline.children.some(({ type }) => type === 'link_open')) return;
  const Token = inline.constructor;
  const open = new Token('link_open', 'a', 1);
  open.attrSet('href', `#${id}`);
  inline.children = [open, ...inline.children, new Token('link_close', 'a', -1)];
}

function turnLinks(tokens, path) {
  const opened = tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === 'link_open');
  const links = [];
  for (const token of opened) {
    const [, target, fragment = ''] = /^([^#?]*\.md)(#.*)?$/.exec(token.attrGet('href') ?? '') ?? [];
    if (target === undefined || /^[a-z]+:/i.test(target)) continue;
    links.push({ path: posix.join(posix.dirname(path), decodeURI(target)), fragment: fragment.slice(1) });
    token.attrSet('href', target.replace(/\.md$/, '.html') + fragment);
  }
  return links;
}

// A wide table scrolls in a frame of its own, not with the page.
function frameTables({ renderer }) {
  renderer.rules.table_open = () => '<div class="wide" tabindex="0" role="region" aria-label="Table"><table>';
  renderer.rules.table_close = () => '</table></div>';
}

function checkLinks(records) {
  const anchors = new Map(records.map((record) => [record.path, record.anchors]));
  for (const { path, links } of records) {
    for (const link of links) {
      const there = anchors.get(link.path);
      if (!there) throw new RecordError(`${path}: links to ${link.path}, which does not exist; correct the link.`);
      if (link.fragment && !there.has(link.fragment)) {
        throw new RecordError(`${path}: links to #${link.fragment} of ${link.path}, which has no such heading.`);
      }
    }
  }
}
