import type pg from 'pg';
import type { EmbeddingModel } from '../../ingest/embedding/embedding-model.ts';
import { productText } from '../../ingest/extract/product-text.ts';
import type { SourceDocument } from '../../ingest/extract/source-document.ts';
import { prepareDocument } from '../../ingest/prepare-document.ts';
import type { PassageShape, ProductFacts } from '../../sql/document.ts';
import { publishDocument } from '../../sql/publish-document.ts';
import { ensureSource } from '../../sql/sources.ts';
import { ensureStore, refreshStore } from '../../sql/stores.ts';
import { saveVectors } from '../../sql/vectors.ts';

/** A page under its title: sections of lines, each under its heading. */
export function makePage(
  path: string,
  title: string,
  sections: Record<string, string>,
  { locale = 'en', shape = 'prose' }: { locale?: string; shape?: PassageShape } = {},
): SourceDocument {
  let text = title;
  const made = Object.entries(sections).map(([heading, body]) => {
    text += `\n${heading}\n`;
    const start = text.length;
    text += body;
    return { heading: [title, heading], start, end: text.length, shape };
  });
  return {
    url: `https://shop.example/${path}`,
    title,
    kind: 'policy',
    locale,
    text,
    sections: made,
    product: null,
  };
}

/** A product in the versions given as color to whether it can be bought. */
export function makeProduct(
  name: string,
  { price, colors, category }: { price: number; category: string; colors: Record<string, boolean> },
): SourceDocument {
  const url = `https://shop.example/products/${name.toLowerCase().replaceAll(' ', '-')}`;
  const variants = Object.entries(colors).map(([color, open]) => ({
    sku: `${name}-${color}`,
    attributes: { color },
    price,
    availability: open ? ('in_stock' as const) : ('out_of_stock' as const),
  }));
  const product: ProductFacts = {
    sku: name.toUpperCase().replaceAll(' ', '-'),
    gtin: null,
    name,
    brand: 'Heron',
    category,
    price,
    priceMax: price,
    listPrice: null,
    currency: 'USD',
    availability: variants.some((variant) => variant.availability === 'in_stock')
      ? 'in_stock'
      : 'out_of_stock',
    rating: null,
    ratingCount: null,
    image: null,
    url,
    attributes: { color: Object.keys(colors) },
    variants,
    asOf: '2026-11-22T09:00:00.000Z',
  };
  return { url, title: name, kind: 'product', locale: 'en', product, ...productText(product) };
}

/** Publishes documents as an ingest would, vectors included. */
export async function publishStore(
  pool: pg.Pool,
  model: EmbeddingModel,
  storeId: string,
  documents: SourceDocument[],
): Promise<void> {
  const sourceId = 'src';
  await ensureStore(pool, storeId, storeId);
  await ensureSource(pool, { storeId, sourceId, kind: 'site', location: 'https://shop.example/' });
  for (const source of documents) {
    const origin = {
      storeId,
      sourceId,
      etag: null,
      lastModified: null,
      fetchedAt: '2026-11-22T09:00:00.000Z',
    };
    const { document, embeddings } = prepareDocument(source, origin);
    const texts = [...embeddings];
    const vectors = await model.embeddings.embedDocuments(texts.map(([, { text }]) => text));
    await saveVectors(
      pool,
      storeId,
      model.name,
      texts.map(([hash], index) => ({ hash, vector: vectors[index] ?? [] })),
    );
    await publishDocument(pool, document);
  }
  await refreshStore(pool, storeId);
}
