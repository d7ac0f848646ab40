// What of a page stands on paper.
import path from 'node:path';

import { folderFor, write } from '../cli/program.mjs';
import { index, searchAll } from './native.mjs';

const SHADOWS = `[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])`;

/** Print's rules hold for all from now on; gives the text that is left on show. */
const AS_PRINTED = `(() => {
  for (const root of [document, ...${SHADOWS}]) {
    const rules = [...root.styleSheets, ...root.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]);
    for (const { media } of rules) if (media?.mediaText === 'print') media.mediaText = 'all';
  }
  const shown = [document.body, ...${SHADOWS}.flatMap(({ children }) => [...children])].filter((node) => node.checkVisibility());
  return shown.map((node) => node.innerText).join('\\n').replace(/\\s+/g, ' ');
})()`;

/**
 * Which of the phrases, each short enough for one line, stand on the page when it is printed: the program reads the PDF, and
 * finds them. WebKitGTK's driver doesn't print; there the page is shown as print's rules have it, and stays so.
 * @param {import('node:test').TestContext} t @param {import('./reader.mjs').Reader} reader @param {string[]} phrases
 */
export async function printed(t, reader, phrases) {
  const { print } = reader.browser;
  if (!print) {
    const text = await reader.run(AS_PRINTED);
    return phrases.filter((phrase) => text.includes(phrase));
  }
  const folder = folderFor(t);
  write(folder, { 'pages/page.pdf': Buffer.from(await print()) });
  index(path.join(folder, 'pages'), path.join(folder, 'bundle'));
  const answers = await searchAll(path.join(folder, 'bundle'), phrases.map((phrase) => ({ query: JSON.stringify(phrase) })));
  return phrases.filter((_, n) => answers[n].complete > 0);
}
