// The meilisearch package against a server: what its calls return, and how they fail.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Meilisearch } from 'meilisearch';

const client = new Meilisearch({ host: process.env.PRESSMARK_URL, apiKey: 'ignored' });
const posts = client.index('posts');
const site = client.index('pressmark.example');

const titles = (answer) => answer.hits.map((hit) => hit.title);
// Case, spaces and signs in names do not count.
const key = (name) => name.toLowerCase().replaceAll(/[^a-z]/g, '');
const has = (hit, ...names) => hit.categories.some((one) => names.map(key).includes(key(one)));
const codeOf = async (promise) => {
  const error = await promise.then(() => undefined, (reason) => reason);
  return error?.cause?.code;
};

test('a search has twenty hits at most unless told otherwise', async () => {
  const answer = await posts.search('');
  assert.equal(answer.hits.length, 20);
  assert.equal(answer.limit, 20);
  assert.equal(answer.offset, 0);
  assert.ok(answer.estimatedTotalHits > 20);
});

test('the last word counts while it is being typed, and not behind a space', async () => {
  const typed = await site.search('stemm');
  assert.ok(titles(typed).some((title) => title.startsWith('Stemming')));
  const whole = await site.search('index rele', { limit: 5 });
  assert.ok(whole.hits.length > 0);
});

test('marks stand where the words are, and nothing is escaped', async () => {
  const answer = await site.search('stemming', {
    attributesToHighlight: ['title'], highlightPreTag: '<b>', highlightPostTag: '</b>', limit: 1,
  });
  assert.equal(answer.hits[0]._formatted.title, '<b>Stemming</b>: why “indexes” finds “indexing”');
});

test('cropped text has so many words and the marker', async () => {
  const answer = await site.search('stemmer', {
    attributesToCrop: ['content'], cropLength: 5, cropMarker: '[..]', attributesToRetrieve: ['title'], limit: 1,
  });
  const { content } = answer.hits[0]._formatted;
  assert.ok(content.includes('[..]'), content);
  assert.equal(content.replaceAll('[..]', '').trim().split(/\s+/).length, 5);
});

test('positions are bytes of the text as it is', async () => {
  const answer = await site.search('indexing', { showMatchesPosition: true, limit: 5 });
  const hit = answer.hits.find((one) => one.title.includes('“indexing”'));
  const { start, length } = hit._matchesPosition.title.at(-1);
  assert.equal(Buffer.from(hit.title).subarray(start, start + length).toString(), 'indexing');
});

test('the best hit has the score 1', async () => {
  const answer = await site.search('stemming', { showRankingScore: true });
  assert.equal(answer.hits[0]._rankingScore, 1);
});

test('filters narrow, as strings and as nested arrays', async () => {
  const all = (await site.search('', { limit: 1000 })).hits;
  for (const [filter, passes] of [
    ['categories = search', (hit) => has(hit, 'Search')],
    ['NOT categories = "Site Search"', (hit) => !has(hit, 'Site Search')],
    ['year >= 2025 AND categories IN [Search, Writing]',
      (hit) => hit.year >= 2025 && has(hit, 'Search', 'Writing')],
    ['year 2024 TO 2025', (hit) => hit.year === 2024 || hit.year === 2025],
    [[['year = 2024', 'month = "2023-12"'], 'categories = Search'],
      (hit) => (hit.year === 2024 || hit.month === '2023-12') && has(hit, 'Search')],
    ['published > 1735689599', (hit) => hit.published > 1735689599],
    ['updated IS NULL', (hit) => hit.updated === null],
    ['categories IS NOT EMPTY', (hit) => hit.categories.length > 0],
    ['author EXISTS', () => true],
  ]) {
    const answer = await site.search('', { filter, limit: 1000 });
    const expected = all.filter(passes).map((hit) => hit.id).sort();
    assert.deepEqual(answer.hits.map((hit) => hit.id).sort(), expected, String(filter));
  }
});

test('posts are sorted by date', async () => {
  const answer = await site.search('search', { sort: ['published:asc'] });
  const times = answer.hits.map((hit) => hit.published);
  assert.deepEqual(times, [...times].sort((a, b) => a - b));
});

test('numbered pages follow one another without gaps', async () => {
  const first = await site.search('', { hitsPerPage: 10, page: 1 });
  const second = await site.search('', { hitsPerPage: 10, page: 2 });
  assert.equal(first.totalHits, 29);
  assert.equal(first.totalPages, 3);
  assert.equal(new Set([...first.hits, ...second.hits].map((hit) => hit.id)).size, 20);
});

