import type { ProductIdentity } from '../../../sql/merge-products.ts';
import { gtinKey, skuKey, urlKey } from './product-keys.ts';
import { type KeyKind, sameProduct } from './same-product.ts';
import { splitMarkets } from './split-markets.ts';

/** A key that more documents share than this tells nothing; all pairs of fewer are looked at. */
const MOST_SHARING = 100;

/**
 * Groups the products of one store that are the same thing, by GTIN, SKU and URL.
 * @returns every product in one group; the first of a group is its primary. Which groups there are does not depend on
 *   the order of the products. Pure.
 */
export function groupProducts(products: readonly ProductIdentity[]): ProductIdentity[][] {
  const parent = products.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[at] = root;
    return root;
  };
  for (const kind of ['gtin', 'url', 'sku'] as const)
    for (const [key, sharing] of documentsByKey(products, kind)) join(kind, key, sharing);

  function join(kind: KeyKind, key: string, sharing: number[]): void {
    if (sharing.length < 2 || sharing.length > MOST_SHARING) return;
    const sources = new Set(sharing.map((at) => products[at]?.sourceId));
    const crowded = sources.size < sharing.length;
    for (const [position, at] of sharing.entries()) {
      for (const before of sharing.slice(0, position)) {
        const [one, other] = [products[before], products[at]];
        if (one === undefined || other === undefined || rootOf(before) === rootOf(at)) continue;
        if (sameProduct([one, other], kind, { key, crowded })) parent[rootOf(at)] = rootOf(before);
      }
    }
  }

  const groups = new Map<number, ProductIdentity[]>();
  for (const [at, product] of products.entries()) {
    const group = groups.get(rootOf(at));
    if (group === undefined) groups.set(rootOf(at), [product]);
    else group.push(product);
  }
  return [...groups.values()].flatMap(splitMarkets);
}

function documentsByKey(products: readonly ProductIdentity[], kind: KeyKind): Map<string, number[]> {
  const byKey = new Map<string, number[]>();
  for (const [at, product] of products.entries()) {
    for (const key of keysOf(product, kind)) {
      const sharing = byKey.get(key);
      if (sharing === undefined) byKey.set(key, [at]);
      else sharing.push(at);
    }
  }
  return byKey;
}

function keysOf(product: ProductIdentity, kind: KeyKind): Set<string> {
  const keys =
    kind === 'gtin'
      ? [gtinKey(product.gtin)]
      : kind === 'url'
        ? [urlKey(product.url)]
        : [product.sku, ...product.variantSkus.split('\n')].map(skuKey);
  return new Set(keys.filter((key) => key !== null));
}
