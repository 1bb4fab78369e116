import { fold } from '../../ingest/analysis/stem.ts';
import type { ProductDetails } from '../mcp/search/found-products.ts';
import type { Passage } from '../mcp/search/passage.ts';
import type { StoreSearch } from '../mcp/search/store-search.ts';
import { ProblemError } from '../problem.ts';
import type { ProductCard } from '../schemas/product-card.ts';
import type { RecordedConversation } from '../wire/recorded/recorded-conversation.ts';
import { answered, withProducts } from './made-up.ts';

/** Looks through what the recorded and the made-up answers cite and show, by plain words. */
export function makeFakeSearch(conversations: readonly RecordedConversation[]): StoreSearch {
  const recorded = conversations.flatMap(({ turns }) => turns.map(({ response }) => response));
  const all = [answered, withProducts, ...recorded];
  const passages: Passage[] = all
    .flatMap(({ citations = [] }) => citations)
    .map(({ id: _, answerSpans: _spans, ...proof }) => ({ ...proof, highlight: proof.quote, score: 1 }));
  const byQuote = [...new Map(passages.map((one) => [one.quote, one])).values()];
  const cards = [
    ...new Map(all.flatMap(({ products = [] }) => products).map((card) => [card.sku, card])).values(),
  ];

  return {
    searchPolicies: async ({ store, query, locale = 'en', limit = 6 }) => {
      const fitting = byQuote.filter(({ quote, title }) => shareWord(query, `${title} ${quote}`));
      return { store, locale, passages: fitting.slice(0, limit), confidence: fitting.length > 0 ? 0.9 : 0 };
    },
    searchCatalog: async ({ store, query, filters, limit = 8 }) => {
      const found = cards.filter(
        ({ name, price }) =>
          (query === undefined || shareWord(query, name)) &&
          (price ?? 0) <= (filters?.maxPrice ?? Number.MAX_VALUE),
      );
      return { store, products: found.slice(0, limit), total: found.length, near: null };
    },
    findProduct: async ({ store, sku, url }) => {
      const card = cards.find((one) => one.sku === sku || one.url === url || one.url.endsWith(`/${url}`));
      if (card !== undefined) return detailsOf(store, card);
      const detail = `The store ${JSON.stringify(store)} has no product ${JSON.stringify(sku ?? url)}.`;
      throw new ProblemError('unknown-product', { detail });
    },
  };
}

function shareWord(query: string, text: string): boolean {
  const words = fold(text).match(/\p{L}{4,}/gu) ?? [];
  const asked = fold(query).match(/\p{L}{4,}/gu) ?? [];
  return asked.some((one) => words.some((word) => word.startsWith(one) || one.startsWith(word)));
}

function detailsOf(store: string, card: ProductCard): ProductDetails {
  return {
    ...card,
    store,
    brand: 'Heron',
    category: null,
    gtin: null,
    rating: null,
    ratingCount: null,
    variants: [],
    documentId: `doc_${card.sku}`,
    descriptions: [],
  };
}
