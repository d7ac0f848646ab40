// Orama: its saved state as JSON, texts included.
import { create, insertMultiple, load, save, search } from '@orama/orama';

/** @typedef {import('../whole-index.mjs').SourceDocument} SourceDocument */
/** @typedef {import('../whole-index.mjs').Find} Find */

const SCHEMA = /** @type {const} */ ({ url: 'string', title: 'string', text: 'string' });
const FIELDS = /** @type {any} */ (['title', 'text']);

/** @param {SourceDocument[]} documents @returns {Promise<string>} */
export async function build(documents) {
  const index = create({ schema: SCHEMA });
  await insertMultiple(index, documents);
  return JSON.stringify(save(index));
}

/** @param {Response} response @returns {Promise<Find>} */
export async function open(response) {
  const index = create({ schema: SCHEMA });
  load(index, await response.json());
  return async (term, limit) => {
    const { hits } = await search(index, { term, limit, properties: FIELDS });
    return hits.map(({ document }) => /** @type {SourceDocument} */ (document));
  };
}
