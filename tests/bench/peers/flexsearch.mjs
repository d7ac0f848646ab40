// FlexSearch: the parts of its exported document index, gathered in one JSON file.
import FlexSearch from 'flexsearch';

/** @typedef {import('../whole-index.mjs').SourceDocument} SourceDocument */
/** @typedef {import('../whole-index.mjs').Find} Find */

const OPTIONS = {
  tokenize: 'forward',
  document: { id: 'url', index: ['title', 'text'], store: ['url', 'title', 'text'] },
};

/** @returns {any} */
const emptyIndex = () => new FlexSearch.Document(/** @type {any} */ (OPTIONS));

/** @param {SourceDocument[]} documents @returns {Promise<string>} */
export async function build(documents) {
  const index = emptyIndex();
  for (const document of documents) index.add(document);
  /** @type {[string, string][]} */
  const parts = [];
  await index.export((/** @type {string} */ key, /** @type {string} */ data) => void parts.push([key, data]));
  return JSON.stringify(parts);
}

/** @param {Response} response @returns {Promise<Find>} */
export async function open(response) {
  const index = emptyIndex();
  for (const [key, data] of await response.json()) index.import(key, data);
  return async (query, limit) => {
    const found = index.search(query, { limit, enrich: true, merge: true });
    return found.map((/** @type {any} */ { doc }) => doc);
  };
}
