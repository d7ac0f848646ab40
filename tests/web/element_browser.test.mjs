// <catchword-search> in Chromium, over a stub engine, under a strict policy: what a reader's keys, fingers and ears meet.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { kPatience } from './support/browsers.js';
import { launch, pageWith, serve, stubElement } from './support/site.js';

const kInline = '<catchword-search base="/dist/catchword/" site-root="/site/"></catchword-search>';
const kPopup = '<catchword-search base="/dist/catchword/" popup></catchword-search><p>The page goes on.</p>';
const kModal = '<catchword-search base="/dist/catchword/" modal></catchword-search><p><input id="other"></p>';
const kForm = `<catchword-search base="/dist/catchword/"><form action="/list.html"><input name="words" placeholder="Find"></form></catchword-search>`;

let site;
let browser;
const pages = {
  '/inline.html': pageWith(kInline),
  '/popup.html': pageWith(kPopup),
  '/modal.html': pageWith(kModal),
  '/no-keys.html': pageWith(kModal.replace('modal', 'modal shortcut="none"')),
  '/form.html': pageWith(kForm),
  '/url.html': pageWith(kInline.replace('base=', 'url-state base=')),
  '/few.html': pageWith(kInline.replace('base=', 'limit="2" base=')),
  '/german.html': pageWith(kInline, 'de-AT'),
  '/list.html': pageWith('the list'),
};

before(async () => {
  site = await serve({ ...pages, '/dist/catchword/catchword-element.js': await stubElement() });
  browser = await launch();
});
after(() => Promise.all([browser?.close(), site?.close()]));

/** A page with the element ready; the test fails if the page complains. */
async function visit(t, name, options = {}) {
  const context = await browser.newContext(options);
  t.after(() => context.close());
  context.setDefaultTimeout(kPatience);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  t.after(() => assert.deepEqual(complaints, []));
  await page.goto(site.url + name);
  await page.waitForFunction(() => customElements.get('catchword-search'));
  await page.evaluate(() => {
    globalThis.heard = [];
    for (const name of ['search', 'results', 'noresults', 'select', 'error']) {
      addEventListener(`catchword-${name}`, (event) => globalThis.heard.push([name, event.detail]));
    }
  });
  const input = page.locator('input[role=combobox]');
  return { page, input, results: page.locator('[role=option]') };
}

const heard = (page, name) => page.evaluate((n) => globalThis.heard.filter(([type]) => type === n).map(([, detail]) => detail), name);
const active = (page) => page.locator('[role=option][aria-selected=true]');
const settled = (page, query) =>
  page.waitForFunction((q) => {
    const element = document.querySelector('catchword-search');
    return element.answer?.query === q && !element.hasAttribute('busy');
  }, query);

async function type(page, input, text) {
  await input.focus();
  await page.keyboard.type(text);
  await settled(page, text.trim());
}

test('nothing is opened before the reader turns to the box', async (t) => {
  const { page, input } = await visit(t, '/inline.html');
  assert.equal(await page.evaluate('stub.opened'), 0);
  await input.hover();
  assert.equal(await page.evaluate('stub.opened'), 1);
  await input.focus();
  assert.equal(await page.evaluate('stub.opened'), 1);
});

