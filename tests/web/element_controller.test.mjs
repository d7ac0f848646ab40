// The search controller alone: one search at a time, nothing heard of what was aborted, nothing lost by an error.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SearchController } from '../../web/element/search-controller.js';

const tick = () => new Promise((resolve) => setImmediate(resolve));
const results = (from, to) => Array.from({ length: to - from }, (_, i) => ({ id: `${from + i}` }));

/** Nothing is painted here, and answers are shown as they are, whole. */
const kAtOnce = { pause: async () => {}, prepare: () => {}, draw: () => false };

/** A controller over an engine whose answers the test gives itself. */
function rig({ limit = 2, ...ways } = {}) {
  const states = [];
  const asked = [];
  let opened = 0;
  let openError = null;
  const engine = {
    search: (query, options) =>
      new Promise((resolve, reject) => {
        options.signal.addEventListener('abort', () => reject(options.signal.reason));
        asked.push({ query, ...options, resolve, reject });
      }),
  };
  const controller = new SearchController({
    open: async () => {
      opened++;
      if (openError) throw openError;
      return engine;
    },
    limit: () => limit,
    changed: (state) => states.push(state),
    ...kAtOnce,
    ...ways,
  });
  return {
    controller,
    states,
    asked,
    opened: () => opened,
    failToOpen: (error) => (openError = error),
    ask: async (query) => {
      controller.ask({ query });
      await tick();
      return asked.at(-1);
    },
  };
}

test('nothing is opened before something is asked or intended', async () => {
  const { controller, opened } = rig();
  controller.ask({ query: '   ' });
  await tick();
  assert.equal(opened(), 0);
  controller.warm();
  controller.warm();
  assert.equal(opened(), 1);
});

test('the answer of a superseded search is never shown', async () => {
  const { ask, states, controller } = rig();
  const first = await ask('par');
  const second = await ask('party');
  assert.ok(first.signal.aborted);
  first.resolve({ total: 9, results: results(0, 2) });
  second.resolve({ total: 1, results: results(5, 6) });
  await tick();
  assert.deepEqual(controller.state.answer.results, results(5, 6));
  assert.ok(states.every(({ error }) => error === null), 'an aborted search is no error');
});

test('the old answer stays until the new one is there', async () => {
  const { ask, controller } = rig();
  (await ask('party')).resolve({ total: 1, results: results(0, 1) });
  await tick();
  await ask('party b');
  assert.equal(controller.state.busy, true);
  assert.equal(controller.state.answer.query, 'party');
});

test('an answer is drawn a few at a time, until it is whole or the next key is pressed', async () => {
  let most = 3;
  let drawn = 0;
  const pauses = [];
  const pause = (ms) => (pauses.push(ms), tick());
  const { ask } = rig({ pause, draw: () => ++drawn < most });
  const answer = async (query) => (await ask(query)).resolve({ total: 1, results: results(0, 1) });
  const wait = async () => {
    for (let i = 0; i < 9; i++) await tick();
  };
  await answer('party');
  await wait();
  assert.equal(drawn, 3);
  const paints = pauses.filter((ms) => ms === undefined);
  assert.equal(paints.length, 4, 'once before the search, and after each drawing');
  most = Infinity;
  await answer('party b');
  await ask('party bo');
  const before = drawn;
  await wait();
  assert.equal(drawn, before);
});

test('of a page the first three come at once, the others when the typing rests', async () => {
  let rest = () => {};
  const pause = (ms) => (ms ? new Promise((resolve) => (rest = resolve)) : Promise.resolve());
  const { ask, asked, controller } = rig({ limit: 10, pause });
  const found = async (from, to) => (asked.at(-1).resolve({ total: 12, results: results(from, to) }), await tick());
  await ask('part');
  await found(0, 3);
  await ask('party');
  assert.deepEqual([asked[1].offset, asked[1].limit], [0, 3], 'a key is pressed: nobody looks for the others');
  await found(0, 3);
  assert.equal(controller.state.answer.unfinished, true);
  assert.equal(asked.length, 2);
  rest();
  await tick();
  assert.deepEqual([asked[2].offset, asked[2].limit], [3, 7]);
  await found(3, 10);
  assert.deepEqual(controller.state.answer.results, results(0, 10));
  assert.equal(controller.state.answer.unfinished, false);
});

