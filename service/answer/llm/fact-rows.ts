import { productFactLines } from '../../../ingest/extract/product-text.ts';
import type { ProductFacts } from '../../../sql/document.ts';

/**
 * The current facts of a product as rows such as `Price: $129.00`, the product's name first, labelled in the language of
 * the answer; the last rows (combinations of versions) are left out where there are more than so many tokens. Pure.
 */
export function factRows(
  product: ProductFacts,
  locale: string,
  limit: number,
  countTokens: (text: string) => number,
): string[] {
  const rows: string[] = [];
  let left = limit;
  for (const row of [product.name, ...productFactLines(product, locale)]) {
    left -= countTokens(row);
    if (left < 0 && rows.length > 0) break;
    rows.push(row);
  }
  return rows;
}
