import { beforeAll, describe, expect, test } from 'vitest';
import type { ApiDocument, JsonSchema, Operation } from '../openapi/api-types.ts';
import { servedDocument } from '../openapi/fake-app.fixture.ts';
import { breaksOf, compareContracts } from './compare-contracts.ts';
import { contractOf } from './contract-of.ts';

let document: ApiDocument;
beforeAll(async () => {
  document = await servedDocument();
});

type Mutation = (given: {
  answer: Operation;
  schemas: Record<string, JsonSchema>;
  paths: ApiDocument['paths'];
}) => void;

function mutate(change: Mutation): ApiDocument {
  const copy = structuredClone(document);
  const answer = copy.paths['/answer']?.post;
  if (answer === undefined) throw new Error('no POST /answer');
  change({ answer, schemas: copy.components.schemas, paths: copy.paths });
  return copy;
}

const field = (schemas: Record<string, JsonSchema>, schema: string, name: string): JsonSchema => {
  const found = schemas[schema]?.properties?.[name];
  if (found === undefined) throw new Error(`no ${schema}.${name}`);
  return found;
};
const require = (schema: JsonSchema | undefined, name: string) => schema?.required?.push(name);
const unrequire = (schema: JsonSchema | undefined, name: string) =>
  Object.assign(schema ?? {}, { required: schema?.required?.filter((one) => one !== name) });

const breaking: [string, Mutation][] = [
  ['a path is gone', ({ paths }) => delete paths['/feedback']],
  ['a method is gone', ({ paths }) => delete paths['/conversations/{id}']?.delete],
  ['a status is gone', ({ answer }) => delete answer.responses['204']],
  ['another success', ({ answer }) => Object.assign(answer.responses, { 201: { description: 'Made' } })],
  [
    'a content type of a response is gone',
    ({ answer }) => delete answer.responses['200']?.content?.['text/event-stream'],
  ],
  ['an operation is called otherwise', ({ answer }) => Object.assign(answer, { operationId: 'ask' })],
  ['a key is needed where none was', ({ paths }) => delete paths['/health']?.get?.security],
  [
    'no key of a page is taken any more',
    ({ answer }) => Object.assign(answer, { 'x-aisle-publishable': false }),
  ],
  ['another scope is needed', ({ answer }) => Object.assign(answer, { 'x-aisle-scope': 'admin' })],
  ['a response header is gone', ({ answer }) => delete answer.responses['429']?.headers?.['Retry-After']],
  ['a parameter is gone', ({ answer }) => delete answer.parameters],
  [
    'a new parameter is required',
    ({ answer }) =>
      answer.parameters?.push({ name: 'x', in: 'query', required: true, schema: { type: 'string' } }),
  ],
  [
    'a parameter has become required',
    ({ answer }) => answer.parameters?.map((one) => Object.assign(one, { required: true })),
  ],
  [
    'a new field of a request is required',
    ({ schemas }) => {
      Object.assign(schemas.AnswerRequest?.properties ?? {}, { shop: { type: 'string' } });
      require(schemas.AnswerRequest, 'shop');
    },
  ],
  ['a field of a request has become required', ({ schemas }) => require(schemas.AnswerRequest, 'locale')],
  ['a field of a request is gone', ({ schemas }) => delete schemas.AnswerRequest?.properties?.market],
  [
    'a request may be shorter only',
    ({ schemas }) => Object.assign(field(schemas, 'AnswerRequest', 'question'), { maxLength: 100 }),
  ],
  [
    'a request must be longer',
    ({ schemas }) => Object.assign(field(schemas, 'AnswerRequest', 'question'), { minLength: 9 }),
  ],
  [
    'a request has a lower maximum',
    ({ schemas }) => Object.assign(field(schemas, 'AnswerRequest', 'limit'), { maximum: 5 }),
  ],
  [
    'a request must fit a pattern',
    ({ schemas }) => Object.assign(field(schemas, 'AnswerRequest', 'question'), { pattern: '^x' }),
  ],
  [
    'a request field is of another type',
    ({ schemas }) => Object.assign(field(schemas, 'AnswerRequest', 'limit'), { type: 'string' }),
  ],
  [
    'a request has an alternative less',
    ({ schemas }) => field(schemas, 'FeedbackRequest', 'rating').anyOf?.pop(),
  ],
  [
    'an object takes no other fields any more',
    ({ schemas }) => Object.assign(schemas.Filters ?? {}, { additionalProperties: false }),
  ],
  ['a field of a response is gone', ({ schemas }) => delete schemas.AnswerResponse?.properties?.confidence],
  ['a field of a response may be left out', ({ schemas }) => unrequire(schemas.Citation, 'quote')],
  [
    'a response may be of another type',
    ({ schemas }) => Object.assign(field(schemas, 'Citation', 'quote'), { type: ['string', 'null'] }),
  ],
  [
    'a response may have another value',
    ({ schemas }) => field(schemas, 'AnswerResponse', 'status').enum?.push('maybe'),
  ],
  [
    'a response may go beyond a limit',
    ({ schemas }) => Object.assign(field(schemas, 'AnswerResponse', 'confidence'), { maximum: 100 }),
  ],
];

