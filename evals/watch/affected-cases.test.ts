import { describe, expect, it } from 'vitest';
import { sampleCase } from '../testing/sample-case.ts';
import { whyAffected } from './affected-cases.ts';

const nothing = { added: [], changed: [], removed: [], catalog: false };
const expecting = (expected: object) =>
  sampleCase('a', { expect: { factsMode: 'all', citationsMode: 'all', ...expected } });
const cited = (...urls: string[]) => ({
  citations: urls.map((url) => ({
    ...{ id: 1, url, title: '', quote: '', documentId: '', start: 0, end: 0, context: null, fault: null },
  })),
  products: [],
});

describe('whyAffected', () => {
  const page = 'https://shop.test/returns';

  it.each([
    ['nothing has changed', {}, { status: ['answered'] }, null],
    ['a document appeared', { added: ['https://shop.test/new'] }, { status: ['answered'] }, /new document/],
    ['a cited document has changed', { changed: [page] }, { status: ['answered'] }, /cites a changed/],
    ['a cited document has gone', { removed: [page] }, { status: ['answered'] }, /cites a changed/],
    ['another has changed', { changed: ['https://shop.test/shipping'] }, { facts: ['x'] }, null],
    [
      'an expected one has',
      { changed: ['https://shop.test/shipping'] },
      { citations: ['*/shipping'] },
      /expects/,
    ],
    [
      'a relevant one has',
      { removed: ['https://shop.test/shipping'] },
      { relevant: { '*/shipping': 2 } },
      /expects/,
    ],
    ['the catalog has', { changed: ['x'], catalog: true }, { products: ['SKU-1'] }, /about products/],
    ['the catalog has, for a case of pages', { changed: ['x'], catalog: true }, { facts: ['x'] }, null],
    ['a page has, for a case of products', { changed: ['x'] }, { products: ['SKU-1'] }, null],
  ])('%s', (_, changes, expected, reason) => {
    const why = whyAffected(expecting(expected), cited(page), { ...nothing, ...changes });
    if (reason === null) expect(why).toBeNull();
    else expect(why).toMatch(reason);
  });

  it('asks a case without a record in any case', () => {
    expect(whyAffected(expecting({}), null, nothing)).toMatch(/not asked yet/);
  });
});
