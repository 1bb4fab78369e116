import { describe, expect, it } from 'vitest';
import type { Turn } from '../../sql/answers.ts';
import type { CatalogTerm } from '../../sql/list-catalog-vocabulary.ts';
import { buildVocabulary } from './catalog/vocabulary.ts';
import { understand } from './understand.ts';

const term = (field: CatalogTerm['field'], value: string, attribute = ''): CatalogTerm => ({
  field,
  attribute,
  value,
  products: 1,
  documentIds: field === 'name' ? [`doc_${value}`] : [],
});
const vocabulary = buildVocabulary(
  [
    term('name', 'Kestrel Jacket'),
    term('name', 'Stormline Jacket'),
    term('name', 'Dipper Tent'),
    term('category', 'Jackets'),
    term('category', 'Tents'),
    term('attribute', 'Red', 'color'),
  ],
  'en',
);
const store = {
  storeId: 'heron',
  name: 'Heron',
  locales: ['en', 'es'],
  revision: 1,
  passageCount: 9,
  embeddingModel: null,
};
const turn = (standalone: string): Turn => ({
  question: standalone,
  standalone,
  answer: 'Yes.',
  status: 'answered',
});
const read = (question: string, { locale, history = [] }: { locale?: string; history?: Turn[] } = {}) =>
  understand({ question, locale }, history, { store, vocabulary }, (a, b) => (a === b ? 1 : 0));
const weights = async (...given: Parameters<typeof read>) =>
  Object.fromEntries((await read(...given)).terms.map(({ word, weight }) => [word, weight]));

describe('understand', () => {
  it('detects the language, and takes the one that is asked for', async () => {
    expect((await read('¿Puedo devolver una chaqueta usada?')).locale).toBe('es');
    expect((await read('Can I return a worn jacket?')).locale).toBe('en');
    expect((await read('jacket', { locale: 'es-MX' })).locale).toBe('es');
  });

  it('weighs the words of the question itself over the story, the name and the cue', async () => {
    const told = await weights('My parrot died. Can I return walnuts?');
    expect(told.parrot).toBeLessThan(told.walnuts ?? 0);
    const named = await weights('Is the Stormline lined with wool?');
    expect(named.stormline).toBeLessThan(named.wool ?? 0);
    const cued = await weights('How long is the walnut warranty?');
    expect(cued.long).toBeLessThan(cued.walnut ?? 0);
    expect(cued.walnut).toBe(1);
  });

  it('carries the subject of a follow-up over, for less', async () => {
    const understood = await read('How long does that take?', {
      history: [turn('Do you ship walnuts to Spain?')],
    });
    const spain = understood.terms.find(({ word }) => word === 'spain');
    expect(spain?.weight).toBeCloseTo(0.8);
    expect(understood.standalone).toContain('spain');
    const fresh = await read('Do you ship walnuts to Spain?');
    expect(fresh.terms.find(({ word }) => word === 'spain')?.weight).toBe(1);
  });

  it('tells one product by its name from products of a kind', async () => {
    const one = await read('Is the Stormline waterproof?');
    expect(one.named?.documentIds).toEqual(['doc_Stormline Jacket']);
    expect(one.catalog).toBeNull();
    const many = await read('Do you have red jackets under $90?');
    expect(many.named).toBeNull();
    expect(many.catalog?.filter).toMatchObject({ maxPrice: 90, attributes: { color: ['red'] } });
  });

  it('asks for products of a kind where a price decides, whatever the name', async () => {
    const cheapest = await read('Which is the cheapest Stormline jacket?');
    expect(cheapest.named).toBeNull();
    expect(cheapest.catalog?.sort).toBe('price_asc');
  });

  it('asks for no products where a rule is asked for', async () => {
    const rule = await read('How long do refunds take?');
    expect([rule.named, rule.catalog, rule.expected?.kind]).toEqual([null, null, 'duration']);
  });
});
