import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCatalog } from '../../ingest/catalog/read-catalog.ts';
import { openLocalEmbeddingModel } from '../../ingest/embedding/local-embedding-model.ts';
import { productText } from '../../ingest/extract/product-text.ts';
import type { SourceDocument } from '../../ingest/extract/source-document.ts';
import { catalogCsv } from '../../ingest/sample-store/catalog-csv.ts';
import { products as samples } from '../../ingest/sample-store/data/products.ts';
import { findDocument } from '../../sql/find-document.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import { publishStore } from './made-up-store.fixture.ts';
import { makeOfflineAnswer } from './offline-answer.fixture.ts';

const embeddingModel = openLocalEmbeddingModel();

async function documentsOf(input: AsyncIterable<Uint8Array | string>): Promise<SourceDocument[]> {
  const documents: SourceDocument[] = [];
  const options = { format: 'csv' as const, fetchedAt: '2026-11-22T09:00:00Z', onProblem: () => undefined };
  for await (const document of readCatalog(input, options)) documents.push(document);
  return documents;
}

/** The sample store's feed, with the specifications and the summary that its pages add. */
async function outdoorDocuments(): Promise<SourceDocument[]> {
  const documents = await documentsOf(Readable.from([catalogCsv('https://outdoor.example')]));
  return documents.flatMap((document) => {
    const sample = samples.find(({ name }) => name === document.product?.name);
    if (document.product === null || sample === undefined) return [];
    const specs = sample.specs.map(([name, value]): [string, string[]] => [name.toLowerCase(), [value]]);
    const product = {
      ...document.product,
      attributes: { ...document.product.attributes, ...Object.fromEntries(specs) },
    };
    return [{ ...document, product, ...productText(product, { description: sample.summary }) }];
  });
}

const feed = (path: string) =>
  documentsOf(createReadStream(new URL(`../../evals/suites/${path}`, import.meta.url)));

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await publishStore(database.pool, embeddingModel, 'outdoor', await outdoorDocuments());
  await publishStore(database.pool, embeddingModel, 'coffee', await feed('coffee-shop/catalog.csv'));
  const spanish = (await feed('electronica/catalogo.csv')).map((one) => ({ ...one, locale: 'es' }));
  await publishStore(database.pool, embeddingModel, 'electronica', spanish);
});
afterAll(() => database.close());

async function ask(store: string, question: string): Promise<AnswerResponse> {
  const answer = makeOfflineAnswer(database.pool, embeddingModel);
  return answer({ store, question }, { signal: AbortSignal.timeout(30_000) });
}

/** What is said, without marks. */
const plain = ({ answer }: AnswerResponse): string[] =>
  answer
    .replace(/ \[\d+\]/g, '')
    .split('\n')
    .filter((line) => line !== '');