test('results show title, heading, snippet and facts, with the matched words marked', async (t) => {
  const { page, input, results } = await visit(t, '/inline.html');
  await type(page, input, 'sakharov');
  const first = results.first();
  assert.match(await first.locator('[part=title]').innerText(), /^Impressive Achievements/);
  assert.equal(await first.locator('[part=heading]').innerText(), 'The European Parliament');
  assert.deepEqual(await first.locator('mark').allInnerTexts(), ['Sakharov']);
  assert.match(await first.locator('[part=meta]').innerText(), /^Article · Qi Bin · China News Service · October 28, 2002$/);
  assert.match(await first.getAttribute('href'), /\/site\/articles\/impressive-achievements\.html#the-european-parliament$/);
});

test('pages that lack a word follow in a group of their own', async (t) => {
  const { page, input } = await visit(t, '/inline.html');
  await type(page, input, 'party vietnam');
  const group = page.getByRole('group', { name: 'With some of the words' });
  const { total, complete } = (await heard(page, 'results')).at(-1);
  assert.ok(complete > 0 && complete < total);
  assert.equal(await group.locator('[role=option]').count(), Math.min(total, 10) - complete);
  assert.match(await page.locator('[part=summary]').innerText(), new RegExp(`^${total} results · ${complete} with all words$`));
});

test('words that no page has are named', async (t) => {
  const { page, input } = await visit(t, '/inline.html');
  await type(page, input, 'vietnam aubergine');
  assert.equal(await page.locator('[part=notice]').innerText(), '“aubergine” is not in these pages.');
});

test('the arrow keys go through the results and back to the text, and never move the focus', async (t) => {
  const { page, input, results } = await visit(t, '/inline.html');
  await type(page, input, 'vietnam');
  const count = await results.count();
  assert.ok(count >= 2);
  assert.equal(await active(page).count(), 0);
  await page.keyboard.press('ArrowDown');
  assert.equal(await input.getAttribute('aria-activedescendant'), await results.nth(0).getAttribute('id'));
  await page.keyboard.press('ArrowDown');
  assert.equal(await input.getAttribute('aria-activedescendant'), await results.nth(1).getAttribute('id'));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  assert.equal(await input.getAttribute('aria-activedescendant'), null);
  await page.keyboard.press('ArrowUp');
  assert.equal(await active(page).getAttribute('id'), await results.nth(count - 1).getAttribute('id'));
  assert.equal(await page.evaluate('document.querySelector("catchword-search").shadowRoot.activeElement.role'), 'combobox');
});

test('Home and End belong to the text', async (t) => {
  const { page, input } = await visit(t, '/inline.html');
  await type(page, input, 'vietnam');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  assert.equal(await input.evaluate((node) => node.selectionStart), 0);
  await page.keyboard.press('End');
  assert.equal(await input.evaluate((node) => node.selectionStart), 'vietnam'.length);
});

test('Enter opens the active result', async (t) => {
  const { page, input } = await visit(t, '/inline.html');
  await type(page, input, 'vietnam');
  await page.keyboard.press('ArrowDown');
  const href = await active(page).getAttribute('href');
  await Promise.all([page.waitForURL(`${href}*`), page.keyboard.press('Enter')]);
});

test('Ctrl-Enter opens it in a tab', async (t) => {
  const { page, input } = await visit(t, '/inline.html');
  await type(page, input, 'vietnam');
  await page.keyboard.press('ArrowDown');
  const href = await active(page).getAttribute('href');
  const [tab] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('Control+Enter')]);
  await tab.waitForURL(`${href}*`);
  assert.match(page.url(), /inline\.html$/);
});

test('a followed link scrolls to the words, also where they stood in the page before', async (t) => {
  const { page, input } = await visit(t, '/inline.html');
  await type(page, input, 'sakharov');
  await page.locator('[role=option]').first().click();
  await page.waitForURL(/impressive-achievements/);
  await page.waitForFunction(() => {
    const { top } = document.querySelector('#second').getBoundingClientRect();
    return top >= 0 && top < innerHeight;
  });
});

test('Enter with nothing chosen offers the first result to the next Enter', async (t) => {
  const { page, input, results } = await visit(t, '/inline.html');
  await type(page, input, 'vietnam');
  await page.keyboard.press('Enter');
  assert.equal(await input.getAttribute('aria-activedescendant'), await results.first().getAttribute('id'));
  assert.match(page.url(), /inline\.html$/);
});

test('typing on gives the keys back to the text', async (t) => {
  const { page, input } = await visit(t, '/inline.html');
  await type(page, input, 'part');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('y');
  assert.equal(await input.getAttribute('aria-activedescendant'), null);
});

