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
