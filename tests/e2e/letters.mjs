// A site of letters that has all that the element shows: metadata to narrow, count and order by, long pages with many
// passages, words that are easily misspelled, and a document that carries mischief in every field.
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { write } from '../cli/program.mjs';
import { index } from './native.mjs';

const AUTHORS = ['Ada Quill', 'Bo Ferry', 'Cy Marsh'];
const KINDS = ['letter', 'report'];

/** How many letters there are; the first ten are of three authors in turn, one a year from 1990 on. */
export const LETTERS = 24;

/** Higher than a window. */
const BLANK = '<p>&nbsp;</p>'.repeat(40);

/** @param {number} n from 1 */
function letter(n) {
  const sections = ['Morning', 'Noon', 'Evening', 'Night', 'Dawn'].map(
    (name) => `<h2 id="${name.toLowerCase()}">${name}</h2>\n${BLANK}\n<p>The lighthouse keeper wrote of ${name.toLowerCase()} number ${n}, and lit the <i>lantern</i>.</p>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Letter ${n} to the harbour</title>
<meta name="author" content="${AUTHORS[n % 3]}"><meta name="date" content="${1989 + n}-0${1 + (n % 9)}-15">
<script src="catchword/catchword-highlight.js" defer></script></head>
<body><main><h1 data-catchword-filter="kind:${KINDS[n % 2]}">Letter ${n} to the harbour</h1>
${sections.join('\n')}</main></body></html>`;
}

/** A page of which nothing is known but where it lies, and a style sheet of the owner's. */
const OTHERS = {
  'guide/oil/whales.html': '<!doctype html><html lang="en"><title>Oil</title><main><h1>Oil</h1><p>Whales gave the oil of the lamps.</p></main>',
  'look.css': `catchword-search { --catchword-accent: rgb(1, 2, 3); }
catchword-search::part(title) { color: rgb(4, 5, 6); }`,
};

const IMAGE = '<img src=x onerror="globalThis.evil = 1">';
const SCRIPT = "javascript:globalThis.evil=1//<script>globalThis.evil=1</script>";

/** Found by `mischief`; each field that a page shows tries what it can. */
const HOSTILE = {
  id: SCRIPT,
  url: SCRIPT,
  title: `${IMAGE} mischief`,
  text: `${IMAGE} mischief <svg onload="globalThis.evil=1"> {{constructor}} \u202e`,
  sections: [{ heading: `${IMAGE} mischief heading`, anchor: '"><img src=x onerror="globalThis.evil=1">', text: `mischief ${SCRIPT}` }],
  author: `${IMAGE} author`,
  kind: SCRIPT,
  source: IMAGE,
  date: '2001-05-06',
  image: SCRIPT,
};

/** Before the element: keeps what there is to complain of. */
const WATCH = `globalThis.complaints = [];
addEventListener('error', ({ message }) => complaints.push(String(message)));
addEventListener('unhandledrejection', ({ reason }) => complaints.push(String(reason)));
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => complaints.push(violatedDirective + ' ' + blockedURI));`;

const TEMPLATE = `<template><b part="name" data-field="title"></b> <i part="by" data-field="meta.author"></i>
<time part="day" data-field="meta.date"></time> <img data-field="meta.image" alt=""></template>`;

/**
 * A page of the site, with the element in it.
 * @param {string} attributes @param {string} [children] @param {string} [head]
 */
export const pageOf = (attributes, children = '', head = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
${head}<script src="watch.js"></script><script src="catchword/catchword-element.js" defer></script></head>
<body><main><h1>A page</h1><catchword-search base="catchword/" ${attributes}>${children}</catchword-search></main></body></html>`;

const PAGES = {
  'watch.js': WATCH,
  'page.html': pageOf('url-state highlight'),
  'recent.html': pageOf('recent'),
  'dialog.html': pageOf('modal'),
  'form.html': pageOf('', '<form action="letter-1.html"><input name="words"></form>'),
  'mirrored.html': pageOf('').replace('lang="en"', 'lang="ar" dir="rtl"'),
  'template.html': pageOf('', TEMPLATE),
  'own.html': pageOf('', '<p id="help" slot="no-results">Ask the keeper.</p>', '<link rel="stylesheet" href="look.css">'),
};

/**
 * Writes the letters and their bundle, `catchword/`, into a folder.
 * @param {string} folder
 */
export function writeLetters(folder) {
  write(folder, Object.fromEntries(Array.from({ length: LETTERS }, (_, i) => [`letter-${i + 1}.html`, letter(i + 1)])));
  write(folder, OTHERS);
  writeFileSync(path.join(folder, 'hostile.jsonl'), JSON.stringify(HOSTILE));
  index(folder, path.join(folder, 'catchword'), '--offline', '--synonyms', 'cetaceans => whales, oil of the lamps');
  write(folder, PAGES);
}