/** Questions with the lines that their answers have, in order; other lines may stand between. */
const ANSWERED: [store: string, question: string, lines: string[]][] = [
  // Side by side
  [
    'outdoor',
    'which is lighter, the Stormline or the Driftwood?',
    [
      '- Weight – Driftwood 2.5L Rain Jacket: 285 g (size M); Stormline 3L Rain Jacket has more: 410 g (size M)',
    ],
  ],
  [
    'outdoor',
    'Larch 2 vs Larch 1',
    [
      '- Larch 2 Tent – $329.00, in stock',
      '- Larch 1 Tent – $229.00 (was $269.00), in stock',
      '- Capacity – Larch 2 Tent: 2 people; Larch 1 Tent: 1 person',
    ],
  ],
  [
    'outdoor',
    'which is cheaper, the Nightjar 20 or the Creekside 35?',
    [
      'Nightjar 20 Down Sleeping Bag costs more than Creekside 35 Synthetic Bag.',
      '- Creekside 35 Synthetic Bag – $94.00 (was $119.00), in stock',
    ],
  ],
  [
    'outdoor',
    'Is the Scree or the Tundra waterproof?',
    ['- Waterproof – Scree Mid Hiking Boot: Yes; Tundra Leather Boot: Yes'],
  ],
  [
    'coffee',
    'compare the E40 and the E64',
    [
      '- Millhouse E40 Electric Grinder – $129.00 (was $149.00), in stock',
      '- Power – Millhouse E40 Electric Grinder: 140 W; Millhouse E64 Flat Burr Grinder: 250 W',
    ],
  ],
  [
    'coffee',
    "what's the difference between the Aldo Compact and the Aldo Duo",
    [
      '- Aldo Duo Dual Boiler – $1,899.00, sold out',
      '- Weight – Aldo Compact Espresso Machine: 7.4 kg; Aldo Duo Dual Boiler: 21 kg',
    ],
  ],
  [
    'electronica',
    '¿cuál pesa menos, la lavadora L8 o la L10?',
    ['- Peso – Lavadora Norvik L8: 66 kg; Lavadora Norvik L10 Vapor tiene más: 74 kg'],
  ],
  [
    'electronica',
    '¿cuál es más barata, la cafetera Nero S2 o la Nero G12?',
    ['Cafetera superautomática Nero S2 cuesta más que Cafetera de goteo Nero G12.'],
  ],
  // One product
  [
    'outdoor',
    'tell me about the Stormline',
    [
      'A three-layer shell for weather that does not let up.',
      '- Stormline 3L Rain Jacket – $249.00, in stock',
      '- Waterproof rating: 20,000 mm',
    ],
  ],
  ['outdoor', 'storm line jacket price', ['- Stormline 3L Rain Jacket – $249.00, in stock']],
  ['outdoor', 'stormlin jacket weight', ['- Stormline 3L Rain Jacket – Weight: 410 g (size M)']],
  ['outdoor', 'TT-1001', ['- Stormline 3L Rain Jacket – $249.00, in stock']],
  ['outdoor', 'how much does the Driftwood cost now?', ['- Driftwood 2.5L Rain Jacket – $89.00 (was $129.00), in stock']],
  ['outdoor', 'how heavy is the Larch 2?', ['- Larch 2 Tent – Packed weight: 1,780 g']],
  [
    'outdoor',
    'is the red Stormline on sale?',
    ['- Stormline 3L Rain Jacket – $249.00, in stock', '- Stormline 3L Rain Jacket – Color: Moss, Black, Signal Orange'],
  ],
  ['coffee', 'HM-G02', ['40 mm conical burrs and 40 settings.', '- Power: 140 W']],
  ['coffee', 'tell me about HM-C01-32', ['- Lantern House Blend – $17.00 to $42.00, in stock']],
  ['coffee', 'knock box', ['- Material: ABS, rubber']],
  ['electronica', '¿qué me puedes decir del Zeta 8?', ['- Pantalla: 6,5 pulgadas']],
  ['electronica', '¿cuánto ruido hace la secadora Norvik S9?', ['- Secadora Norvik S9 – Ruido: 64 dB']],
  // Called by their kind alone
  ['outdoor', 'trekking poles how heavy', ['- Weight – Ibex Alloy Adjustable Poles: 510 g (pair); Ibex Carbon Folding Poles: 360 g (pair, 120 cm)']],
  ['outdoor', 'which sleeping pad is thicker', ['- Thickness – Driftlite Insulated Pad has more: 9 cm; Bedrock Foam Pad: 2 cm']],
  ['outdoor', 'how many lumens is the headlamp', ['- Brightness – Lumo 400 Headlamp: 400 lumens; Lumo 900 Pro Headlamp: 900 lumens']],
  ['electronica', '¿cuánto ruido hace la secadora?', ['- Secadora Norvik S9 – Ruido: 64 dB']],
  // What is not wanted
  ['outdoor', "headlamp that isn't on preorder", ['- Lumo 400 Headlamp – $64.95, in stock']],
  // Availability
  ['outdoor', 'Is the Stormline in stock in size M in signal orange?', ['Stormline 3L Rain Jacket (M, Signal Orange) – sold out']],
  ['outdoor', 'is the stormline in XS in stock', ['Stormline 3L Rain Jacket (XS) – sold out']],
  ['outdoor', 'Is the Stormline available in purple?', ['- Stormline 3L Rain Jacket – Color: Moss, Black, Signal Orange']],
  ['coffee', 'is the aldo duo available', ['Aldo Duo Dual Boiler – sold out']],
  ['electronica', '¿Está disponible el Zeta 8 en azul?', ['- Móvil Zeta 8 – Color: Verde', 'Móvil Zeta 8 – en stock']],
  // Lists in the order asked for
  ['outdoor', 'cheapest tents', ['- Larch 1 Tent – $229.00 (was $269.00), in stock', '- Larch 2 Tent – $329.00, in stock']],
]; // biome-ignore format: a table

