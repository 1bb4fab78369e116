import type pg from 'pg';
import { publishDocument } from '../../../sql/publish-document.ts';
import { ensureSource } from '../../../sql/sources.ts';
import { ensureStore } from '../../../sql/stores.ts';
import { saveVectors } from '../../../sql/vectors.ts';
import { embedTexts } from '../../embedding/embed-texts.ts';
import type { EmbeddingModel } from '../../embedding/embedding-model.ts';
import { prepareDocument } from '../../prepare-document.ts';

/** Publishes pages of one passage each, as an ingest with the model would; with null, without vectors. */
export async function publishPages(
  pool: pg.Pool,
  storeId: string,
  model: EmbeddingModel | null,
  pages: Record<string, string>,
): Promise<void> {
  await ensureStore(pool, storeId, null);
  await ensureSource(pool, { storeId, sourceId: 'source', kind: 'files', location: '/x' });
  for (const [name, text] of Object.entries(pages)) {
    const { document, embeddings } = prepareDocument(
      {
        url: `https://shop.example/${name}`,
        title: name,
        kind: 'page',
        locale: 'en',
        text,
        sections: [{ heading: [name, `About ${name}`], start: 0, end: text.length, shape: 'prose' }],
        product: null,
      },
      { storeId, sourceId: 'source', etag: null, lastModified: null, fetchedAt: '2026-11-01T00:00:00Z' },
    );
    if (model !== null) {
      const hashes = [...embeddings.keys()];
      const vectors = await embedTexts(
        model,
        [...embeddings.values()].map((each) => each.text),
      );
      await saveVectors(
        pool,
        storeId,
        model.name,
        hashes.map((hash, index) => ({ hash, vector: vectors[index] ?? [] })),
      );
    }
    await publishDocument(pool, document);
  }
}

/** Pages named by number, each with a text of its own. */
export function numberedPages(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, n) => [`page-${n}`, `What page ${n} says of tent number ${n * 7}.`]),
  );
}
