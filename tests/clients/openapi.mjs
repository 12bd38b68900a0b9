// The description of the interface against a server: it is valid, and answers are as it says.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv from 'ajv/dist/2020.js';

const description = JSON.parse(await readFile(process.env.OPENAPI, 'utf8'));
const ajv = new Ajv({ strict: false, validateFormats: false });
ajv.addSchema(description, 'api');

const post = (body) => ({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
const everything = {
  q: 'stem', facets: ['*'], attributesToHighlight: ['*'], attributesToCrop: ['content'], showMatchesPosition: true,
  showRankingScore: true,
};

// A request for each: the path of the description, the address, options of fetch, the status.
const requests = [
  ['/search', '/search?q=stem'],
  ['/search.css', '/search.css'],
  ['/search.atom', '/search.atom?q=stem&limit=3'],
  ['/search.atom', '/search.atom?from=soon', {}, 400],
  ['/search.json', '/search.json?q=stem&limit=3'],
  ['/search.json', '/search.json?q=nowheretobefound'],
  ['/opensearch.xml', '/opensearch.xml'],
  ['/api/search', '/api/search?q=stem&facets=true'],
  ['/api/search', '/api/search?limit=many', {}, 400],
  ['/api/suggest', '/api/suggest?q=ste'],
  ['/api/suggest/opensearch', '/api/suggest/opensearch?q=ste'],
  ['/api/facets', '/api/facets?q=stem'],
  ['/health', '/health'],
  ['/version', '/version'],
  ['/metrics', '/metrics'],
  ['/indexes', '/indexes'],
  ['/indexes/{uid}', '/indexes/posts'],
  ['/indexes/{uid}', '/indexes/nowhere', {}, 404],
  ['/indexes/{uid}/stats', '/indexes/posts/stats'],
  ['/stats', '/stats'],
  ['/indexes/{uid}/search', '/indexes/posts/search?q=stem'],
  ['/indexes/{uid}/search', '/indexes/posts/search', post(everything)],
  ['/indexes/{uid}/search', '/indexes/posts/search', post({ hitsPerPage: 2 })],
  ['/indexes/{uid}/search', '/indexes/posts/search', post({ filter: 'a = b' }), 400],
  ['/indexes/{uid}/facet-search', '/indexes/posts/facet-search', post({ facetName: 'year', facetQuery: '20' })],
  ['/multi-search', '/multi-search', post({ queries: [{ indexUid: 'posts', ...everything }] })],
];

test('every address that can be asked for is asked for', () => {
  const asked = new Set(requests.map(([path]) => path));
  assert.deepEqual(Object.keys(description.paths).filter((path) => !asked.has(path)), []);
});

test('the description is valid', async () => {
  const result = await new Validator().validate(structuredClone(description));
  assert.ok(result.valid, JSON.stringify(result.errors, null, 2));
});

for (const [path, address, options = {}, status = 200] of requests) {
  const method = options.method ?? 'GET';
  test(`${method} ${address} answers ${status} as described`, async () => {
    const response = await fetch(process.env.PRESSMARK_URL + address, options);
    assert.equal(response.status, status);
    const responses = description.paths[path][method.toLowerCase()].responses;
    const described = responses[status] ?? responses.default;
    const [type] = response.headers.get('Content-Type').split(';');
    const { $ref } = described.content[type].schema;
    const body = await response.text();
    assert.notEqual(body, '');
    if (!$ref) return; // text, of which the description says no more
    const validate = ajv.compile({ $ref: `api${$ref}` });
    assert.ok(validate(JSON.parse(body)), JSON.stringify(validate.errors, null, 2));
  });
}

test('requests that the tests send are as described', () => {
  const validate = ajv.compile({ $ref: 'api#/components/schemas/SearchRequest' });
  assert.ok(validate(everything), JSON.stringify(validate.errors));
  assert.ok(!validate({ nothing: true }));
});
