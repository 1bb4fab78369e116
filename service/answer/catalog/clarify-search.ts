import { fold } from '../../../ingest/analysis/stem.ts';
import type { Queryable } from '../../../sql/queryable.ts';
import { type FoundProduct, searchProducts } from '../../../sql/search-products.ts';
import { chooseQuestion, type ProductQuestion } from './clarify-products.ts';
import type { CatalogQuery } from './read-catalog-query.ts';

/** So many products can be looked through without help. */
const FEW = 6;
/** More than these tell no better which question splits them. */
const MOST_READ = 120;
const WANTS_LIST =
  /\b(?:all|every|everything|list|catalog(?:ue)?|overview|browse|anything|compare|todos|todas|todo|lista|listado|catalogo|cualquier|cualquiera|compara)\b/;

/** Whether a question asks to see what there is, rather than to find one thing. Pure. */
export function wantsList(question: string, { sort }: Pick<CatalogQuery, 'sort'>): boolean {
  return sort !== 'relevance' || WANTS_LIST.test(fold(question));
}

/**
 * The question that would narrow many products down; null where there are few, or where the shopper wants to see them.
 * @param shown the first of them, as found, of `total`; @param asked attributes that the shopper was asked for before.
 */
export async function narrowDown(
  db: Queryable,
  storeId: string,
  query: CatalogQuery,
  {
    question,
    shown,
    total,
    locale,
    market,
    asked,
  }: {
    question: string;
    shown: FoundProduct[];
    total: number;
    locale: string;
    market: string | null;
    asked: readonly string[];
  },
): Promise<ProductQuestion | null> {
  if (total <= FEW || wantsList(question, query)) return null;
  const all = await searchProducts(db, {
    storeId,
    lexemes: query.lexemes,
    filter: query.filter,
    sort: query.sort,
    order: query.order ?? null,
    market,
    limit: MOST_READ,
  });
  // What only speaks of the thing is none of it: the shown ones tell of which categories they are.
  const kinds = new Set(shown.map(({ product }) => product.category));
  const matching = all.filter(({ product }) => kinds.has(product.category)).slice(0, total);
  return chooseQuestion(
    matching.map(({ product }) => product),
    query.constraints,
    locale,
    asked,
  );
}
