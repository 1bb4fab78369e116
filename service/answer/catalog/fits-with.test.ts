import { describe, expect, it } from 'vitest';
import type { ProductFacts } from '../../../sql/document.ts';
import type { DescriptionPassage } from '../../../sql/read-products.ts';
import type { FoundProduct } from '../../../sql/search-products.ts';
import { fittingWith } from './fits-with.ts';

const product = (id: string, attributes: Record<string, string[]> = {}): FoundProduct =>
  ({ documentId: id, title: id, locale: 'en', product: { name: id, attributes } }) as unknown as FoundProduct;
const passage = (documentId: string, text: string): DescriptionPassage =>
  ({ documentId, title: documentId, text }) as unknown as DescriptionPassage;
const called = (lexemes: string[], documentIds: string[] = []) => ({
  names: [],
  documentIds,
  lexemes: new Set(lexemes),
});
const facts = (attributes: Record<string, string[]>): ProductFacts =>
  ({ attributes }) as unknown as ProductFacts;

describe('what goes with another product', () => {
  const candidates = [product('NB-20'), product('NB-12'), product('KB-8')];
  const told = [
    passage('NB-20', 'Lithium-ion, for the Norvik N7 and N9 Pro. Does not fit the N5.'),
    passage('NB-12', 'Lithium-ion, 1,250 mAh, for the Norvik N5.'),
    passage('KB-8', 'Lithium-ion, for the Kestrel X20, X40 and X60.'),
  ];

  it('is what names it, unless to say that it does not fit', () => {
    expect(fittingWith({ candidates, told, called: called(['norvik', 'n5']), others: [] })).toEqual([
      'NB-12',
    ]);
    expect(fittingWith({ candidates, told, called: called(['kestrel', 'x60']), others: [] })).toEqual([
      'KB-8',
    ]);
  });

  it('is what is called after it', () => {
    const named = called(['n5'], ['NB-20']);
    expect(fittingWith({ candidates, told, called: named, others: [] })).toEqual(['NB-20']);
  });

  it('is what states the same of what joins them, where others of the kind do not', () => {
    const filters = [
      product('67', { 'filter thread mm': ['67'], color: ['black'] }),
      product('77', { 'filter thread mm': ['77'], color: ['black'] }),
    ];
    const lens = facts({ 'filter thread mm': ['77'], color: ['black'] });
    const others = [lens];
    expect(fittingWith({ candidates: filters, told: [], called: called(['85mm']), others })).toEqual(['77']);
    const bag = [facts({ color: ['black'] })];
    expect(fittingWith({ candidates: filters, told: [], called: called(['85mm']), others: bag })).toEqual([]);
  });
});
