import { findProductsByAddress } from '../../../sql/find-products-by-address.ts';
import type { Queryable } from '../../../sql/queryable.ts';
import { findProductsByCode, readDescriptions, readProducts } from '../../../sql/read-products.ts';
import type { FoundProduct } from '../../../sql/search-products.ts';
import { shopperMarket } from '../../answer/understand/shopper-market.ts';
import { ProblemError } from '../../problem.ts';
import { invalidField } from '../../wire/check-question.ts';
import { detailsOf, type ProductDetails } from './found-products.ts';
import type { ProductSearch } from './search-requests.ts';

/** Finds one product by a number or by the address of its page. @throws ProblemError when there is none, or there are several. */
export async function findProduct(
  pool: Queryable,
  { store, sku, url, market }: ProductSearch & { store: string },
): Promise<ProductDetails> {
  const ids =
    sku === undefined
      ? await findProductsByAddress(pool, store, url ?? '')
      : (await findProductsByCode(pool, store, [sku.toLowerCase().replaceAll('-', '')])).flatMap(
          ({ documentIds }) => documentIds,
        );
  const found = forMarket(await readProducts(pool, store, ids), shopperMarket({ market }));
  const [one, ...others] = found;
  const said = JSON.stringify((sku ?? url ?? '').slice(0, 200));
  if (one === undefined) {
    throw new ProblemError('unknown-product', {
      detail: `The store ${JSON.stringify(store)} has no product with the ${sku === undefined ? 'address or handle' : 'SKU or GTIN'} ${said}. Search the catalog for it by its name.`,
    });
  }
  if (others.length > 0) {
    const urls = found.map(({ product }) => product.url).join(', ');
    const name = sku === undefined ? 'url' : 'sku';
    throw invalidField(
      name,
      `what one product has alone; give its address as "url": ${urls}`,
      `${said}, which ${found.length} have`,
    );
  }
  const descriptions = await readDescriptions(pool, store, [one.documentId]);
  return {
    ...detailsOf(one.product),
    store,
    documentId: one.documentId,
    descriptions: descriptions.map(({ text, url, heading, documentId, start, end }) => ({
      text,
      url,
      heading,
      documentId,
      start,
      end,
    })),
  };
}

/** Of the same product in several markets the shopper's own is meant, then the one for all. Pure. */
function forMarket(found: FoundProduct[], market: string | null): FoundProduct[] {
  for (const wanted of [market, null]) {
    const own = found.filter((product) => product.market === wanted);
    if (own.length > 0) return own;
  }
  return found;
}
