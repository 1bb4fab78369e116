import type { Evidence } from '../answerer.ts';

/** Passages of pages of their own, best first. */
export function fakeEvidence(texts: string[], more: Partial<Evidence> = {}): Evidence[] {
  return texts.map((text, index) => ({
    index,
    documentId: `doc_${index}`,
    url: `https://shop.example/${index}`,
    title: `Page ${index}`,
    heading: [`Page ${index}`, 'Section'],
    kind: 'page',
    locale: 'en',
    shape: 'prose',
    text,
    start: 0,
    end: text.length,
    contentHash: 'sha256-x',
    fetchedAt: '2026-11-22T09:00:00.000Z',
    score: 1 - index / 100,
    cosine: 0.5,
    product: null,
    ...more,
  }));
}
