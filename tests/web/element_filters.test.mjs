// Filters, orders, help, recent searches and templates of <catchword-search>, over a stub engine, under a strict policy.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { bars } from '../../web/element/filters/histogram-view.js';
import { timeline } from '../../web/element/filters/timeline.js';
import { bareWords } from '../../web/element/help/none-view.js';
import { corrected } from '../../web/element/help/understood-view.js';
import { kPatience } from './support/browsers.js';
import { launch, pageWith, serve, stubElement } from './support/site.js';

const kElement = (attributes, children = '') =>
  pageWith(`<catchword-search base="/dist/catchword/" site-root="/site/" ${attributes}>${children}</catchword-search>`);
const kTemplate = '<template><b part="name" data-field="title"></b><i data-field="meta.author"></i><time data-field="meta.date"></time></template>';

let site;
let browser;

before(async () => {
  site = await serve({
    '/dist/catchword/catchword-element.js': await stubElement(),
    '/page.html': kElement('url-state'),
    '/recent.html': kElement('recent'),
    '/template.html': kElement('', kTemplate),
    '/none.html': kElement('no-filters'),
  });
  browser = await launch();
});
after(() => Promise.all([browser?.close(), site?.close()]));

async function visit(t, path, options = {}) {
  const context = await browser.newContext(options);
  t.after(() => context.close());
  context.setDefaultTimeout(kPatience);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  t.after(() => assert.deepEqual(complaints, []));
  await page.goto(site.url + path);
  await page.waitForFunction(() => customElements.get('catchword-search'));
  return { page, input: page.locator('input[role=combobox]'), part: (name) => page.locator(`[part~=${name}]`) };
}

const requested = (page, wanted) =>
  page.waitForFunction((json) => {
    const element = document.querySelector('catchword-search');
    const { filters, sort } = element.answer?.request ?? {};
    return !element.hasAttribute('busy') && JSON.stringify({ filters, sort }) === json;
  }, JSON.stringify(wanted));

async function openFilters(page, input, part, query = 'party') {
  await input.fill(query);
  await part('filter-button').click();
  await part('value').first().waitFor();
}

/** Makes the element anew; its part `held` comes when `release()` is called in the page. */
function holdPart(page, held) {
  return page.evaluate((part) => {
    const { CatchwordSearch } = globalThis.catchword;
    const { loadPart } = CatchwordSearch;
    CatchwordSearch.loadPart = (name) => (name === part ? new Promise((resolve) => (globalThis.release = () => resolve(loadPart(name)))) : loadPart(name));
    const old = document.querySelector('catchword-search');
    old.replaceWith(old.cloneNode(true));
  }, held);
}

test('filters come after the results, and move nothing', async (t) => {
  const { page, input, part } = await visit(t, '/page.html');
  await holdPart(page, 'filters');
  await input.fill('party');
  await part('result').first().waitFor();
  await page.waitForFunction(() => globalThis.release);
  const before = await part('result').first().boundingBox();
  await page.evaluate(() => globalThis.release());
  await part('filter-button').waitFor();
  assert.deepEqual(await part('result').first().boundingBox(), before);
});

test('a value narrows the results, stands as a chip, lives in the address, and goes again', async (t) => {
  const { page, input, part } = await visit(t, '/page.html');
  await openFilters(page, input, part);
  await page.getByRole('checkbox', { name: /^Article/ }).check();
  await requested(page, { filters: { kind: ['Article'] }, sort: '' });
  assert.match(page.url(), /\?q=party&q\.kind=Article$/);
  await page.getByRole('checkbox', { name: /^Body/ }).check();
  await requested(page, { filters: { kind: ['Article', 'Body'] }, sort: '' });
  assert.deepEqual(await part('chip').allInnerTexts(), ['Article', 'Body']);
  await page.getByRole('button', { name: 'Remove the filter “Article”' }).click();
  await requested(page, { filters: { kind: ['Body'] }, sort: '' });
  await page.goBack();
  await requested(page, { filters: { kind: ['Article', 'Body'] }, sort: '' });
  await page.getByRole('button', { name: 'Remove all filters' }).click();
  await requested(page, { filters: {}, sort: '' });
});

