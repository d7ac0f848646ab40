// Entry: dist/web/catchword-element.js, the classic script that pages name. It knows this build's files, and changes with
// each; the element itself is a part, which changes with Catchword alone, so that caches may keep it for ever.

import { bundle } from './bundle.js';
import { loadPart } from './parts.js';
import { runScript } from './script.js';

/** Only known while the script runs. */
const source = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src || document.baseURI;
const home = new URL('.', source).href;

/** The room that the box will take, and nothing of what the element would show only at its time. */
const kSheet = `catchword-search:not(:defined,[hidden]){display:block;min-height:var(--catchword-height,3rem)}
catchword-search:not(:defined)>[slot]{display:none}`;

function keepRoom() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(kSheet);
  document.adoptedStyleSheets.push(sheet);
}

/** @param {import('../client/types.js').Bundle} bundle */
async function load(bundle) {
  const part = (/** @type {string} */ name) => loadPart(home, bundle, name);
  const { start } = await part('element');
  return Object.assign(catchword, start({ bundle, home, runScript, loadPart: part }));
}

/** As what this script names may be gone when it was cached for longer than the site keeps the files of old builds. */
async function loadAnew(/** @type {unknown} */ lost) {
  const loader = await import(`${home}catchword.js?${Date.now()}`).catch(() => Promise.reject(lost));
  return load(loader.bundle);
}

/** Has the element's class, too, as soon as that is there. */
const catchword = {
  /** @param {import('../client/types.js').CreateOptions} [options] */
  createSearch: async (options) => (await loaded).createSearch(options),
};
/** @type {any} */ (globalThis).catchword = catchword;
keepRoom();
const loaded = /** @type {Promise<any>} */ (load(bundle).catch(loadAnew));