test('facets count what passes the filter', async () => {
  const answer = await site.search('', { facets: ['categories', 'year'], filter: 'year = 2024', limit: 1000 });
  assert.deepEqual(Object.keys(answer.facetDistribution.year), ['2024']);
  assert.deepEqual(answer.facetStats.year, { min: 2024, max: 2024 });
  const inSearch = answer.hits.filter((hit) => has(hit, 'Search')).length;
  assert.equal(answer.facetDistribution.categories.Search, inSearch);
});

test('all words are wanted where the strategy says so', async () => {
  const last = await site.search('how stemming snippets feeds backups and accents work together ', { matchingStrategy: 'last' });
  const all = await site.search('how stemming snippets feeds backups and accents work together ', { matchingStrategy: 'all' });
  assert.ok(last.hits.length > all.hits.length);
});

test('words are searched in titles alone where that is asked', async () => {
  const answer = await site.search('stemming ', { attributesToSearchOn: ['title'] });
  assert.ok(answer.hits.length > 0);
  for (const title of titles(answer)) assert.match(title, /stem/i);
});

test('searchGet answers as search does', async () => {
  const parameters = { filter: 'year = 2024', facets: ['categories'], limit: 3, attributesToRetrieve: ['id'] };
  const posted = await site.search('index', parameters);
  const got = await site.searchGet('index', parameters);
  assert.deepEqual({ ...got, processingTimeMs: 0 }, { ...posted, processingTimeMs: 0 });
});

test('several searches at once each name their index', async () => {
  const { results } = await client.multiSearch({
    queries: [{ indexUid: 'posts', q: 'feed' }, { indexUid: 'pressmark.example', q: 'feed', limit: 1 }],
  });
  assert.deepEqual(results.map((result) => result.indexUid), ['posts', 'pressmark.example']);
  assert.equal(results[1].hits.length, 1);
});

test('values of a facet are found by the beginning of a word', async () => {
  const { facetHits } = await site.searchForFacetValues({ facetName: 'categories', facetQuery: 'SEA' });
  assert.deepEqual(facetHits.map((hit) => hit.value), ['Search', 'Site Search']);
});

test('indexes are all posts and each site', async () => {
  const { results } = await client.getRawIndexes();
  assert.ok(results.some((index) => index.uid === 'posts'));
  assert.ok(results.some((index) => index.uid === 'pressmark.example'));
  assert.equal((await site.getRawInfo()).primaryKey, 'id');
  assert.equal((await site.getStats()).numberOfDocuments, 29);
  assert.ok((await client.getStats()).indexes.posts.numberOfDocuments >= 29);
});

test('a server that is well says so', async () => {
  assert.equal((await client.health()).status, 'available');
});

test('errors bear the codes of the API', async () => {
  assert.equal(await codeOf(client.index('nowhere').search('x')), 'index_not_found');
  for (const [parameters, code] of [
    [{ filter: 'colour = red' }, 'invalid_search_filter'],
    [{ filter: 'year = ' }, 'invalid_search_filter'],
    [{ filter: '_geoRadius(1, 2, 3)' }, 'invalid_search_filter'],
    [{ sort: ['title:asc'] }, 'invalid_search_sort'],
    [{ facets: ['title'] }, 'invalid_search_facets'],
    [{ limit: -1 }, 'invalid_search_limit'],
    [{ hitsPerPage: 'many' }, 'invalid_search_hits_per_page'],
    [{ matchingStrategy: 'none' }, 'invalid_search_matching_strategy'],
    [{ attributesToSearchOn: ['summary'] }, 'invalid_search_attributes_to_search_on'],
    [{ distinct: 'site' }, 'invalid_search_distinct'],
    [{ nothing: true }, 'bad_request'],
  ]) {
    assert.equal(await codeOf(posts.search('x', parameters)), code, JSON.stringify(parameters));
  }
  assert.equal(await codeOf(client.multiSearch({ federation: {}, queries: [] })), 'invalid_multi_search_federation');
  assert.equal(await codeOf(site.searchForFacetValues({ facetName: 'title' })), 'invalid_facet_search_facet_name');
});

test('bodies are JSON, and not too large', async () => {
  const send = async (headers, body) => {
    const response = await fetch(`${process.env.PRESSMARK_URL}/indexes/posts/search`, { method: 'POST', headers, body });
    return [response.status, (await response.json()).code];
  };
  const json = { 'Content-Type': 'application/json' };
  assert.deepEqual(await send({ 'Content-Type': 'text/plain' }, '{}'), [415, 'invalid_content_type']);
  assert.deepEqual(await send(json, '{"q":'), [400, 'malformed_payload']);
  assert.deepEqual(await send(json, ''), [400, 'missing_payload']);
  assert.deepEqual(await send(json, JSON.stringify({ q: 'x'.repeat(70_000) })), [413, 'payload_too_large']);
});
