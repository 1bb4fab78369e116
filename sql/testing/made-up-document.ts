import type { ProductFacts } from '../document.ts';
import type { NewDocument, NewPassage } from '../publish-document.ts';

/** A passage whose words, split at spaces, are its lexemes. */
export function madeUpPassage(text: string, given: Partial<NewPassage> = {}): NewPassage {
  const postings = new Map<string, number>();
  const words = text.toLowerCase().split(' ');
  for (const word of words) postings.set(word, (postings.get(word) ?? 0) + 1);
  return {
    start: 0,
    end: text.length,
    text,
    heading: [],
    shape: 'prose',
    embedHash: text,
    postings,
    length: words.length,
    ...given,
  };
}

/** A document of store `shop`, source `site`, with a passage of each text. */
export function madeUpDocument(
  id: string,
  texts: (string | NewPassage)[],
  given: Partial<NewDocument> = {},
): NewDocument {
  const passages = texts.map((text) => (typeof text === 'string' ? madeUpPassage(text) : text));
  return {
    storeId: 'shop',
    sourceId: 'site',
    documentId: id,
    url: `https://shop.example/${id}`,
    kind: 'page',
    locale: 'en',
    title: id,
    text: passages.map(({ text }) => text).join('\n'),
    contentHash: `sha256-${id}`,
    etag: null,
    lastModified: null,
    fetchedAt: '2026-11-01T00:00:00Z',
    passages,
    product: null,
    ...given,
  };
}

/** A product's document; its only passage has its name's words. */
export function madeUpProduct(
  name: string,
  facts: Partial<ProductFacts> = {},
  given: Partial<NewDocument> = {},
): NewDocument {
  const product: ProductFacts = {
    sku: name.toUpperCase(),
    gtin: null,
    name,
    brand: null,
    category: null,
    price: 5,
    priceMax: 5,
    listPrice: null,
    currency: 'USD',
    availability: 'in_stock',
    rating: null,
    ratingCount: null,
    image: null,
    url: `https://shop.example/${name}`,
    attributes: {},
    variants: [],
    asOf: '2026-11-01T00:00:00Z',
    ...facts,
  };
  return madeUpDocument(name, [madeUpPassage(name, { shape: 'facts' })], {
    kind: 'product',
    product,
    ...given,
  });
}