test('an address with words, filters and an order is searched as it stands', async (t) => {
  const { page, input, part } = await visit(t, '/page.html?q=party&q.kind=Article&q.date=[2002..2002]&q.sort=-date');
  await requested(page, { filters: { kind: ['Article'], date: { from: '2002', to: '2002' } }, sort: '-date' });
  assert.equal(await input.inputValue(), 'party');
  assert.deepEqual(await part('chip').allInnerTexts(), ['Article', '2002']);
  assert.equal(await part('order').inputValue(), '-date');
  assert.match(await part('title').first().innerText(), /^Impressive/);
});

test('the order is chosen from what the bundle declares', async (t) => {
  const { page, input, part } = await visit(t, '/page.html');
  await input.fill('party');
  await part('order').waitFor();
  const names = await part('order').locator('option').allInnerTexts();
  assert.deepEqual(names, ['Relevance', 'Kind, ascending', 'Kind, descending', 'Newest first', 'Oldest first', 'Title']);
  await part('order').selectOption('title');
  await requested(page, { filters: {}, sort: 'title' });
  const titles = await part('title').allInnerTexts();
  assert.deepEqual(titles, [...titles].sort());
});

test('the histogram selects a range by keyboard, by mouse and by finger', async (t) => {
  const { page, input, part } = await visit(t, '/page.html', { hasTouch: true });
  await openFilters(page, input, part, 'articles');
  const whole = { filters: {}, sort: '' };
  const handles = part('handle');
  await handles.first().press('ArrowRight');
  await requested(page, { filters: { date: { from: '1998', to: '2002' } }, sort: '' });
  assert.equal(await handles.first().getAttribute('aria-valuetext'), '1998');
  assert.ok(await handles.first().evaluate((node) => node.matches(':focus')), 'the handle keeps the focus');
  await handles.first().press('Home');
  await requested(page, whole);
  const { x, y, width, height } = await part('histogram').boundingBox();
  const at = (share) => [x + width * share, y + height / 2];
  await page.mouse.move(...at(0.98));
  await page.mouse.down();
  await page.mouse.move(...at(0.7));
  await page.mouse.up();
  const { filters } = await page.evaluate(() => document.querySelector('catchword-search').request);
  assert.deepEqual(filters.date.to, '2002');
  assert.ok(filters.date.from > '1998');
  await page.touchscreen.tap(...at(0.05));
  await requested(page, { filters: { date: { from: '1997', to: '1997' } }, sort: '' });
});

test('a correction is said, and the query as it was typed is a click away', async (t) => {
  const { page, input, part } = await visit(t, '/page.html');
  await input.fill('vietnm');
  assert.equal(await part('corrected').innerText(), 'Results for “vietnam”.');
  assert.match(await page.getByRole('status').first().innerText(), /results\. Results for “vietnam”\.$/);
  await part('instead').click();
  await page.getByText('Nothing found for “vietnm”').first().waitFor();
  assert.equal(await page.evaluate('stub.options.at(-1).correct'), false);
});

test('where nothing is found, what would find something is proposed', async (t) => {
  const { page, input, part } = await visit(t, '/page.html');
  await input.fill('"parliamentx"');
  await part('proposal').nth(1).waitFor();
  assert.deepEqual(await part('proposal').allInnerTexts(), ['parliamentx', 'parliament']);
  await part('proposal').nth(1).click();
  await part('result').first().waitFor();
  assert.equal(await input.inputValue(), 'parliament');
});

test('what may have been meant is offered where it is not searched at once', async (t) => {
  const { input, part } = await visit(t, '/page.html');
  await input.fill('aubergin party');
  assert.equal(await part('meant').innerText(), 'Did you mean “building party”?');
  await part('meant').click();
  assert.equal(await input.inputValue(), 'building party');
});

