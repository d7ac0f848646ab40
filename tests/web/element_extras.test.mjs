// What an element loads only when it is needed: asked for once, however many answers wait for it.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Extras } from '../../web/element/extras.js';

const misspelt = /** @type {any} */ ({ results: [{}], interpretation: { corrections: [{ from: 'a', to: 'b' }] } });

test('two answers that need the help share one, in whatever order their scripts come', async () => {
  class Help {}
  /** @type {((part: object) => void)[]} */
  const coming = [];
  const load = () => new Promise((resolve) => coming.push(resolve));
  const panel = { help: null };
  const extras = new Extras(/** @type {any} */ ({ panel, load }));
  const first = extras.prepare(misspelt);
  const second = extras.prepare(misspelt);
  for (const come of coming.reverse()) come({ Help });
  await second;
  const shown = panel.help;
  await first;
  assert.ok(/** @type {any} */ (shown) instanceof Help);
  assert.equal(panel.help, shown);
  assert.equal(coming.length, 1);
});

test('an answer is shown without the help that does not come, and the next asks for it again', async () => {
  let asked = 0;
  const load = async () => {
    if (++asked === 1) throw new Error('lost');
    return { Help: class {} };
  };
  const panel = { help: null };
  const extras = new Extras(/** @type {any} */ ({ panel, load }));
  await extras.prepare(misspelt);
  assert.equal(panel.help, null);
  await extras.prepare(misspelt);
  assert.ok(panel.help);
});

const found = /** @type {any} */ ({ results: [{}], request: { filters: {}, sort: '' } });
const searchWith = (/** @type {string} */ key) => ({ describe: async () => ({ keys: [{ key, facet: true, sort: false }] }) });
const controllerOver = (/** @type {any} */ search) => /** @type {any} */ ({ opened: async () => search });

/** Filters that note what becomes of them, and a loader whose answers the test gives itself. */
function filtersRig() {
  /** @type {(() => void)[]} */
  const coming = [];
  /** @type {string[]} */
  const noted = [];
  class Filters {
    /** @param {{ keys: { key: string }[] }} box */
    constructor({ keys: [{ key }] }) {
      this.key = key;
    }
    update() {
      noted.push(`${this.key} updated`);
    }
    remove() {
      noted.push(`${this.key} removed`);
    }
  }
  const load = () => new Promise((resolve) => coming.push(() => resolve({ Filters })));
  const extras = new Extras(/** @type {any} */ ({ host: { hasAttribute: () => false }, load }));
  return { extras, coming, noted };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('two answers that come at once share their filters', async () => {
  const { extras, coming, noted } = filtersRig();
  const controller = controllerOver(searchWith('kind'));
  const shown = [extras.answered(controller, found), extras.answered(controller, found)];
  await settle();
  assert.equal(coming.length, 1);
  coming[0]();
  await Promise.all(shown);
  assert.deepEqual(noted, ['kind updated', 'kind updated']);
});

test("a bundle's filters that come after the next bundle's are not shown", async () => {
  const { extras, coming, noted } = filtersRig();
  const first = extras.answered(controllerOver(searchWith('old')), found);
  await settle();
  extras.reset();
  const second = extras.answered(controllerOver(searchWith('new')), found);
  await settle();
  coming[1]();
  await second;
  coming[0]();
  await first;
  assert.deepEqual(noted, ['new updated', 'old removed']);
});
