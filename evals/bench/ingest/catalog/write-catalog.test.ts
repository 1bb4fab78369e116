import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCatalog } from '../../../../ingest/catalog/read-catalog.ts';
import { openLocalEmbeddingModel } from '../../../../ingest/embedding/local-embedding-model.ts';
import type { SourceDocument } from '../../../../ingest/extract/source-document.ts';
import { withFolder } from '../../with-folder.ts';
import { readAndEmbed } from './catalog-work.ts';
import { writeCatalog } from './write-catalog.ts';

const { signal } = new AbortController();

it.each([
  { rows: 10, variants: 4, products: 3, variantsOfFirst: 4 },
  { rows: 10, variants: 1, products: 10, variantsOfFirst: 0 },
])('writes $rows rows that read as $products products', ({ rows, variants, products, variantsOfFirst }) =>
  withFolder(async (folder) => {
    const path = join(folder, 'catalog.csv');
    await writeCatalog(path, { rows, variants }, signal);
    const problems: unknown[] = [];
    const documents: SourceDocument[] = [];
    const read = readCatalog(createReadStream(path), {
      format: 'csv',
      fetchedAt: '2026-01-01T00:00:00Z',
      onProblem: (problem) => problems.push(problem),
    });
    for await (const document of read) documents.push(document);
    expect(problems).toEqual([]);
    expect(documents).toHaveLength(products);
    expect(documents[0]?.product).toMatchObject({ currency: 'USD', price: expect.any(Number) });
    expect(documents[0]?.product?.variants ?? []).toHaveLength(variantsOfFirst);
  }),
);

it('reads, chunks and embeds each product of it', () =>
  withFolder(async (folder) => {
    const path = join(folder, 'catalog.csv');
    await writeCatalog(path, { rows: 80, variants: 1 }, signal);
    const counts = await readAndEmbed(path, openLocalEmbeddingModel());
    expect(counts).toMatchObject({ documents: 80, problems: 0 });
    expect(counts.embeddings).toBe(counts.passages);
    expect(counts.passages).toBeGreaterThanOrEqual(80);
  }));