test('what was meant is not offered where it would change nothing', async (t) => {
  const { input, part } = await visit(t, '/page.html');
  await input.fill('build ing');
  assert.equal(await part('meant').innerText(), 'Did you mean “building”?');
  await input.fill('build-ing');
  await part('meant').waitFor({ state: 'detached' });
});

test('all passages of a page come on demand, by the keyboard too', async (t) => {
  const { page, input, part } = await visit(t, '/page.html');
  await page.evaluate(() => void (globalThis.stub.records[0].passages = 2));
  await input.fill('characteristics party');
  await part('all-passages').first().waitFor();
  assert.equal(await part('all-passages').first().innerText(), 'All 3 passages of this page');
  await input.press('ArrowDown');
  await input.press('ArrowDown');
  await input.press('ArrowDown');
  await input.press('Enter');
  await page.locator('#result-0-2').waitFor();
  assert.equal(await input.getAttribute('aria-activedescendant'), 'result-0-2');
  assert.equal(await part('all-passages').count(), 0);
});

test('what was searched before is offered in the empty box, and can be forgotten', async (t) => {
  const { page, input, part } = await visit(t, '/recent.html');
  for (const query of ['cuba', 'party']) {
    await input.fill(query);
    await input.press('Enter');
    await part('result').first().waitFor();
  }
  await page.reload();
  await input.focus();
  await part('recent').first().waitFor();
  assert.deepEqual(await part('recent').allInnerTexts(), ['party', 'cuba']);
  await input.press('ArrowDown');
  await input.press('ArrowDown');
  await input.press('Enter');
  await part('result').first().waitFor();
  assert.equal(await input.inputValue(), 'cuba');
  await input.fill('');
  await part('forget').click();
  assert.equal(await part('recent').count(), 0);
});

test('a template draws the result, and nothing in it becomes markup', async (t) => {
  const { page, input, part } = await visit(t, '/template.html');
  await page.evaluate(() => void (globalThis.stub.records[0].title = '<img src=x onerror="evil=1"> characteristics'));
  await input.fill('characteristics');
  assert.equal(await part('name').first().innerText(), '<img src=x onerror="evil=1"> characteristics');
  assert.deepEqual(await part('name').first().locator('mark').allInnerTexts(), ['characteristics']);
  assert.equal(await part('result').first().locator('time').getAttribute('datetime'), '2002-10-11');
  assert.equal(await page.evaluate('globalThis.evil'), undefined);
});

test('no-filters leaves them out', async (t) => {
  const { page, input, part } = await visit(t, '/none.html');
  await input.fill('party');
  await part('result').first().waitFor();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  assert.equal(await part('filter-button').count(), 0);
});

test('choices that come faster than answers add up', async (t) => {
  const { page, input, part } = await visit(t, '/page.html');
  await openFilters(page, input, part);
  await page.evaluate('void (globalThis.release = stub.hold())');
  await page.getByRole('checkbox', { name: /^Article/ }).check();
  await page.getByRole('checkbox', { name: /^Body/ }).check();
  await page.getByRole('checkbox', { name: /^Qi Bin/ }).check();
  await page.evaluate('release()');
  await requested(page, { filters: { kind: ['Article', 'Body'], author: ['Qi Bin'] }, sort: '' });
  await part('chip').first().waitFor();
  await page.evaluate('void (globalThis.release = stub.hold())');
  await part('chip').first().click();
  await part('chip').first().click();
  await page.evaluate('release()');
  await requested(page, { filters: { author: ['Qi Bin'] }, sort: '' });
});

