// The element in React, Vue and Svelte: what docs/ELEMENT.md shows of each, as it stands there, compiled and bundled as their
// users do. A search in it finds, and what was chosen reaches the framework's own listener.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { SKIP, write } from '../../cli/program.mjs';
import { serve } from '../hosts.mjs';
import { writeLetters } from '../letters.mjs';
import { Reader } from '../reader.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const TAG = 'catchword-search';

const require = createRequire(import.meta.url);
const { compile } = require('svelte/compiler');
const { compileTemplate } = require('vue/compiler-sfc');

/** @param {string} language */
function documented(language) {
  const found = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(readFileSync(path.join(ROOT, 'docs/ELEMENT.md'), 'utf8'));
  return found?.[1] ?? assert.fail(`docs/ELEMENT.md shows no ${language}`);
}

/** @param {string} source */
function compiledVue(source) {
  const isCustomElement = (/** @type {string} */ tag) => tag === TAG;
  const template = source.replace(/^<template>|<\/template>\s*$/g, '');
  const { code, errors } = compileTemplate({
    source: template,
    filename: 'search.vue',
    id: 'search',
    compilerOptions: { isCustomElement },
  });
  assert.deepEqual(errors, []);
  return code;
}

/** The documented component as a module, and how a page mounts it. @type {Record<string, () => Record<string, string>>} */
const FRAMEWORKS = {
  React: () => ({
    'component.jsx': documented('jsx'),
    'main.js': `import { createElement } from 'react';
      import { createRoot } from 'react-dom/client';
      import { Search } from './component.jsx';
      createRoot(document.body).render(createElement(Search, { onSelect: ({ detail }) => track(detail.query) }));`,
  }),
  Vue: () => ({
    'component.js': compiledVue(documented('vue')),
    'main.js': `import { createApp } from 'vue';
      import { render } from './component.js';
      const app = createApp({ render });
      app.config.globalProperties.track = track;
      app.mount(document.body);`,
  }),
  Svelte: () => ({
    'component.js': compile(documented('svelte'), { generate: 'client', name: 'Search' }).js.code,
    'main.js': `import { mount } from 'svelte';
      import Search from './component.js';
      mount(Search, { target: document.body });`,
  }),
};

/** Before the page's own: what is chosen is told, and not followed. */
const TRACK = `globalThis.tracked = [];
globalThis.track = (query) => tracked.push(query);
addEventListener('catchword-select', (event) => event.preventDefault());`;

/** @type {string} */
let folder;

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'catchword-frameworks-'));
  if (SKIP) return;
  writeLetters(folder);
  for (const [name, files] of Object.entries(FRAMEWORKS)) await writePage(name, files());
});
after(() => rmSync(folder, { recursive: true }));

/** @param {string} name @param {Record<string, string>} files */
async function writePage(name, files) {
  const sources = Object.entries({ ...files, 'main.js': `import 'catchword/element';\n${files['main.js']}`, 'track.js': TRACK });
  write(folder, {
    ...Object.fromEntries(sources.map(([file, text]) => [`${name}/${file}`, text])),
    [`${name}.html`]: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><body><script src="${name}/track.js"></script><script src="${name}/bundle.js" type="module"></script>`,
  });
  await build({
    entryPoints: [path.join(folder, name, 'main.js')],
    outfile: path.join(folder, name, 'bundle.js'),
    bundle: true,
    format: 'esm',
    jsx: 'automatic',
    alias: { 'catchword/element': path.join(ROOT, 'web/element/module.js') },
    nodePaths: [path.join(ROOT, 'node_modules')],
    conditions: ['browser', 'production'],
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
}

/** @param {import('node:test').TestContext} t @param {import('../../web/support/browsers.js').Browser} browser */
export async function frameworks(t, browser) {
  const reader = new Reader(browser);
  const site = await serve(t, folder);
  for (const name of Object.keys(FRAMEWORKS)) {
    await t.test(name, async () => {
      await reader.visit(`${site}${name}.html`);
      await reader.until(`!!document.querySelector('${TAG}')`);
      await reader.search('lantern');
      await reader.click('title');
      await reader.until('tracked.length > 0');
      assert.deepEqual(await reader.run('tracked'), ['lantern']);
    });
  }
}
