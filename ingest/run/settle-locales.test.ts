import { describe, expect, it } from 'vitest';
import type { BuiltProduct } from '../catalog/build-product.ts';
import { productDocument } from '../catalog/product-document.ts';
import type { SourceDocument } from '../extract/source-document.ts';
import { UNDETERMINED } from '../files/detect-language.ts';
import { settleLocales } from './settle-locales.ts';
import type { SourceEvent } from './source-event.ts';

const DONE: SourceEvent = { type: 'done', complete: true, reason: null };

function product(name: string, description = ''): Promise<SourceDocument> {
  const facts: BuiltProduct['facts'] = {
    sku: name,
    name,
    brand: null,
    category: null,
    price: 12.5,
    priceMax: null,
    listPrice: null,
    currency: 'EUR',
    availability: 'in_stock',
    rating: null,
    ratingCount: null,
    image: null,
    url: `https://s.example/p/${encodeURIComponent(name)}`,
    gtin: null,
    attributes: {},
    variants: [],
    asOf: '2026-11-22T09:00:00Z',
  };
  return productDocument({ facts, description, notes: [], reviews: [], locale: null, line: 1 }, {});
}

function documentEvent(document: SourceDocument): SourceEvent {
  return { type: 'document', document, etag: null, lastModified: null, fetchedAt: '2026-11-22T09:00:00Z' };
}

async function settled(
  documents: SourceDocument[],
  { languages = [] as string[], before = null as string | null } = {},
): Promise<SourceDocument[]> {
  async function* events(): AsyncGenerator<SourceEvent> {
    for (const document of documents) yield documentEvent(document);
    yield DONE;
  }
  const found: SourceEvent[] = [];
  for await (const event of settleLocales(events(), { languages, before: async () => before }))
    found.push(event);
  expect(found.at(-1)).toEqual(DONE);
  return found.flatMap((event) => (event.type === 'document' ? [event.document] : []));
}

const locales = (documents: SourceDocument[]) => documents.map(({ locale }) => locale).sort();
const PROSE =
  'Una olla de barro que guarda el calor durante horas; se puede usar en el horno y también sobre el fuego, con cuidado.';
// Taken one by one the detector calls these Portuguese, Catalan or Galician.
const NAMES = ['Vestido Garbí', 'Camisa Albufera', 'Botas Galerna', 'Camiseta Marinera', 'Mochila Cierzo'];

describe('products of a name alone', () => {
  it('are not told apart by it, and are in the language that most of the source shows', async () => {
    const names = await Promise.all(NAMES.map((name) => product(name)));
    expect(new Set(locales(names))).toEqual(new Set([UNDETERMINED]));
    const found = await settled([...names, await product('Olla', PROSE)]);
    expect(locales(found)).toEqual(Array(NAMES.length + 1).fill('es'));
    expect(found.map(({ text }) => text.split('\n')[0])).toEqual(
      Array(NAMES.length + 1).fill('Precio: 12,50 €'),
    );
  });

  it('are in one of the languages that the store has named', async () => {
    const names = await Promise.all(NAMES.map((name) => product(name)));
    expect(new Set(locales(await settled(names, { languages: ['ca'] })))).toEqual(new Set(['ca']));
    const english = await settled(names, { languages: ['en', 'es'], before: 'pt' });
    expect(['en', 'es']).toContain(english[0]?.locale);
  });

  it('are in what the source was in when it was read last', async () => {
    const names = await Promise.all(NAMES.map((name) => product(name)));
    expect(new Set(locales(await settled(names, { before: 'gl' })))).toEqual(new Set(['gl']));
  });

  it('wait for no more than some hundred of them', async () => {
    const many = await Promise.all(Array.from({ length: 250 }, (_, at) => product(`Taza ${at}`)));
    const found = await settled([...many, await product('Olla', PROSE)], { before: 'es' });
    expect(found).toHaveLength(251);
    expect(new Set(locales(found))).toEqual(new Set(['es']));
  });
});

it('leaves what names its language, and other events, as they are', async () => {
  const named = { ...(await product('Tasse')), locale: 'fr' };
  const [found] = await settled([named], { languages: ['en'], before: 'en' });
  expect(found).toBe(named);
});
