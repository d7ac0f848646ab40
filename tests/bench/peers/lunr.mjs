// Lunr: its index as JSON, and the texts beside it, since the index keeps none.
import lunr from 'lunr';

/** @typedef {import('../whole-index.mjs').SourceDocument} SourceDocument */
/** @typedef {import('../whole-index.mjs').Find} Find */

/** @param {SourceDocument[]} documents @returns {Promise<string>} */
export async function build(documents) {
  const index = lunr(function define() {
    this.ref('url');
    this.field('title');
    this.field('text');
    for (const document of documents) this.add(document);
  });
  return JSON.stringify({ index, documents });
}

/** @param {Response} response @returns {Promise<Find>} */
export async function open(response) {
  const data = await response.json();
  const index = lunr.Index.load(data.index);
  const documents = new Map(data.documents.map((/** @type {SourceDocument} */ one) => [one.url, one]));
  return async (query, limit) => {
    const words = query.replace(/[^\p{L}\p{N}]+/gu, ' ');
    return index.search(words).slice(0, limit).map(({ ref }) => /** @type {any} */ (documents.get(ref)));
  };
}