describe('what is said of products', () => {
  it.each(ANSWERED)('%s: %s', async (store, question, lines) => {
    const response = await ask(store, question);
    expect(response.status).toBe('answered');
    expect(plain(response).filter((line) => lines.includes(line))).toEqual(lines);
    expect(response.products.length).toBeGreaterThan(0);
    expect(response.citations.length).toBeGreaterThan(0);
    for (const { documentId, start, end, quote } of response.citations) {
      const document = await findDocument(database.pool, store, documentId);
      expect(document?.text.slice(start, end)).toBe(quote);
    }
  });

  it('asks for no more than what differs in a comparison, and shows both cards', async () => {
    const response = await ask('outdoor', 'Larch 2 vs Larch 1');
    expect(response.answer).not.toContain('Brand');
    expect(response.answer).not.toContain('Seasons –');
    expect(response.products.map(({ name }) => name).sort()).toEqual(['Larch 1 Tent', 'Larch 2 Tent']);
  });
});

describe('what there is not', () => {
  it.each([
    ['outdoor', 'how much is the Larch 3?', 'Larch 3', ['Larch 1 Tent', 'Larch 2 Tent']],
    ['outdoor', 'do you have the Glacier 900 parka?', 'Glacier 900', ['Glacier 800 Down Parka']],
    [
      'electronica',
      '¿tenéis la lavadora L9?',
      'lavadora L9',
      ['Lavadora Norvik L10 Vapor', 'Lavadora Norvik L8'],
    ],
  ])('%s: %s', async (store, question, name, near) => {
    const response = await ask(store, question);
    expect(response.status).toBe('abstained');
    expect(response.answer).toContain(name);
    expect(response.citations).toEqual([]);
    expect(response.products.map((product) => product.name).sort()).toEqual(near);
  });

  it('takes a number with a unit for no part of a name', async () => {
    expect((await ask('outdoor', 'Can I carry the Larch 30 kilometers?')).answer).not.toContain('“Larch 30”');
  });

  it('says what is known of a product whose return is not', async () => {
    const response = await ask('coffee', 'when will the Aldo Duo be back?');
    expect(response.status).toBe('abstained');
    expect(plain(response)[0]).toBe('Aldo Duo Dual Boiler – sold out');
    expect(response.citations).toHaveLength(1);
    expect(response.handoff).not.toBeNull();
  });

  it('says in what the nearest products differ where none is all that was asked for', async () => {
    const response = await ask('outdoor', 'boots in purple');
    expect(response.status).toBe('abstained');
    expect(response.answer).toContain('differ in color');
    expect(response.products.length).toBeGreaterThan(0);
  });
});

describe('a question that narrows many products down', () => {
  it.each([
    ['outdoor', 'show me clothing', 'category', 'Jackets'],
    ['coffee', 'show me coffee', 'category', 'Blends'],
  ])('%s: %s', async (store, question, attribute, option) => {
    const response = await ask(store, question);
    expect(response.status).toBe('clarify');
    expect(response.clarify?.attribute).toBe(attribute);
    expect(response.clarify?.options).toContain(option);
    expect(response.clarify?.options.length).toBeLessThanOrEqual(6);
    expect(response.products).toHaveLength(8);
    expect(response.answer.endsWith(response.clarify?.question ?? '?')).toBe(true);
    const [, count] = /(\d+) more match/.exec(response.answer) ?? [];
    expect(Number(count)).toBeGreaterThanOrEqual(response.products.length - response.parts.length);
  });

  it.each(['show me all clothing', 'cheapest clothing'])('is not asked of "%s"', async (question) => {
    const response = await ask('outdoor', question);
    expect(response.status).toBe('answered');
    expect(response.clarify).toBeNull();
  });
});
