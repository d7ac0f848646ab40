// The archive's pages as HTML: a record, the records of one kind, and all of them.

import { posix } from 'node:path';

/** @typedef {import('./records.mjs').Record} Record */

/** Folder by folder, in the order in which a reader wants them. */
export const kKinds = [
  ['articles', 'Articles'],
  ['sections', 'Sections'],
  ['people', 'People'],
  ['bodies', 'Bodies'],
  ['events', 'Events'],
  ['terms', 'Terms'],
  ['figures', 'Figures'],
  ['places', 'Places'],
];

const kLabels = { organisations: 'Bodies', author: 'Author', source: 'Source', date: 'Date', kind: 'Kind' };
const kDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/**
 * @param {Record} record
 * @param {{ records: Record[] }} archive
 */
export function recordPage(record, { records }) {
  const next = records[(records.indexOf(record) + 1) % records.length];
  const main = `<article class="reading">
<header>${crumbs(record)}
<h1 id="${escape(record.id)}">${escape(record.title)}</h1>
${record.description ? `<p class="lead">${escape(record.description)}</p>` : ''}</header>
<div class="text">
${record.html}</div>
${facts(record, records)}
</article>
${nextLink(record, next)}`;
  return page({ url: record.url, title: record.title, description: record.description, main, body: 'record' });
}

/**
 * @param {[folder: string, name: string]} kind
 * @param {{ records: Record[] }} archive
 */
export function kindPage([folder, name], { records }) {
  const own = records.filter(({ url }) => url.startsWith(`${folder}/`));
  const url = `${folder}/index.html`;
  const main = `<div class="reading">
<nav class="crumbs" aria-label="Where this is"><a href="../index.html">Archive</a></nav>
<h1>${name}</h1>
${listing(own, url)}
</div>`;
  return page({ url, title: `${name} in the archive`, description: `${name} in the archive.`, main });
}

/** @param {{ records: Record[] }} archive */
export function indexPage({ records }) {
  const url = 'index.html';
  const about = records.filter((record) => !record.url.includes('/'));
  const groups = kKinds.map(([folder, name]) => {
    const own = records.filter((record) => record.url.startsWith(`${folder}/`));
    return `<h2 id="${folder}"><a href="${folder}/index.html">${name}</a></h2>\n${listing(own, url)}`;
  });
  const main = `<div class="reading">
<h1>The archive</h1>
${searchBox(url, 'url-state shortcut')}
${listing(about, url)}
${groups.join('\n')}
</div>`;
  return page({ url, title: 'The archive', description: 'Every record of the archive.', main, inHead: false });
}

function page({ url, title, description, main, body = 'list', inHead = true }) {
  const up = '../'.repeat(url.split('/').length - 1);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${escape(description)}">
<title>${escape(title)} · Catchword</title>
<link rel="icon" href="${up}icon.svg">
<link rel="stylesheet" href="${up}page.css">
<script src="${up}../catchword/catchword-element.js" defer></script>
<script src="${up}../catchword/catchword-highlight.js" defer></script>
</head>
<body class="${body}">
<header class="running">
<a class="skip" href="#main">To the text</a>
<a class="mark" href="${up}../../index.html">Catchword</a>
${inHead ? searchBox(url, 'modal') : ''}
</header>
<main id="main">
${main}
</main>
<footer class="colophon">
<p>Written for the demonstration of Catchword, from two articles of October 2002. Each claim is attributed to the article
that makes it. <a href="${up}about-this-archive.html">About this archive</a>.</p>
</footer>
</body>
</html>
`;
}

function searchBox(url, attributes) {
  const up = '../'.repeat(url.split('/').length - 1);
  return `<catchword-search base="${up}../catchword/" site-root="${up || './'}" placeholder="Search the archive" recent highlight ${attributes}>
<form action="${up}index.html" role="search"><input type="search" name="q" aria-label="Search the archive" placeholder="Search the archive"></form>
</catchword-search>`;
}

function crumbs({ url }) {
  const folder = posix.dirname(url);
  const kind = kKinds.find(([name]) => name === folder);
  const up = folder === '.' ? '' : '../';
  const own = kind ? ` <span aria-hidden="true">›</span> <a href="index.html">${kind[1]}</a>` : '';
  return `<nav class="crumbs" aria-label="Where this is"><a href="${up}index.html">Archive</a>${own}</nav>`;
}

function facts(record, records) {
  const rows = [...record.facts].map(([key, values]) => {
    const items = values.map((value) => `<dd>${fact(key, value, record, records)}</dd>`);
    return `<div><dt>${escape(kLabels[key] ?? capital(key))}</dt>${items.join('')}</div>`;
  });
  return `<aside class="facts" aria-label="About this record"><dl>\n${rows.join('\n')}\n</dl></aside>`;
}

// A name that has a record of its own leads to it.
function fact(key, value, record, records) {
  if (key === 'date') return day(value);
  if (key === 'kind') return escape(capital(value));
  const own = records.find(({ title }) => title === value);
  if (!own || own === record) return escape(value);
  return `<a href="${relative(record.url, own.url)}">${escape(value)}</a>`;
}

function day(value) {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value);
  return `<time datetime="${escape(value)}">${isDay ? kDay.format(new Date(value)) : escape(value)}</time>`;
}

// The catchword: the first word of the next page, at the foot of this one.
function nextLink(record, next) {
  const [word] = next.title.split(/\s/);
  return `<nav class="next" aria-label="Next record"><a href="${relative(record.url, next.url)}" rel="next"
aria-label="Next in the archive ${escape(next.title)}"><span>Next in the archive</span> <span class="word">${escape(word)}</span></a></nav>`;
}

function listing(records, from) {
  const items = records.map(({ url, title, description }) => {
    return `<li><a href="${relative(from, url)}">${escape(title)}</a><span>${escape(description)}</span></li>`;
  });
  return `<ul class="listing">\n${items.join('\n')}\n</ul>`;
}

function relative(from, to) {
  return encodeURI(posix.relative(posix.dirname(from), to));
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function escape(text) {
  return String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
}