test('Escape lets go of the choice, then empties the box', async (t) => {
  const { page, input, results } = await visit(t, '/inline.html');
  await type(page, input, 'vietnam');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  assert.equal(await active(page).count(), 0);
  assert.equal(await input.inputValue(), 'vietnam');
  await page.keyboard.press('Escape');
  assert.equal(await input.inputValue(), '');
  assert.equal(await results.count(), 0);
  assert.equal(await input.getAttribute('aria-expanded'), 'false');
});

test('half a syllable is not searched, and Enter during composition chooses nothing', async (t) => {
  const { page, input } = await visit(t, '/inline.html');
  await input.focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'vietn', selectionStart: 5, selectionEnd: 5 });
  assert.equal(await input.inputValue(), 'vietn');
  assert.deepEqual(await page.evaluate('stub.asked'), []);
  await session.send('Input.insertText', { text: 'vietnam' });
  await settled(page, 'vietnam');
  assert.deepEqual(await page.evaluate('stub.asked'), ['vietnam']);
});

test('a superseded search is aborted and leaves no trace', async (t) => {
  const { page, input } = await visit(t, '/inline.html');
  await page.evaluate('void (globalThis.release = stub.hold())');
  await input.focus();
  await page.keyboard.type('cub');
  await page.keyboard.type('a');
  await page.waitForFunction(() => globalThis.stub.asked.at(-1) === 'cuba');
  // Letters that come faster than the screen is painted are not asked at all.
  assert.deepEqual(await page.evaluate('stub.aborted'), (await page.evaluate('stub.asked')).slice(0, -1));
  await page.evaluate('release()');
  await settled(page, 'cuba');
  assert.equal((await heard(page, 'results')).length, 1);
  assert.deepEqual(await heard(page, 'error'), []);
});

test('the old results stay, and the element is busy, until the new ones are there', async (t) => {
  const { page, input, results } = await visit(t, '/inline.html');
  await type(page, input, 'vietnam');
  const shown = await results.allInnerTexts();
  await page.evaluate('void (globalThis.release = stub.hold())');
  await page.keyboard.type(' cuba');
  assert.deepEqual(await results.allInnerTexts(), shown);
  assert.ok(await page.locator('catchword-search[busy]').count());
  await page.evaluate('release()');
  await settled(page, 'vietnam cuba');
  assert.equal(await page.locator('catchword-search[busy]').count(), 0);
});

test('the count is announced when the search has settled, and not before', async (t) => {
  const { page, input } = await visit(t, '/inline.html');
  const status = page.getByRole('status');
  await page.evaluate('void (globalThis.release = stub.hold())');
  await input.focus();
  await page.keyboard.type('vietnam');
  assert.equal(await status.innerText(), '');
  await page.evaluate('release()');
  await settled(page, 'vietnam');
  assert.match(await status.innerText(), /^\d+ results?$/);
});

test('nothing found is said, shown and told to the page', async (t) => {
  const { page, input } = await visit(t, '/inline.html');
  await type(page, input, 'aubergine');
  assert.match(await page.locator('[part=none]').innerText(), /Nothing found for “aubergine”/);
  assert.equal(await page.getByRole('status').innerText(), 'Nothing found for “aubergine”');
  assert.deepEqual((await heard(page, 'noresults')).slice(-1), [{ query: 'aubergine', unknown: ['aubergine'] }]);
});

test('an error is shown with its remedy, keeps the results, and can be tried again', async (t) => {
  const { page, input, results } = await visit(t, '/inline.html');
  await type(page, input, 'vietnam');
  const count = await results.count();
  await page.evaluate(`void (stub.failure = { message: 'terms/4f.bin is damaged.', remedy: 'Publish the site again.' })`);
  await input.fill('vietnam cuba');
  await page.locator('[part=error]').waitFor();
  assert.match(await page.locator('[part=error]').innerText(), /did not work\.\s+terms\/4f\.bin is damaged\. Publish the site again\./);
  assert.equal(await results.count(), count);
  assert.equal((await heard(page, 'error')).length, 1);
  await page.evaluate('void (stub.failure = null)');
  await page.getByRole('button', { name: 'Try again' }).click();
  await settled(page, 'vietnam cuba');
  assert.equal(await page.locator('[part=error]').isVisible(), false);
});

