// InstantSearch in a browser against a server: typing, marks, refinements, pages.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';

const page_html = `<!doctype html><meta charset="utf-8"><title>Search</title>
<div id="box"></div><div id="order"></div><div id="stats"></div>
<div id="categories"></div><div id="years"></div><div id="hits"></div><div id="pages"></div>
<script src="/scripts/instantsearch.js"></script><script src="/scripts/client.js"></script>
<script>
const { searchClient } = instantMeiliSearch(location.origin, 'none', { finitePagination: true, primaryKey: 'id' });
const search = instantsearch({ indexName: 'posts', searchClient });
const { searchBox, sortBy, stats, refinementList, rangeInput, hits, pagination, configure } = instantsearch.widgets;
search.addWidgets([
  configure({ hitsPerPage: 5, attributesToSnippet: ['content:12'], filters: 'site = "pressmark.example"' }),
  searchBox({ container: '#box' }),
  sortBy({ container: '#order', items: [
    { value: 'posts', label: 'Best' }, { value: 'posts:published:asc', label: 'Oldest' }] }),
  stats({ container: '#stats', templates: { text: ({ nbHits }) => String(nbHits) } }),
  refinementList({ container: '#categories', attribute: 'categories', searchable: true }),
  rangeInput({ container: '#years', attribute: 'year' }),
  hits({ container: '#hits', templates: { item: (hit, { html, components }) => html\`
    <h2 data-published="\${hit.published}">\${components.Highlight({ attribute: 'title', hit })}</h2>
    <p>\${components.Snippet({ attribute: 'content', hit })}</p>\` } }),
  pagination({ container: '#pages' }),
]);
search.start();
</script>`;

const scripts = {
  '/scripts/instantsearch.js': 'node_modules/instantsearch.js/dist/instantsearch.production.min.js',
  '/scripts/client.js': 'node_modules/@meilisearch/instant-meilisearch/dist/instant-meilisearch.umd.min.js',
};

let profile;
let browser;
let page;

before(async () => {
  profile = await mkdtemp(join(tmpdir(), 'pressmark-browser-'));
  browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', '--no-first-run'],
  });
  page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  // The page stands on the server's own origin, as a site behind one proxy does.
  await page.route('**/demo', (route) => route.fulfill({ contentType: 'text/html', body: page_html }));
  for (const [path, file] of Object.entries(scripts)) {
    const body = await readFile(file, 'utf8');
    await page.route(`**${path}`, (route) => route.fulfill({ contentType: 'text/javascript', body }));
  }
});

after(async () => {
  await browser?.close();
  await rm(profile, { recursive: true, force: true });
});

const open = async () => {
  await page.goto(`${process.env.PRESSMARK_URL}/demo`);
  await page.locator('#hits h2').first().waitFor();
};
const count = async (expected) => {
  await page.waitForFunction((text) => document.querySelector('#stats').innerText.trim() === text, String(expected));
};
const published = () => page.locator('#hits h2').evaluateAll((all) => all.map((one) => Number(one.dataset.published)));

test('everything is listed before anything is typed', async () => {
  await open();
  await count(29);
  assert.equal(await page.locator('#hits h2').count(), 5);
  const times = await published();
  assert.deepEqual(times, [...times].sort((a, b) => b - a));
});

test('a search runs with every letter, and what matched is marked', async () => {
  await open();
  await page.locator('#box input').pressSequentially('stemm');
  const mark = page.locator('#hits h2 mark').first();
  await mark.waitFor();
  assert.equal(await mark.innerText(), 'Stemming');
  assert.ok((await page.locator('#hits p mark').count()) > 0);
});

test('a refinement narrows and can be taken back', async () => {
  await open();
  await count(29);
  const feeds = page.locator('#categories label', { hasText: 'Feeds' });
  const inFeeds = Number(await feeds.locator('.ais-RefinementList-count').innerText());
  assert.ok(inFeeds > 0 && inFeeds < 29);
  await feeds.click();
  await count(inFeeds);
  await page.locator('#categories label', { hasText: 'Feeds' }).click();
  await count(29);
});

test('values of a facet can be searched', async () => {
  await open();
  await page.locator('#categories input[type=search]').fill('sto');
  await page.waitForFunction(() => {
    const labels = [...document.querySelectorAll('#categories .ais-RefinementList-labelText')];
    return labels.length === 1 && labels[0].innerText === 'Storage';
  });
});

test('a range of years narrows', async () => {
  await open();
  await page.locator('#years .ais-RangeInput-input--min').fill('2026');
  await page.locator('#years button').click();
  await page.waitForFunction(() => document.querySelector('#stats').innerText.trim() !== '29');
  const begin = Date.UTC(2026, 0, 1) / 1000;
  assert.ok((await published()).every((time) => time >= begin));
});

test('another order is another order', async () => {
  await open();
  await page.locator('#order select').selectOption('posts:published:asc');
  await page.waitForFunction(() => {
    const times = [...document.querySelectorAll('#hits h2')].map((one) => Number(one.dataset.published));
    return times.length > 1 && times.every((time, i) => i === 0 || times[i - 1] <= time);
  });
});

test('the next page has other posts', async () => {
  await open();
  const first = await page.locator('#hits h2').allInnerTexts();
  await page.locator('#pages a', { hasText: /^2$/ }).click();
  await page.waitForFunction((title) => document.querySelector('#hits h2').innerText !== title, first[0]);
  const second = await page.locator('#hits h2').allInnerTexts();
  assert.equal(new Set([...first, ...second]).size, 10);
});