test('who wants more does not wait for the typing to rest', async () => {
  const { ask, asked, controller } = rig({ limit: 10, pause: (ms) => (ms ? new Promise(() => {}) : Promise.resolve()) });
  (await ask('party')).resolve({ total: 12, results: results(0, 3) });
  await tick();
  controller.more();
  await tick();
  assert.deepEqual([asked[1].offset, asked[1].limit], [3, 7]);
});

test('signs without a word, as a phrase begins with, leave what is there as it is', async () => {
  const { ask, asked, states, controller } = rig();
  for (const signs of ['"', ' - ', '""', '(=']) await ask(signs);
  assert.deepEqual(states, []);
  const first = await ask('"oil');
  first.resolve({ total: 1, results: results(0, 1) });
  await tick();
  const { state } = controller;
  await ask('"');
  assert.equal(controller.state, state);
  await ask('"oil');
  assert.equal(asked.length, 1, 'it has been answered');
  await ask('');
  assert.equal(controller.state.answer, null);
});

test('spaces around a query are no other query', async () => {
  const { ask, asked } = rig();
  await ask('party');
  await ask(' party ');
  assert.equal(asked.length, 1);
});

test('an emptied query aborts, and forgets', async () => {
  const { ask, controller } = rig();
  const first = await ask('party');
  await ask('');
  assert.ok(first.signal.aborted);
  const { request, ...state } = controller.state;
  assert.equal(request.query, '');
  assert.deepEqual(state, { query: '', busy: false, answer: null, error: null });
});

test('more results follow those on show', async () => {
  const { ask, asked, controller } = rig();
  (await ask('party')).resolve({ total: 3, results: results(0, 2) });
  await tick();
  controller.more();
  await tick();
  assert.equal(asked[1].offset, 2);
  asked[1].resolve({ total: 3, results: results(2, 3) });
  await tick();
  assert.deepEqual(controller.state.answer.results, results(0, 3));
  assert.equal(controller.hasMore, false);
  controller.more();
  await tick();
  assert.equal(asked.length, 2);
});

test('a page without results ends the list, whatever the count says', async () => {
  const { ask, asked, controller } = rig();
  (await ask('party')).resolve({ total: 50, exact: false, results: results(0, 2) });
  await tick();
  controller.more();
  await tick();
  asked[1].resolve({ total: 50, results: [] });
  await tick();
  assert.equal(controller.hasMore, false);
});

test('an error keeps what was found, and a retry goes on from there', async () => {
  const { ask, asked, controller } = rig();
  (await ask('party')).resolve({ total: 3, results: results(0, 2) });
  await tick();
  controller.more();
  await tick();
  asked[1].reject(new Error('lost'));
  await tick();
  assert.equal(controller.state.error.message, 'lost');
  assert.deepEqual(controller.state.answer.results, results(0, 2));
  controller.retry();
  await tick();
  assert.equal(asked[2].offset, 2);
  asked[2].resolve({ total: 3, results: results(2, 3) });
  await tick();
  assert.equal(controller.state.error, null);
  assert.equal(controller.state.answer.results.length, 3);
});

test('a bundle that could not be opened is opened again by the next attempt', async () => {
  const { ask, controller, failToOpen, opened } = rig();
  failToOpen(new Error('no connection'));
  await ask('party');
  assert.equal(controller.state.error.message, 'no connection');
  failToOpen(null);
  controller.retry();
  await tick();
  assert.equal(opened(), 2);
});

test('a search that was stopped is taken up again', async () => {
  const { ask, asked, controller } = rig();
  await ask('party');
  controller.stop();
  assert.equal(controller.state.busy, false);
  controller.retry();
  await tick();
  assert.equal(asked.length, 2);
  asked[1].resolve({ total: 1, results: results(0, 1) });
  await tick();
  controller.retry();
  await tick();
  assert.equal(asked.length, 2, 'what is answered is not asked again');
});

test('a bundle that fails to open late does not close the one that took its place', async () => {
  const opening = [];
  const controller = new SearchController({
    open: () => new Promise((resolve, reject) => opening.push({ resolve, reject })),
    limit: () => 2,
    changed: () => {},
    ...kAtOnce,
  });
  controller.warm();
  controller.reset();
  controller.warm();
  opening[0].reject(new Error('lost'));
  await tick();
  controller.warm();
  assert.equal(opening.length, 2);
});