test('a lost connection says so, and the search goes on when it is back', async (t) => {
  const { page, input } = await visit(t, '/inline.html');
  await type(page, input, 'vietnam');
  await page.context().setOffline(true);
  await page.evaluate(`void (stub.failure = { message: 'fetch failed' })`);
  await page.keyboard.type(' cuba');
  await page.getByText('The connection is lost. What was found stays here.').first().waitFor();
  await page.evaluate('void (stub.failure = null)');
  await page.context().setOffline(false);
  await settled(page, 'vietnam cuba');
});

test('more results come by the button, and by the arrow beyond the last', async (t) => {
  const { page, input, results } = await visit(t, '/few.html');
  await type(page, input, 'party');
  assert.equal(await results.count(), 2);
  const first = await results.first().elementHandle();
  await page.getByRole('button', { name: 'More results' }).click();
  await results.nth(3).waitFor();
  assert.equal(await results.count(), 4);
  assert.ok(await first.evaluate((node) => node.isConnected), 'what is on show is not drawn again');
  await input.focus();
  await page.keyboard.press('ArrowUp');
  const last = await active(page).getAttribute('id');
  await page.keyboard.press('ArrowDown');
  await results.nth(5).waitFor();
  assert.equal(await results.nth(3).getAttribute('id'), last);
  assert.equal(await active(page).getAttribute('id'), await results.nth(4).getAttribute('id'), 'and the arrow has gone there');
});

test('a choice is told to the page, which may keep it from being followed', async (t) => {
  const { page, input, results } = await visit(t, '/inline.html');
  await page.evaluate(() => addEventListener('catchword-select', (event) => event.preventDefault()));
  await type(page, input, 'vietnam');
  await results.nth(1).click();
  const [{ query, position, result }] = await heard(page, 'select');
  assert.deepEqual({ query, position }, { query: 'vietnam', position: 1 });
  assert.equal(typeof result.title, 'string');
  assert.match(page.url(), /inline\.html$/);
});

test('text that looks like markup or script stays text', async (t) => {
  const { page, input, results } = await visit(t, '/inline.html');
  await page.evaluate(() => {
    const evil = '<img src=x onerror="evil=1">evil';
    globalThis.stub.records = [
      { id: evil, url: 'javascript:globalThis.evil=1', title: evil, meta: { kind: [evil], date: [evil] }, sections: [[evil, evil]] },
    ];
  });
  await type(page, input, 'evil');
  assert.equal(await results.first().locator('[part=title]').innerText(), '<img src=x onerror="evil=1">evil');
  assert.equal(await results.first().getAttribute('href'), null);
  await results.first().click();
  assert.equal(await page.evaluate('globalThis.evil'), undefined);
});

