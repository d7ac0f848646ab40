// Gives the element its name and its engine. Apart from the class, so that a page may take the class
// alone, extend it, or name it otherwise.

import { CatchwordSearch } from './catchword-search.js';

/**
 * @param {import('./types.js').CreateSearch} createSearch
 * @param {import('./types.js').LoadPart} loadPart
 * @param {string} [name]
 */
export function define(createSearch, loadPart, name = 'catchword-search') {
  CatchwordSearch.createSearch = createSearch;
  CatchwordSearch.loadPart = loadPart;
  if (!customElements.get(name)) customElements.define(name, CatchwordSearch);
}
