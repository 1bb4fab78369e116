import type { Product } from '../data/types.ts';
import { productState, variantsOf } from '../variants.ts';
import { dollars, escapeHtml } from './html.ts';

/** The lowest price of a product's variants and the price before the sale that belongs to it, in USD. */
export function priceRange(product: Product): { low: number; high: number; list: number | null } {
  const variants = variantsOf(product);
  const prices = variants.map((variant) => variant.price);
  return {
    low: Math.min(...prices),
    high: Math.max(...prices),
    list: product.salePrice === undefined ? null : product.price,
  };
}

/** The price as pages show it: now, and was if it is on sale. */
export function priceHtml(product: Product): string {
  const { low, high, list } = priceRange(product);
  const from = high > low ? '<span class="price__from">From</span> ' : '';
  if (list === null)
    return `<span class="price">${from}<span class="price__now">${dollars(low)}</span></span>`;
  return `<span class="price price--sale">${from}<span class="visually-hidden">Sale price</span> <ins class="price__now">${dollars(low)}</ins> <span class="visually-hidden">Regular price</span> <del class="price__was">${dollars(list)}</del></span>`;
}

/** A card in a collection or a carousel. */
export function productCard(product: Product): string {
  const state = productState(product);
  const badge =
    state === 'out_of_stock'
      ? 'Sold out'
      : state === 'preorder'
        ? 'Preorder'
        : product.finalSale
          ? 'Final sale'
          : product.salePrice
            ? 'Sale'
            : '';
  return `<article class="card" data-sku="${product.sku}"><a href="/products/${product.handle}"><img src="/images/${product.handle}.svg" alt="${escapeHtml(product.name)}" width="280" height="280" loading="lazy">
${badge ? `<span class="badge">${badge}</span>` : ''}<p class="card__vendor">${escapeHtml(product.brand)}</p><h3 class="card__title">${escapeHtml(product.name)}</h3></a>${priceHtml(product)}
<p class="card__swatches">${product.colors.length} color${product.colors.length === 1 ? '' : 's'}</p></article>`;
}

/** A row of cards that scrolls sideways. */
export function carousel(title: string, products: Product[]): string {
  return `<section class="carousel" aria-roledescription="carousel" aria-label="${escapeHtml(title)}"><h2>${escapeHtml(title)}</h2><div class="carousel__track">${products.map(productCard).join('')}</div></section>`;
}

/** The “recently viewed” row, which a script fills in browsers. */
export function recentlyViewed(): string {
  return `<section class="recent" data-recently-viewed hidden><h2>Recently viewed</h2><div class="carousel__track"></div></section>`;
}
