import { describe, expect, it } from 'vitest';
import type { ProductFacts } from '../../sql/document.ts';
import { factPatterns } from './fact-words/fact-patterns.ts';
import { productFactLines } from './product-text.ts';

const variant = (color: string, size: string, price: number, isThere = true) => ({
  sku: `${color}-${size}`,
  attributes: { color, size },
  price,
  availability: isThere ? ('in_stock' as const) : ('out_of_stock' as const),
});

const facts: ProductFacts = {
  sku: 'RJ',
  gtin: null,
  name: 'Ridge',
  brand: 'Northline',
  category: 'Chaquetas',
  price: 129,
  priceMax: 139,
  listPrice: 159,
  currency: 'EUR',
  availability: 'in_stock',
  rating: 4.56,
  ratingCount: 231,
  image: null,
  url: 'https://s.example/p/ridge',
  attributes: { color: ['Rojo', 'Azul'], size: ['S', 'M'], weight: ['410 g'], fit_type: ['Slim'] },
  variants: [
    variant('Rojo', 'S', 129),
    variant('Rojo', 'M', 129, false),
    variant('Azul', 'S', 139, false),
    variant('Azul', 'M', 139, false),
  ],
  asOf: '2026-11-22T09:00:00Z',
};

describe('productFactLines', () => {
  it('writes Spanish for a Spanish document, and keeps names that it does not know', () => {
    expect(productFactLines(facts, 'es')).toEqual([
      'Precio: de 129,00 € a 139,00 € (antes 159,00 €)',
      'Disponibilidad: en stock',
      'Marca: Northline',
      'Categoría: Chaquetas',
      'SKU: RJ',
      'Valoración: 4,6 de 5 (231 opiniones)',
      'Color: Rojo, Azul',
      'Talla: S, M',
      'Peso: 410 g',
      'Fit type: Slim',
      'Color agotado: Azul',
      'Talla agotada: M',
      'Precio de Rojo / S: 129,00 €',
      'Precio de Rojo / M: 129,00 €',
      'Precio de Azul / S: 139,00 €',
      'Precio de Azul / M: 139,00 €',
    ]);
  });

  it('writes English for a language that it has no words for, with money as that language does', () => {
    const lines = productFactLines({ ...facts, ratingCount: 1 }, 'de-AT');
    expect(lines.slice(0, 2)).toEqual([
      'Price: € 129,00 to € 139,00 (was € 159,00)',
      'Availability: in stock',
    ]);
    expect(lines).toContain('Rating: 4.6 out of 5 (1 rating)');
    expect(lines).toContain('Size sold out: M');
  });

  it('names the one version that is sold out', () => {
    const variants = facts.variants.map((one, at) =>
      at === 1 ? one : { ...one, availability: 'in_stock' as const },
    );
    expect(productFactLines({ ...facts, variants }, 'en')).toContain('Sold out: Rojo / M');
    expect(productFactLines({ ...facts, variants }, 'es-mx')).toContain('Agotado: Rojo / M');
  });
});

describe('factPatterns', () => {
  it.each(['en', 'es', 'fr'])('find their lines, and those alone, in %s', (locale) => {
    const gone = { ...facts, availability: 'out_of_stock' as const };
    const found = (pattern: RegExp, of = facts) =>
      productFactLines(of, locale).flatMap((line, at) => (pattern.test(line) ? [at] : []));
    expect(found(factPatterns.price)).toEqual([0]);
    expect(found(factPatterns.availability)).toEqual([1]);
    expect(found(factPatterns.rating)).toEqual([5]);
    expect(found(factPatterns.soldOut)).toEqual([10, 11]);
    expect(found(factPatterns.variantPrice)).toEqual([12, 13, 14, 15]);
    expect(found(factPatterns.unavailable)).toEqual([]);
    expect(found(factPatterns.unavailable, gone)).toEqual([1]);
  });

  it('give what stands in a line, also of a whole text', () => {
    const text = productFactLines(facts, 'es').join('\n');
    expect(factPatterns.price.exec(text)?.groups?.value).toBe('de 129,00 € a 139,00 € (antes 159,00 €)');
    expect(factPatterns.soldOut.exec(text)?.groups).toMatchObject({ of: 'Color', value: 'Azul' });
    expect(factPatterns.variantPrice.exec(text)?.groups).toMatchObject({ of: 'Rojo / S', value: '129,00 €' });
  });
});
