// Entry: dist/web/parts/element.js, the element and what opens a bundle: the part that web/loader/element.js starts.

import { searchBy } from '../loader/classic.js';
import { CatchwordSearch } from './catchword-search.js';
import { define } from './define.js';

/**
 * Defines the element.
 * @param {import('../loader/classic.js').Loader} loader
 * @returns what pages find in `globalThis.catchword`
 */
function start(loader) {
  const createSearch = searchBy(loader);
  define(createSearch, loader.loadPart);
  return { createSearch, CatchwordSearch };
}

// As an export it would take 150 bytes more.
Object.assign(globalThis, { catchwordPart: { start } });
