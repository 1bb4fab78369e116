import { Readable } from 'node:stream';
import { expect } from 'vitest';
import type { SourceDocument } from '../extract/source-document.ts';
import type { CatalogProblem } from './catalog-record.ts';
import type { CatalogFormat } from './detect-format.ts';
import { type ReadCatalogOptions, readCatalog } from './read-catalog.ts';

export const fetchedAt = '2026-05-01T10:00:00Z';

/** Reads a catalog that arrives in chunks of `size`, and checks what holds for every document. */
export async function readWhole(
  content: string | Buffer,
  format: CatalogFormat,
  { size = 7, ...options }: Partial<ReadCatalogOptions> & { size?: number } = {},
): Promise<{ documents: SourceDocument[]; problems: CatalogProblem[] }> {
  const bytes = Buffer.from(content);
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.subarray(i * size, (i + 1) * size),
  );
  const documents: SourceDocument[] = [];
  const problems: CatalogProblem[] = [];
  const onProblem = (problem: CatalogProblem) => problems.push(problem);
  for await (const document of readCatalog(Readable.from(chunks), {
    format,
    fetchedAt,
    onProblem,
    ...options,
  })) {
    expect(document.kind).toBe('product');
    expect(document.product?.url).toBe(document.url);
    for (const { start, end } of document.sections)
      expect(document.text.slice(start, end).trim()).toHaveLength(end - start);
    documents.push(document);
  }
  expect(new Set(documents.map((document) => document.url)).size).toBe(documents.length);
  return { documents, problems };
}
