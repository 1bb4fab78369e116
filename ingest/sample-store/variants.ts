import type { Product } from './data/types.ts';

export type StockState = 'in_stock' | 'out_of_stock' | 'preorder';

/** One buyable version of a product. Prices are in USD. */
export interface StoreVariant {
  sku: string;
  gtin: string;
  color: string;
  /** Null for a product of one size. */
  size: string | null;
  /** What it costs now. */
  price: number;
  /** What it cost before the sale; null when it is not on sale. */
  listPrice: number | null;
  availability: StockState;
}

/** Every color in every size, colors first. A product with one version keeps its own SKU for it. */
export function variantsOf(product: Product): StoreVariant[] {
  const sizes: (string | null)[] = product.sizes.length > 0 ? product.sizes : [null];
  const pairs = product.colors.flatMap((color) => sizes.map((size) => ({ color, size })));
  return pairs.map(({ color, size }, index) => {
    const surcharge = (size === null ? undefined : product.surcharges?.[size]) ?? 0;
    return {
      sku:
        pairs.length === 1 ? product.sku : [product.sku, color, size].filter(Boolean).map(skuPart).join('-'),
      gtin: gtin13(`0400${product.sku.slice(-4)}${String(index).padStart(4, '0')}`),
      color,
      size,
      price: (product.salePrice ?? product.price) + surcharge,
      listPrice: product.salePrice === undefined ? null : product.price + surcharge,
      availability: stateOf(product, color, size),
    };
  });
}

/** The state of the product as a whole: it can be bought if one of its variants can. */
export function productState(product: Product): StockState {
  const states = variantsOf(product).map((variant) => variant.availability);
  if (states.includes('in_stock')) return 'in_stock';
  return states.includes('preorder') ? 'preorder' : 'out_of_stock';
}

function stateOf(product: Product, color: string, size: string | null): StockState {
  const names = ['all', color, size, `${color}/${size}`];
  if (product.soldOut?.some((entry) => names.includes(entry))) return 'out_of_stock';
  return product.preorder ? 'preorder' : 'in_stock';
}

function skuPart(text: string | null): string {
  return (text ?? '').toUpperCase().replaceAll(/[^A-Z0-9-]+/g, '');
}

/** Appends the check digit of a GTIN-13 (GS1 General Specifications, section 7.9) to 12 digits. */
export function gtin13(digits: string): string {
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return digits + String((10 - (sum % 10)) % 10);
}
