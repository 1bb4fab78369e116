import { describe, expect, it } from 'vitest';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { productText } from '../../../ingest/extract/product-text.ts';
import type { CatalogTerm } from '../../../sql/list-catalog-vocabulary.ts';
import type { Evidence, Ground } from '../answerer.ts';
import { fakeEvidence } from '../llm/fake-evidence.ts';
import { makeProduct } from '../made-up-store.fixture.ts';
import { makeVerify } from '../verify/verify.ts';
import { findCompared } from './compare-names.ts';
import { compareProducts } from './compare-products.ts';
import { askedEnd } from './compare-winner.ts';
import { buildVocabulary } from './vocabulary.ts';

const verify = makeVerify(wordSimilarity);

function facts(
  name: string,
  price: number,
  attributes: Record<string, string>,
  locale = 'en',
): Partial<Evidence> {
  const { product } = makeProduct(name, { price, category: 'Things', colors: {} });
  if (product === null) throw new Error('no product');
  const own = {
    ...product,
    availability: 'in_stock' as const,
    attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, [value]])),
  };
  return {
    text: productText(own, { locale }).text,
    title: name,
    product: own,
    shape: 'facts',
    kind: 'product',
    locale,
  };
}

function compare(question: string, pieces: Partial<Evidence>[], { locale = 'en', compares = true } = {}) {
  const evidence = fakeEvidence(...pieces);
  const drafts = compareProducts(question, evidence, locale, { names: new Set(), told: new Map(), compares });
  for (const draft of drafts) {
    const grounds = draft.quotes.map((quote): Ground => {
      const piece = evidence[quote.evidence];
      if (piece === undefined) throw new Error('no piece');
      const text = piece.text.slice(quote.start - piece.start, quote.end - piece.start);
      return { text, context: [piece.title], locale: piece.locale, product: piece.product };
    });
    expect(verify(draft.text, grounds), draft.text).toEqual({ ok: true });
  }
  return drafts.map(({ text }) => text);
}

describe('compareProducts', () => {
  const larch = facts('Larch Tent', 320, { weight: '1.9 kg', capacity: '2 people', seasons: '3-season' });
  const alder = facts('Alder Tent', 240, { weight: '1,200 g', capacity: '1 person', seasons: '3-season' });

  it('tells what differs, price first', () => {
    expect(compare('compare them', [larch, alder])).toEqual([
      'Larch Tent – $320.00, in stock',
      'Alder Tent – $240.00, in stock',
      'Weight – Larch Tent: 1.9 kg; Alder Tent: 1,200 g',
      'Capacity – Larch Tent: 2 people; Alder Tent: 1 person',
    ]);
  });

  it('says who has more only where the numbers prove it, across units', () => {
    expect(compare('which is lighter?', [larch, alder])).toEqual([
      'Weight – Alder Tent: 1,200 g; Larch Tent has more: 1.9 kg',
    ]);
    expect(compare('which is heavier?', [alder, larch])).toEqual([
      'Weight – Larch Tent has more: 1.9 kg; Alder Tent: 1,200 g',
    ]);
    const same = facts('Birch Tent', 240, { weight: '1.2 kg' });
    expect(compare('which is lighter?', [alder, same])).toEqual([
      'Weight – Alder Tent: 1,200 g; Birch Tent: 1.2 kg',
    ]);
    const range = facts('Rowan Tent', 250, { weight: '1.1 – 1.4 kg' });
    expect(compare('which is lighter?', [alder, range])).toEqual([
      'Weight – Alder Tent: 1,200 g; Rowan Tent: 1.1 – 1.4 kg',
    ]);
    const vague = facts('Elder Tent', 250, { weight: 'very light' });
    expect(compare('which is lighter?', [alder, vague])).toEqual([
      'Weight – Alder Tent: 1,200 g; Elder Tent: very light',
    ]);
  });

  it('compares units that it does not know only where they are the same', () => {
    const [metro, sierra] = [
      facts('Metro', 100, { range: '40 miles' }),
      facts('Sierra', 100, { range: '75 miles' }),
    ];
    expect(compare('which goes further?', [metro, sierra])).toEqual([
      'Range – Sierra has more: 75 miles; Metro: 40 miles',
    ]);
    const laps = facts('Tarn', 100, { range: '60 laps' });
    expect(compare('which goes further?', [metro, laps])).toEqual(['Range – Metro: 40 miles; Tarn: 60 laps']);
  });

  it('says what costs more, the cheaper first where that was asked', () => {
    expect(compare('which is cheaper?', [larch, alder])).toEqual([
      'Larch Tent costs more than Alder Tent.',
      'Alder Tent – $240.00, in stock',
      'Larch Tent – $320.00, in stock',
    ]);
  });

  it('says what one of them states where the other does not', () => {
    const plain = facts('Elder Tent', 200, {});
    expect(compare('which is lighter?', [larch, plain])).toEqual(['Larch Tent – Weight: 1.9 kg']);
  });

  it('answers in Spanish where the catalog is Spanish', () => {
    const [a, b] = [
      facts('Nórdica', 100, { peso: '66 kg' }, 'es'),
      facts('Polar', 200, { peso: '74 kg' }, 'es'),
    ];
    expect(compare('¿cuál pesa menos?', [a, b], { locale: 'es' })).toEqual([
      'Peso – Nórdica: 66 kg; Polar tiene más: 74 kg',
    ]);
  });

  it('says nothing of one product, nor where nothing is asked and nothing compared', () => {
    expect(compare('compare', [larch])).toEqual([]);
    expect(compare('can I use them together?', [larch, alder], { compares: false })).toEqual([]);
  });
});

describe('findCompared', () => {
  const term = (field: 'name' | 'category', value: string): CatalogTerm => ({
    field,
    value,
    attribute: '',
    products: 1,
    documentIds: [`doc ${value}`],
  });
  const shop = buildVocabulary(
    [
      ...['Larch 2 Tent', 'Larch 1 Tent', 'Forge Track Pump', 'Rover Mini Pump', 'Stormline Rain Jacket'].map(
        (name) => term('name', name),
      ),
      ...['Tents', 'Pumps', 'Rain Jackets'].map((name) => term('category', name)),
    ],
    'en',
  );
  const compared = (question: string, locale = 'en') => findCompared(question, locale, shop)?.names ?? null;

  it.each([
    ['Larch 2 vs Larch 1', 'en', ['Larch 2 Tent', 'Larch 1 Tent']],
    ['is the larch 2 heavier than the stormline?', 'en', ['Larch 2 Tent', 'Stormline Rain Jacket']],
    ['mini pump vs track pump', 'en', ['Rover Mini Pump', 'Forge Track Pump']],
    ['compare the larch tents', 'en', ['Larch 2 Tent', 'Larch 1 Tent']],
    ['¿cuál es mejor, la Larch 2 o la Larch 1?', 'es', ['Larch 2 Tent', 'Larch 1 Tent']],
  ])('%s', (question, locale, names) => {
    expect(compared(question, locale)).toEqual(names);
  });

  it.each([
    'how much is the Stormline and can I return it?',
    'do you have pumps or tents?',
    'compare tents',
    'is the Stormline better than wool?',
    'algo entre 45 y 55 €',
  ])('names no two products: %s', (question) => {
    expect(compared(question)).toBeNull();
  });
});

it.each([
  ['which is lighter', 'less'],
  ['which is the most expensive', 'more'],
  ['¿cuál es más ligera?', 'less'],
  ['¿cuál pesa más?', 'more'],
  ['which one is warmer', null],
])('%s asks for %s', (question, end) => {
  expect(askedEnd(question)).toBe(end);
});
