import { factPatterns } from '../../../ingest/extract/fact-words/fact-patterns.ts';
import { factWordsFor } from '../../../ingest/extract/fact-words/fact-words-for.ts';
import type { FoundProduct } from '../../../sql/search-products.ts';
import type { DraftSentence, Evidence } from '../answerer.ts';
import { messagesFor } from '../compose/messages.ts';
import { mergeAdjacent, quoteLines } from './quote-lines.ts';

/** Products that the text of an answer names; the others are cards. */
export const MOST_NAMED = 5;

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
    const price = inWordsOf(factPatterns.price.exec(piece.text)?.groups?.value, locale);
    const words = messagesFor(locale).availability;
    const availability = product.availability === 'unknown' ? undefined : words[product.availability];
    const facts = [price, availability].filter((fact) => fact !== undefined).join(', ');
    return [{ text: `${product.name} – ${facts}`, quotes, layout: 'item' as const }];
  });
}

/** The price before a reduction, in the words of the shopper's language: `19,00 € (antes 29,00 €)`. */
function inWordsOf(price: string | undefined, locale: string): string | undefined {
  return price?.replace(
    /\((?:was|antes) ([^()]+)\)/u,
    (_, before: string) => `(${factWordsFor(locale).was(before)})`,
  );
}
