import { describe, expect, it } from 'vitest';
import type { Evidence } from '../answerer.ts';
import { fakeEvidence } from '../llm/fake-evidence.ts';
import { kinOfNamed } from './named-kin.ts';

const product = { brand: 'Pebble', category: 'Appliances' } as Evidence['product'];
const pages = fakeEvidence({
  score: 1,
  start: 0,
  text: 'A toaster. Its rack is serrated.',
  kind: 'product',
  product,
});
const named = { documentIds: pages.map(({ documentId }) => documentId), lexemes: new Set(['toaster']) };

const kin = (row: string): number | undefined => kinOfNamed(pages, named)?.(row, 'en');

describe('kinOfNamed', () => {
  it('knows a product by its brand and category', () => {
    expect(kin('Pebble appliances; Covered for: 18 months')).toBeGreaterThan(0);
    expect(kin('Orla knives; Covered for: 7 years')).toBe(0);
  });

  it('knows a row by what the product says of itself', () => {
    expect(kin('Serrated; Price: $12')).toBeGreaterThan(0);
    expect(kin('Straight edge; Price: $7')).toBe(0);
  });

  it('knows nothing where no product is called by name', () => {
    expect(kinOfNamed(pages, null)).toBeNull();
  });
});
