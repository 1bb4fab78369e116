import { describe, expect, it } from 'vitest';
import type { SourceDocument } from './extract/source-document.ts';
import { prepareDocument } from './prepare-document.ts';

const origin = {
  storeId: 'heron',
  sourceId: 'src',
  etag: null,
  lastModified: null,
  fetchedAt: '2026-11-22T09:00:00Z',
};
const text = 'Sacos de dormir\nCafés suaves';
const unnamed: SourceDocument = {
  url: 'https://shop.example/x',
  title: 'Sacos de dormir',
  kind: 'page',
  locale: 'und',
  text,
  sections: [{ heading: ['Sacos de dormir'], start: 16, end: text.length, shape: 'prose' }],
  product: null,
};

describe('a document of no known language', () => {
  it("is cut into the words of the store's main language", () => {
    const { document } = prepareDocument(unnamed, origin, null, 'es');
    expect(document.locale).toBe('es');
    expect([...(document.passages[0]?.postings.keys() ?? [])]).toContain('caf');
  });

  it('is English where the store has none', () => {
    expect(prepareDocument(unnamed, origin).document.locale).toBe('en');
  });

  it('keeps its own language where it has one', () => {
    expect(prepareDocument({ ...unnamed, locale: 'fr' }, origin, null, 'es').document.locale).toBe('fr');
  });
});
