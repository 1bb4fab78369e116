import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../ingest/extract/source-document.ts';
import type { Evidence } from '../answerer.ts';
import { fakeEvidence } from '../llm/fake-evidence.ts';
import { makeProduct } from '../made-up-store.fixture.ts';
import { sameColor } from './color-words.ts';
import { asksAvailability, sayAvailability } from './product-availability.ts';
import { productCard } from './product-card.ts';
import { quoteLines } from './quote-lines.ts';

const evidenceOf = ({ text, title, product }: SourceDocument): Evidence => {
  const [piece] = fakeEvidence({ text, title, product, shape: 'facts', kind: 'product' });
  if (piece === undefined) throw new Error('no evidence');
  return piece;
};
const jacket = evidenceOf(
  makeProduct('Larch 2', { price: 90, category: 'Jackets', colors: { red: false, 'Glacier Blue': true } }),
);
const quoted = (question: string, locale = 'en') => {
  const said = sayAvailability(question, jacket, locale);
  return {
    text: said?.text,
    quotes: said?.quotes.map(({ start, end }) => jacket.text.slice(start - jacket.start, end - jacket.start)),
  };
};

describe('sayAvailability', () => {
  it.each([
    ['Do you have it in red?', 'en', 'Larch 2 (red) – sold out', ['Color sold out: red']],
    ['¿Lo hay en rojo?', 'es', 'Larch 2 (red) – agotado', ['Color sold out: red']],
    [
      'Is it available in glacier blue?',
      'en',
      'Larch 2 (Glacier Blue) – in stock',
      ['Availability: in stock', 'Color: red, Glacier Blue'],
    ],
    [
      '¿Está disponible en azul?',
      'es',
      'Larch 2 (Glacier Blue) – en stock',
      ['Availability: in stock', 'Color: red, Glacier Blue'],
    ],
    ['Is the Larch 2 in stock?', 'en', 'Larch 2 – in stock', ['Availability: in stock']],
  ])('%s', (question, locale, text, quotes) => {
    expect(quoted(question, locale)).toEqual({ text, quotes });
  });

  it('says nothing where the facts do not tell', () => {
    const unknown = jacket.product && { ...jacket.product, availability: 'unknown' as const, variants: [] };
    expect(sayAvailability('Is it in stock?', { ...jacket, product: unknown }, 'en')).toBeNull();
    expect(sayAvailability('Is it in stock?', { ...jacket, product: null }, 'en')).toBeNull();
  });
});

it('tells questions of stock from others', () => {
  for (const question of ['Is it in stock?', 'Do you still have it?', '¿Queda alguna?', '¿Está agotado?'])
    expect(asksAvailability(question)).toBe(true);
  for (const question of ['How do I wash it?', '¿Cuánto pesa?'])
    expect(asksAvailability(question)).toBe(false);
});

it('quotes whole lines, in place', () => {
  const [line] = quoteLines(jacket, /^Price:/);
  expect(line && jacket.text.slice(line.start - jacket.start, line.end - jacket.start)).toBe('Price: $90.00');
  expect(quoteLines(jacket, /^Nothing:/)).toEqual([]);
});

it('knows colors in both languages', () => {
  expect(sameColor('rojo')).toContain('red');
  expect(sameColor('red')).toContain('rojas');
  expect(sameColor('grey')).toContain('gray');
  expect(sameColor('jacket')).toEqual([]);
});

it('shows one value of an attribute as text, several as a list', () => {
  const { product } = jacket;
  if (product === null) throw new Error('no product');
  const card = productCard({ ...product, attributes: { color: ['red', 'blue'], fit: ['slim'] } });
  expect(card.attributes).toEqual({ color: ['red', 'blue'], fit: 'slim' });
});