test('further passages of a page are links of their own, after the best', async (t) => {
  const { page, input, results } = await visit(t, '/inline.html');
  await page.evaluate(() => {
    const passage = (name) => ({ heading: name, url: `/site/a.html#${name}`, text: `two in ${name}`, marks: [[0, 3]] });
    const result = (id, ...names) => ({ id, url: `/site/${id}.html`, title: id, passages: names.map(passage) });
    const answer = { total: 2, exact: true, results: [result('a', 'one', 'two', 'three', 'four'), result('b', 'five')] };
    globalThis.catchword.CatchwordSearch.createSearch = async () => ({ search: async () => answer });
    addEventListener('catchword-select', (event) => event.preventDefault());
  });
  await type(page, input, 'two');
  const headings = await results.locator('[part=heading]').allInnerTexts();
  assert.deepEqual(headings, ['one', 'two', 'three', 'five']);
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
  assert.match(await active(page).getAttribute('href'), /\/site\/a\.html#three$/);
  await page.keyboard.press('Enter');
  const [{ position, result }] = await heard(page, 'select');
  assert.deepEqual([position, result.id], [0, 'a']);
});

test('marks that make no sense are left out', async (t) => {
  const { page, input, results } = await visit(t, '/inline.html');
  await page.evaluate(() => {
    const { createSearch } = globalThis.catchword.CatchwordSearch;
    globalThis.catchword.CatchwordSearch.createSearch = async (options) => ({
      search: async () => {
        const passage = { heading: '', url: 'a.html', text: 'one two', marks: [[4, 7], [0, 3], [5, 90], [-1, 2], [7, 7]] };
        return { total: 1, exact: true, results: [{ id: 'a', url: 'a.html', title: 't', passages: [passage] }] };
      },
      createSearch,
      options,
    });
  });
  await type(page, input, 'two');
  assert.deepEqual(await results.first().locator('mark').allInnerTexts(), ['two']);
  assert.equal(await results.first().locator('[part=snippet]').innerText(), 'one two');
});

test('the popup opens on typing and closes on Escape, on a click elsewhere and when the focus leaves', async (t) => {
  const { page, input, results } = await visit(t, '/popup.html');
  const isOpen = () => page.locator('[part=panel]').isVisible();
  await type(page, input, 'vietnam');
  assert.ok(await isOpen());
  const top = await page.locator('p', { hasText: 'goes on' }).boundingBox();
  await page.keyboard.press('Escape');
  assert.equal(await isOpen(), false);
  assert.equal(await input.inputValue(), 'vietnam');
  assert.deepEqual(await page.locator('p', { hasText: 'goes on' }).boundingBox(), top, 'the page has not moved');
  await page.keyboard.press('ArrowDown');
  assert.ok(await isOpen());
  await page.mouse.click(5, 500);
  assert.equal(await isOpen(), false);
  await input.click();
  assert.ok(await isOpen());
  assert.ok((await results.count()) > 0);
});

test('the dialog opens by its button, by / and by Ctrl-K, and gives the focus back', async (t) => {
  const { page, input } = await visit(t, '/modal.html');
  const opener = page.getByRole('button', { name: 'Search' });
  for (const open of [() => opener.click(), () => page.keyboard.press('/'), () => page.keyboard.press('Control+k')]) {
    await opener.focus();
    await open();
    await input.waitFor();
    assert.ok(await input.evaluate((node) => node.matches(':focus')));
    assert.equal(await input.inputValue(), '', 'the key itself is not typed');
    await page.keyboard.press('Escape');
    await input.waitFor({ state: 'hidden' });
    assert.ok(await opener.evaluate((node) => node.matches(':focus')));
  }
});

test('/ typed into a field of the page stays there', async (t) => {
  const { page, input } = await visit(t, '/modal.html');
  await page.locator('#other').focus();
  await page.keyboard.type('a/b');
  assert.equal(await page.locator('#other').inputValue(), 'a/b');
  assert.equal(await input.isVisible(), false);
});

test('shortcut="none" turns the keys off', async (t) => {
  const { page, input } = await visit(t, '/no-keys.html');
  await page.keyboard.press('/');
  await page.keyboard.press('Control+k');
  assert.equal(await input.isVisible(), false);
});

test('the query lives in the address when asked, and Back returns to the one before', async (t) => {
  const { page, input } = await visit(t, '/url.html?q=cuba');
  await settled(page, 'cuba');
  assert.equal(await input.inputValue(), 'cuba');
  await input.fill('vietnam');
  await settled(page, 'vietnam');
  assert.match(page.url(), /\?q=vietnam$/);
  await input.press('Enter');
  await input.fill('latin');
  await settled(page, 'latin');
  await input.press('Enter');
  await page.goBack();
  await settled(page, 'vietnam');
  assert.equal(await input.inputValue(), 'vietnam');
  await page.goForward();
  await settled(page, 'latin');
});

/** A page whose element's script does not come before `define` is called. @param {import('node:test').TestContext} t */
async function visitUndefined(t) {
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  let release = () => {};
  const held = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route('**/catchword-element.js', async (route) => (await held, route.continue()));
  await page.goto(`${site.url}/form.html`, { waitUntil: 'commit' });
  const define = async () => {
    release();
    await page.waitForFunction(() => customElements.get('catchword-search'));
  };
  return { page, define };
}

test('what was typed before the element ran is kept and searched', async (t) => {
  const { page, define } = await visitUndefined(t);
  await page.getByPlaceholder('Find').click();
  await page.keyboard.type('cuba');
  await define();
  await settled(page, 'cuba');
  const input = page.getByRole('combobox', { name: 'Find' });
  assert.equal(await input.inputValue(), 'cuba');
  assert.ok(await input.evaluate((node) => node.matches(':focus')));
});

test('properties that the page sets before the element runs are taken over', async (t) => {
  const { page, define } = await visitUndefined(t);
  await page.locator('catchword-search').evaluate((node) => Object.assign(node, { messages: { results: 'So many.' }, query: 'cuba' }));
  await define();
  await settled(page, 'cuba');
  assert.equal(await page.locator('[part=input]').inputValue(), 'cuba');
  assert.deepEqual(await page.locator('catchword-search').evaluate((node) => Object.keys(node).filter((name) => !name.endsWith('_'))), []);
});

test('without JavaScript the form goes where the page says', async (t) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(`${site.url}/form.html`);
  await page.getByPlaceholder('Find').fill('cuba');
  await Promise.all([page.waitForURL(/\/list\.html\?words=cuba$/), page.keyboard.press('Enter')]);
});