test('the filters that are open are so again after a query without results, and the focus is not lost with a chip', async (t) => {
  const { page, input, part } = await visit(t, '/page.html');
  await openFilters(page, input, part);
  await input.fill('aubergine');
  await part('none').waitFor();
  assert.equal(await part('value').first().isVisible(), false);
  await input.fill('party');
  await part('value').first().waitFor();
  await page.getByRole('checkbox', { name: /^Article/ }).check();
  await part('chip').press('Enter');
  await requested(page, { filters: {}, sort: '' });
  assert.notEqual(await page.evaluate(() => document.querySelector('catchword-search').shadowRoot.activeElement), null);
});

test('the passages of a page come once, however often they are asked for', async (t) => {
  const { page, input, part } = await visit(t, '/page.html');
  await page.evaluate(() => void (globalThis.stub.records[0].passages = 2));
  await input.fill('characteristics party');
  await part('all-passages').first().waitFor();
  await page.evaluate(() => {
    const release = globalThis.stub.hold();
    const option = document.querySelector('catchword-search').shadowRoot.querySelector('[part~=all-passages]');
    option.click();
    option.click();
    release();
  });
  await page.locator('#result-0-2').waitFor();
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  assert.deepEqual(await page.locator('[data-result="0"]').evaluateAll((nodes) => nodes.map(({ id }) => id)), ['result-0-0', 'result-0-1', 'result-0-2']);
});

test('what is asked before its part has come is in the address when it has', async (t) => {
  const { page, input, part } = await visit(t, '/page.html');
  await holdPart(page, 'url-state');
  await input.fill('party');
  assert.equal(new URL(page.url()).search, '');
  await page.evaluate('release()');
  await part('result').first().waitFor();
  assert.equal(new URL(page.url()).search, '?q=party');
});

test('an address that is written in another way stays as it is, and Back leaves it', async (t) => {
  const { page, input, part } = await visit(t, '/none.html');
  await page.goto(`${site.url}/page.html?q=western%20region`);
  await part('result').first().waitFor();
  assert.equal(await input.inputValue(), 'western region');
  assert.equal(new URL(page.url()).search, '?q=western%20region');
  await page.goBack();
  assert.equal(new URL(page.url()).pathname, '/none.html');
});

test('thin bars are put together', () => {
  const buckets = Array.from({ length: 100 }, (_, i) => ({ from: 1900 + i, to: 1900 + i, count: 1 }));
  const merged = bars(buckets);
  assert.equal(merged.length, 34);
  assert.deepEqual(merged[0], { from: 1900, to: 1902, count: 3 });
  assert.deepEqual(merged[33], { from: 1999, to: 1999, count: 1 });
  assert.deepEqual(bars([]), []);
});

for (const [what, given, expected] of [
  ['years', ['1998', '2001'], ['1998', '1999', '2000', '2001']],
  ['months, over the turn of a year', ['2001-11', '2002-02'], ['2001-11', '2001-12', '2002-01', '2002-02']],
  ['days, over a leap day', ['2004-02-27', '2004-03-02'], ['2004-02-27', '2004-02-28', '2004-02-29', '2004-03-01', '2004-03-02']],
  ['a year among months', ['2001', '2001-03', '2001-05'], ['2001', '2001-03', '2001-04', '2001-05']],
  ['the last years that can be written', ['9998', '9999'], ['9998', '9999']],
  ['no dates', ['abcd', 'abce'], ['abcd', 'abce']],
  ['nothing', [], []],
]) {
  test(`time is an axis without gaps: ${what}`, () => {
    const buckets = given.map((from) => ({ from, to: from, count: 2 }));
    const filled = timeline(buckets);
    assert.deepEqual(filled.map(({ from }) => from), expected);
    assert.deepEqual(filled.filter(({ count }) => count > 0), buckets);
  });
}

test('corrections are put where the mistakes stand', () => {
  assert.equal(corrected('Vietnm and cub', [{ from: 'vietnm', to: 'vietnam', applied: true }, { from: 'x', to: 'y', applied: true }]), 'vietnam and cub');
});

test('a query without its syntax', () => {
  assert.equal(bareWords('"party building" -cuba title:(a OR b)*'), 'party building cuba title a b');
});