const harmless: [string, Mutation][] = [
  [
    'a new path',
    ({ paths, answer }) => Object.assign(paths, { '/new': { post: { ...answer, operationId: 'new' } } }),
  ],
  ['a new error', ({ answer }) => Object.assign(answer.responses, { 418: { description: 'A teapot' } })],
  [
    'a new parameter that may be left out',
    ({ answer }) => answer.parameters?.push({ name: 'x', in: 'query', schema: { type: 'string' } }),
  ],
  [
    'a new field of a request',
    ({ schemas }) => Object.assign(schemas.AnswerRequest?.properties ?? {}, { tone: { type: 'string' } }),
  ],
  ['a field of a request may be left out', ({ schemas }) => unrequire(schemas.AnswerRequest, 'question')],
  [
    'a request may be longer',
    ({ schemas }) => Object.assign(field(schemas, 'AnswerRequest', 'question'), { maxLength: 9_000 }),
  ],
  [
    'a request may be null',
    ({ schemas }) => Object.assign(field(schemas, 'AnswerRequest', 'limit'), { type: ['integer', 'null'] }),
  ],
  [
    'a request has another alternative',
    ({ schemas }) => field(schemas, 'FeedbackRequest', 'rating').anyOf?.push({ type: 'boolean' }),
  ],
  [
    'a new field of a response',
    ({ schemas }) => Object.assign(schemas.AnswerResponse?.properties ?? {}, { mood: { type: 'string' } }),
  ],
  ['a field of a response is always there', ({ schemas }) => require(schemas.AnswerResponse, 'cached')],
  ['a response has a value less', ({ schemas }) => field(schemas, 'AnswerResponse', 'status').enum?.pop()],
];

const wordsAlone: [string, Mutation][] = [
  ['descriptions', ({ answer }) => Object.assign(answer, { summary: 'Other words', description: 'Others' })],
  [
    'examples',
    ({ schemas }) => Object.assign(field(schemas, 'AnswerRequest', 'question'), { example: 'Other' }),
  ],
  [
    'the order of fields',
    ({ schemas }) => {
      const { properties = {} } = schemas.AnswerRequest ?? {};
      Object.assign(schemas.AnswerRequest ?? {}, {
        properties: Object.fromEntries(Object.entries(properties).reverse()),
      });
    },
  ],
];

const changesOf = (change: Mutation) => compareContracts(contractOf(document), contractOf(mutate(change)));

describe('breaks clients', () => {
  test.each(breaking)('%s', (_name, change) => {
    expect(breaksOf(contractOf(document), contractOf(mutate(change)))).not.toEqual([]);
  });
});

describe('is new, but breaks nothing', () => {
  test.each(harmless)('%s', (_name, change) => {
    const changes = changesOf(change);
    expect(changes).not.toEqual([]);
    expect(changes.filter(({ breaks }) => breaks)).toEqual([]);
  });
});

describe('changes no contract', () => {
  test.each([['nothing', () => {}] as [string, Mutation], ...wordsAlone])('%s', (_name, change) => {
    expect(changesOf(change)).toEqual([]);
    expect(JSON.stringify(contractOf(mutate(change)))).toBe(JSON.stringify(contractOf(document)));
  });
});

test('it says where and what', () => {
  expect(changesOf(({ schemas }) => delete schemas.AnswerResponse?.properties?.confidence)).toContainEqual({
    where: 'POST /answer, 200.confidence',
    what: 'is gone',
    breaks: true,
  });
});

test('a field that is called like a word of the format is a field', () => {
  const contract = contractOf(document);
  expect(contract.schemas.Citation?.properties).toHaveProperty('title');
});
