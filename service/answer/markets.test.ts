import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfig } from '../../ingest/config/load-config.ts';
import { openLocalEmbeddingModel } from '../../ingest/embedding/local-embedding-model.ts';
import { mergeProducts } from '../../ingest/run/merge-products.ts';
import { sourcesOfConfig } from '../../ingest/run/plan-jobs.ts';
import { runIngest } from '../../ingest/run/run-ingest.ts';
import { makeSafeFetch } from '../../ingest/safe-fetch.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import type { ResolvedAnswerRequest } from '../answer-question.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import { makeOfflineAnswer } from './offline-answer.fixture.ts';

const logger = pino({ level: 'silent' });
const embeddingModel = openLocalEmbeddingModel();

const feed = (rows: string[]) =>
  ['id,title,description,product_type,price,availability,link', ...rows].join('\n');
const jacket = (price: string, path: string) =>
  `KJ-1042,Kestrel Jacket,"A light rain jacket with a hood, made for windy ridges.",Jackets,${price},in stock,https://shop.example/${path}/kestrel`;
const FILES: Record<string, string> = {
  'us/returns.md': '# Returns\n\nYou can return unworn items within 30 days of delivery.\n',
  'us/warranty.md': '# Warranty\n\nThe warranty covers faults in seams and zips for two years.\n',
  'gb/returns.md': '# Returns\n\nYou can return unworn items within 21 days of delivery.\n',
  'es/devoluciones.md':
    '# Devoluciones\n\nPuedes devolver los artículos sin usar en un plazo de 14 días desde la entrega.\n',
  'all/shops.md': '# Our shops\n\nOur shops are open from 9 to 18 every day but Sunday.\n',
  'all/returns.md': '# Returns\n\nYou can return unworn items to each of our shops.\n',
  'us.csv': feed([
    jacket('129.00 USD', 'us'),
    'DT-2001,Dipper Tent,A tent for two people.,Tents,310.00 USD,in stock,https://shop.example/us/dipper',
  ]),
  'es.csv': feed([jacket('119.00 EUR', 'es')]),
  // Another country's in the same currency.
  'pt.csv': feed([jacket('125.00 EUR', 'pt')]),
  'aisle.yaml': `store:
  id: shop
  sources:
    - { id: all, files: ./all, kind: policy }
    - { id: us, files: ./us, kind: policy, market: US }
    - { id: gb, files: ./gb, kind: policy, market: gb }
    - { id: es, files: ./es, kind: policy, market: ES, locale: es }
    - { id: feed-us, feed: ./us.csv, market: US }
    - { id: feed-es, feed: ./es.csv, market: ES }
    - { id: feed-pt, feed: ./pt.csv, market: PT }
`,
};

let database: TestDatabase;
let folder: string;
let ask: (request: Omit<ResolvedAnswerRequest, 'store'>) => Promise<AnswerResponse>;

