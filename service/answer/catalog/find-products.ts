import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { factPatterns } from '../../../ingest/extract/fact-words/fact-patterns.ts';
import type { Queryable } from '../../../sql/queryable.ts';
import { type FoundProduct, searchProducts } from '../../../sql/search-products.ts';
import type { DraftSentence, Evidence } from '../answerer.ts';
import { messagesFor } from '../messages.ts';
import { mergeAdjacent, quoteLines } from './quote-lines.ts';
import type { CatalogQuery } from './read-catalog-query.ts';

/** Cards of an answer; its text names the first few. */
const MOST_CARDS = 8;
const MOST_NAMED = 5;
/** A product that has less than this share of what the best one matches is another kind of thing. */
const LEAST_MATCH = 0.6;

/**
 * Products that are what the shopper asked for, best first.
 * @param market the shopper's, ISO 3166-1 alpha-2; null: products of all markets.
 */
export async function findProducts(
  db: Queryable,
  storeId: string,
  query: CatalogQuery,
  market: string | null = null,
): Promise<FoundProduct[]> {
  const search = (lexemes: CatalogQuery['lexemes']): Promise<FoundProduct[]> =>
    searchProducts(db, { storeId, ...query, lexemes, market, limit: MOST_CARDS * 3 });
  let found = await search(query.lexemes);
  // Nothing has every name in it ("kids hiking boots"): then what has most of them.
  if (found.length === 0) found = await search(query.lexemes.map((word) => ({ ...word, required: false })));
  found = ofKind(found, query);
  const best = Math.max(0, ...found.map((product) => product.score));
  return found.filter((product) => product.score >= LEAST_MATCH * best).slice(0, MOST_CARDS);
}

/** Of products that have the words, those that are called so: socks whose page speaks of tents are no tents. */
function ofKind(found: FoundProduct[], { lexemes: words }: CatalogQuery): FoundProduct[] {
  const kinds = words.filter((word) => word.required).map((word) => word.lexeme);
  const called = found.filter(({ product, locale }) => {
    const names = new Set(lexemes([product.name, product.category, product.brand].join(' '), locale));
    return kinds.some((kind) => names.has(kind));
  });
  return called.length > 0 ? called : found;
}

/** The fact passages of products as evidence, numbered after `offset`. */
export function productEvidence(products: FoundProduct[], offset: number): Evidence[] {
  return products.map((found, position) => ({
    index: offset + position,
    documentId: found.documentId,
    url: found.product.url,
    title: found.title,
    heading: found.heading,
    kind: 'product',
    locale: found.locale,
    market: found.market,
    shape: 'facts',
    text: found.text,
    start: found.start,
    end: found.end,
    contentHash: found.contentHash,
    fetchedAt: found.fetchedAt.toISOString(),
    score: 1,
    cosine: 0,
    product: found.product,
  }));
}

/** Names products with price and availability, one an item, each quoting the lines that state them. */
export function nameProducts(evidence: Evidence[], locale: string): DraftSentence[] {
  return evidence.slice(0, MOST_NAMED).flatMap((piece) => {
    const { product } = piece;
    const quotes = mergeAdjacent([
      ...quoteLines(piece, factPatterns.price),
      ...quoteLines(piece, factPatterns.availability),
    ]);
    if (product === null || quotes.length === 0) return [];
    const price = factPatterns.price.exec(piece.text)?.groups?.value;
    const words = messagesFor(locale).availability;
    const availability = product.availability === 'unknown' ? undefined : words[product.availability];
    const facts = [price, availability].filter((fact) => fact !== undefined).join(', ');
    return [{ text: `${product.name} – ${facts}`, quotes, layout: 'item' as const }];
  });
}