test('when the search cannot be had, Enter goes where the page says', async (t) => {
  const { page, input } = await visit(t, '/form.html');
  await page.evaluate(`void (stub.failure = { message: 'no' })`);
  await input.focus();
  await page.keyboard.type('cuba');
  await page.locator('[part=error]').waitFor();
  await Promise.all([page.waitForURL(/\/list\.html\?words=cuba$/), page.keyboard.press('Enter')]);
});

test('the interface speaks the language of the page', async (t) => {
  const { page, input } = await visit(t, '/german.html');
  await type(page, input, 'sakharov');
  assert.equal(await input.getAttribute('placeholder'), 'Suchen');
  assert.equal(await page.locator('[part=summary]').innerText(), '1 Treffer');
  assert.match(await page.locator('[part=meta]').innerText(), /28\. Oktober 2002/);
});

test('an element without a base says what is missing', async (t) => {
  const { page, input } = await visit(t, '/inline.html');
  await page.evaluate(() => document.querySelector('catchword-search').removeAttribute('base'));
  await input.focus();
  await page.keyboard.type('a');
  await page.locator('[part=error]').waitFor();
  assert.match(await page.locator('[part=error]').innerText(), /no base attribute/);
});

test('an element that leaves the page aborts its search, and works again when it is back', async (t) => {
  const { page, input } = await visit(t, '/modal.html');
  await page.evaluate(() => {
    const element = document.querySelector('catchword-search');
    element.remove();
    document.body.prepend(element);
  });
  await page.keyboard.press('/');
  await input.waitFor();
  await page.keyboard.type('cuba');
  await settled(page, 'cuba');
});

for (const width of [390, 1280]) {
  test(`everything to be touched is 44 pixels high at a width of ${width}`, async (t) => {
    const { page, input } = await visit(t, '/few.html', { viewport: { width, height: 844 } });
    await type(page, input, 'party');
    for (const part of ['box', 'clear', 'more', 'result']) {
      const { height } = await page.locator(`[part=${part}]`).first().boundingBox();
      assert.ok(height >= 44, `${part}: ${height}`);
    }
  });
}
