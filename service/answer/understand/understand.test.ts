import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../sql/answers.ts';
import type { CatalogTerm } from '../../../sql/list-catalog-vocabulary.ts';
import { buildVocabulary } from '../catalog/vocabulary.ts';
import { makeTurn } from '../follow-up/turn.fixture.ts';
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
const turn = (standalone: string): Turn => makeTurn({ standalone });
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

  it('asks a follow-up with another value as if it stood alone', async () => {
    const { standalone, terms } = await read('And to Canada?', {
      history: [turn('Do you ship walnuts to Spain?')],
    });
    expect(standalone).toBe('Do you ship walnuts to Canada?');
    expect(terms.find(({ word }) => word === 'walnuts')?.weight).toBe(1);
  });

  it('carries the subject of a follow-up that stands behind it over, for less', async () => {
    const understood = await read('What if they are opened?', {
      history: [turn('Can I return walnuts?')],
    });
    expect(understood.asked).toBe('What if they are opened?');
    const carried = understood.terms.find(({ word }) => word === 'walnuts');
    expect(carried?.weight).toBeCloseTo(0.8);
    const fresh = await read('Can I return walnuts?');
    expect(fresh.terms.find(({ word }) => word === 'walnuts')?.weight).toBe(1);
  });

  it('takes the language of the conversation where the question does not tell', async () => {
    const history = [makeTurn({ standalone: '¿Envían a España?', locale: 'es' })];
    expect((await read('Klarna?', { history })).locale).toBe('es');
    expect((await read('Klarna?')).locale).toBe('en');
  });

  it('notes a language that it does not answer in', async () => {
    const french = await read('Quelle est la politique de retour de votre boutique ?');
    expect([french.language, french.locale]).toEqual(['fr', 'en']);
    expect((await read('What is your return policy?')).language).toBeNull();
  });

  it.each([
    ['Can I return worn boots?', 'store'],
    ['Do you ship to Spain?', 'store'],
    ['Is the Stormline waterproof?', 'product'],
    ['Do you have red jackets under $90?', 'product'],
    ['Can I return the Stormline if worn?', 'both'],
    ['What is the warranty on the Dipper Tent?', 'both'],
    ['¿Puedo devolver la Stormline?', 'both'],
    ['thanks!', 'small_talk'],
    ['are you a bot?', 'small_talk'],
    ['let me talk to a human', 'person'],
  ])('tells what "%s" is about: %s', async (question, intent) => {
    expect((await read(question)).intent).toBe(intent);
  });

  it('hears a complaint and reads its question all the same', async () => {
    const { complaint, intent } = await read('This is the third time I ask: where is my refund?!!!');
    expect([complaint, intent]).toEqual([true, 'store']);
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

  it('asks a fact of the one product that has the name, whatever is the most of it', async () => {
    const widest = await read('What is the lightest fabric of the Dipper?');
    expect(widest.named?.documentIds).toEqual(['doc_Dipper Tent']);
    expect(widest.catalog).toBeNull();
  });

  it('takes a topic of the store from the story where the question only points at it', async () => {
    const pointed = await weights('I gave the wrong address, can I change it?');
    expect(pointed.address).toBe(1);
    const plain = await weights('I gave the wrong address. Can I return walnuts?');
    expect(plain.address).toBeLessThan(1);
  });

  it('asks for the prices of large orders where a discount is asked for many', async () => {
    const { terms } = await read('We need 30 walnuts, is there a discount?');
    expect(terms.map(({ word }) => word)).toContain('bulk');
    const few = await read('I bought 2 walnuts, is there a discount?');
    expect(few.terms.map(({ word }) => word)).not.toContain('bulk');
    const old = await read('Is there a discount for people over 65?');
    expect(old.terms.map(({ word }) => word)).not.toContain('bulk');
  });

  it('asks for no products where a rule is asked for', async () => {
    const rule = await read('How long do refunds take?');
    expect([rule.named, rule.catalog, rule.expected?.kind]).toEqual([null, null, 'duration']);
  });
});
