// MiniSearch: one JSON file with everything in it.
import MiniSearch from 'minisearch';

/** @typedef {import('../whole-index.mjs').SourceDocument} SourceDocument */
/** @typedef {import('../whole-index.mjs').Find} Find */

const OPTIONS = { idField: 'url', fields: ['title', 'text'], storeFields: ['title', 'text'] };

/** @param {SourceDocument[]} documents @returns {Promise<string>} */
export async function build(documents) {
  const index = new MiniSearch(OPTIONS);
  index.addAll(documents);
  return JSON.stringify(index);
}

/** @param {Response} response @returns {Promise<Find>} */
export async function open(response) {
  const index = MiniSearch.loadJSON(await response.text(), OPTIONS);
  return async (query, limit) =>
    index.search(query, { prefix: true }).slice(0, limit).map(({ id, title, text }) => ({ url: id, title, text }));
}
