// Asks an engine every query of a set, in Chromium, and keeps the ranking.
import { withNewProfile } from './browser.mjs';
import { pageAddress } from './wire.mjs';

/** Pages of results that a reader looks at: ten. */
const DEPTH = 10;

/**
 * @param {import('./wire.mjs').Stage} stage @param {(id: string) => string} documentOf
 * @param {import('./data.mjs').Query[]} queries
 * @returns {Promise<import('./metrics.mjs').Run>}
 */
export async function rankInBrowser(stage, documentOf, queries) {
  stage.server.network = undefined;
  const rankings = await withNewProfile(stage.browser, pageAddress(stage), (page) =>
    page.evaluate(
      async ({ queries, depth }) => {
        const { bench } = /** @type {any} */ (globalThis);
        const found = [];
        for (const { id, text } of queries) found.push([id, await bench.ids(text, depth)]);
        return found;
      },
      { queries, depth: DEPTH },
    ),
  );
  return new Map(rankings.map(([id, ids]) => [id, ids.map(documentOf)]));
}