beforeAll(async () => {
  database = await openTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'aisle-markets-'));
  for (const [path, content] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await ingestAll();
  const answer = makeOfflineAnswer(database.pool, embeddingModel);
  ask = (request) => answer({ ...request, store: 'shop' }, { signal: new AbortController().signal });
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

async function ingestAll(): Promise<void> {
  for (const job of sourcesOfConfig(await loadConfig(null, folder), null)) {
    const report = await runIngest(
      { database, embeddingModel, logger, safeFetchFor: (allowHosts) => makeSafeFetch({ allowHosts }) },
      { ...job, dryRun: false, acceptRemoval: false },
    );
    expect(report).toMatchObject({ status: 'done', problems: [] });
  }
  await mergeProducts(database.pool, 'shop');
}

const RETURNS = 'How long do I have to return an item?';
const DEVOLVER = '¿Cuánto tiempo tengo para devolver un artículo?';

describe('a policy that differs from country to country', () => {
  it.each<[Omit<ResolvedAnswerRequest, 'store'>, string]>([
    [{ question: RETURNS, locale: 'en-US' }, '30 days'],
    [{ question: RETURNS, locale: 'en-GB' }, '21 days'],
    [{ question: RETURNS, locale: 'en', market: 'gb' }, '21 days'],
    [{ question: RETURNS, locale: 'en-US', market: 'GB' }, '21 days'],
    [{ question: DEVOLVER, locale: 'es-ES' }, '14 días'],
  ])('is told to %j as %s, and no other', async (request, expected) => {
    const { status, answer } = await ask(request);
    expect(status).toBe('answered');
    expect(answer.match(/\b\d+ d(?:ays|ías)/g)).toEqual([expected]);
  });

  it.each([{}, { locale: 'en' }, { locale: 'en-419' }, { locale: 'en-FR' }])(
    'is told from any where the shopper’s is not known or has no sources: %j',
    async (of) => {
      const { status, citations } = await ask({ question: RETURNS, ...of });
      expect(status).toBe('answered');
      expect(citations[0]?.title).toBe('Returns');
    },
  );

  it('is not told from another country to one whose own sources are in another language', async () => {
    const { answer } = await ask({ question: RETURNS, locale: 'en-ES' });
    expect(answer).not.toMatch(/30 days|21 days/);
  });
});

describe('what only one source says', () => {
  it('is told to all from a source for all', async () => {
    for (const locale of ['en-GB', 'en-US', 'en']) {
      const { answer } = await ask({ question: 'When are your shops open?', locale });
      expect(answer).toContain('9 to 18');
    }
  });

  it('is told from another country where the own one has nothing on it', async () => {
    const { status, answer } = await ask({ question: 'What does the warranty cover?', locale: 'en-GB' });
    expect({ status, answer }).toMatchObject({
      status: 'answered',
      answer: expect.stringContaining('two years'),
    });
  });
});

describe('a product that each country has its own feed for', () => {
  it.each<[Omit<ResolvedAnswerRequest, 'store'>, number, string]>([
    [{ question: 'How much is the Kestrel Jacket?', locale: 'en-US' }, 129, 'USD'],
    [{ question: '¿Cuánto cuesta la Kestrel Jacket?', locale: 'es-ES' }, 119, 'EUR'],
    [{ question: 'How much is the Kestrel Jacket?', market: 'PT' }, 125, 'EUR'],
    [{ question: 'Show me jackets', locale: 'en-US' }, 129, 'USD'],
    [{ question: 'Show me jackets', locale: 'en-ES' }, 119, 'EUR'],
  ])('%j is answered with its price: %d %s', async (request, price, currency) => {
    const { status, answer, products } = await ask(request);
    expect(status).toBe('answered');
    expect(products.map((card) => [card.price, card.currency])).toEqual([[price, currency]]);
    expect(answer).toContain(String(price));
    for (const other of [129, 119, 125].filter((one) => one !== price))
      expect(answer).not.toContain(String(other));
  });

  it('is shown once for each country to a shopper of none', async () => {
    const { products } = await ask({ question: 'Show me jackets', locale: 'en' });
    expect(products.map(({ price }) => price).sort()).toEqual([119, 125, 129]);
  });
});

describe('pages that name the region of their language', () => {
  const page = (lang: string, title: string, text: string) =>
    `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
  const PAGES: Record<string, string> = {
    'es/devoluciones.html': page(
      'es',
      'Devoluciones',
      'Puedes devolver los artículos sin usar en un plazo de 45 días desde la entrega.',
    ),
    'es/regalos.html': page(
      'es',
      'Envolver para regalo',
      'Envolvemos tus regalos por 3 € cada uno, con papel de seda y una nota.',
    ),
    'mx/devoluciones.html': page(
      'es-MX',
      'Devoluciones en México',
      'Puedes devolver los artículos sin usar en un plazo de 30 días desde la entrega.',
    ),
    'mx/oxxo.html': page(
      'es-MX',
      'Pago en OXXO',
      'La ficha de OXXO vence a las 48 horas. Se paga en cualquier tienda OXXO de México.',
    ),
  };
  let askRegions: typeof ask;

  beforeAll(async () => {
    const pages = await mkdtemp(join(tmpdir(), 'aisle-regions-'));
    for (const [path, content] of Object.entries(PAGES)) {
      await mkdir(dirname(join(pages, path)), { recursive: true });
      await writeFile(join(pages, path), content);
    }
    await writeFile(
      join(pages, 'aisle.yaml'),
      'store: { id: regions, sources: [{ id: pages, files: ., kind: policy }] }',
    );
    for (const job of sourcesOfConfig(await loadConfig(null, pages), null))
      await runIngest(
        { database, embeddingModel, logger, safeFetchFor: (allowHosts) => makeSafeFetch({ allowHosts }) },
        { ...job, dryRun: false, acceptRemoval: false },
      );
    await rm(pages, { recursive: true });
    const answer = makeOfflineAnswer(database.pool, embeddingModel);
    askRegions = (request) =>
      answer({ ...request, store: 'regions' }, { signal: new AbortController().signal });
  });

  it.each<[Omit<ResolvedAnswerRequest, 'store'>, string]>([
    [{ question: DEVOLVER, locale: 'es-MX' }, '30 días'],
    [{ question: '¿Cuánto tiempo tengo para devolver un artículo en México?' }, '30 días'],
    [{ question: 'vivo en Monterrey, ¿cuánto tiempo tengo para devolver un artículo?' }, '30 días'],
  ])('answer the shopper of that region first: %j', async (request, expected) => {
    const { status, answer } = await askRegions(request);
    expect(status).toBe('answered');
    expect(answer.match(/\b\d+ días/g)).toEqual([expected]);
  });

  it('leave what only the others say to them', async () => {
    const { status, answer } = await askRegions({ question: '¿Envolvéis los regalos?', locale: 'es-MX' });
    expect({ status, answer }).toMatchObject({ status: 'answered', answer: expect.stringContaining('3 €') });
    expect(answer).not.toMatch(/^La tienda dice/);
  });

  it('are told to a shopper of elsewhere with a note for which country they are', async () => {
    const { answer } = await askRegions({ question: '¿Cuándo vence la ficha de OXXO?', locale: 'es-AR' });
    expect(answer).toMatch(/^La tienda dice esto para México: .*48 horas/);
  });
});

it('counts as of another country from the moment that the configuration says so', async () => {
  await writeFile(join(folder, 'aisle.yaml'), FILES['aisle.yaml']?.replace('market: gb', 'market: IE') ?? '');
  await ingestAll();
  expect((await ask({ question: RETURNS, locale: 'en-IE' })).answer).toContain('21 days');
  expect((await ask({ question: RETURNS, locale: 'en-US' })).answer).toContain('30 days');
});
