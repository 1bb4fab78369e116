import { expect, test } from 'vitest';
import { prepareDocument } from '../prepare-document.ts';
import { embedHashOf, embedTextOf } from './embed-text.ts';

test('a stored passage tells the text that an ingest embedded, and so its hash', () => {
  const text = 'Tents\nDipper Tent, 310 dollars.\nReturns\nUnworn items: 45 days. \u{1F3D5}';
  const sections = [
    { heading: ['Tents'], start: 6, end: 33, shape: 'prose' as const },
    { heading: ['Tents', 'Returns', 'Tents'], start: 42, end: text.length, shape: 'prose' as const },
    { heading: [], start: 0, end: 5, shape: 'prose' as const },
  ];
  for (const title of ['Tents', 'Camping', '']) {
    const { document, embeddings } = prepareDocument(
      { url: 'https://s.example/', title, kind: 'page', locale: 'en', text, sections, product: null },
      { storeId: 's', sourceId: 's', etag: null, lastModified: null, fetchedAt: '2026-11-01T00:00:00Z' },
    );
    expect(document.passages.length).toBeGreaterThan(1);
    for (const passage of document.passages) {
      const again = embedTextOf({ title: document.title, heading: passage.heading, text: passage.text });
      expect(again).toBe(embeddings.get(passage.embedHash)?.text);
      expect(embedHashOf(again)).toBe(passage.embedHash);
    }
  }
});
