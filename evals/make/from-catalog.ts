import { formatMoney } from '../../ingest/extract/money.ts';
import type { Catalog, CatalogProduct } from './catalog.ts';
import { type Draft, hashNumber } from './draft.ts';
import { lowerFirst } from './page.ts';
import { pageGlob } from './page-glob.ts';
import { PRODUCT_WORDS } from './product-words.ts';

/** Products that a shopper is shown at once, at most. */
const MOST_SHOWN = 4;
/** A category that is asked for has several products. */
const FEWEST = 3;
/** Of the products that must not be shown, as many as say enough. */
const MOST_SHUT_OUT = 6;
/** Of a category, so that one does not fill the suite. */
const MOST_COMPARISONS = 2;

/**
 * Questions about several products: which of two is cheaper, and all of a category below a price or with a property, with the
 * full set of their SKUs. None where the catalog was too large to be known whole. Pure.
 */
export function draftFromCatalog(catalog: Catalog): Draft[] {
  if (catalog.cut) return [];
  const categories = new Map<string, CatalogProduct[]>();
  for (const product of catalog.products) {
    if (product.category === null) continue;
    const key = `${product.language} ${product.category}`;
    categories.set(key, [...(categories.get(key) ?? []), product]);
  }
  return [...categories.values()].flatMap((products) => [
    ...comparisons(products),
    ...belowPrice(products),
    ...withValue(products),
  ]);
}

function comparisons(products: readonly CatalogProduct[]): Draft[] {
  const drafts: Draft[] = [];
  for (const [index, one] of products.entries()) {
    const other = products[index + 1];
    if (other === undefined || one.price === null || other.price === null) continue;
    if (one.currency !== other.currency || one.price === other.price || one.name === other.name) continue;
    const cheaper = one.price < other.price ? one : other;
    drafts.push({
      kind: 'comparison',
      questions: [PRODUCT_WORDS[one.language].cheaper(one.name, other.name)],
      language: one.language,
      from: one.category ?? '',
      urls: [cheaper.url],
      quote: `${one.name}: ${one.price} ${one.currency}; ${other.name}: ${other.price} ${other.currency}`,
      expect: {
        status: ['answered'],
        facts: [cheaper.name, priceOf(cheaper)],
        citations: [pageGlob(cheaper.url)],
      },
    });
  }
  return drafts.slice(0, MOST_COMPARISONS);
}

/** As `priceFact` does, of what the catalog knows. */
function priceOf({ price }: CatalogProduct) {
  const written = Number.isInteger(price) ? String(price) : (price ?? 0).toFixed(2);
  return written.includes('.') ? { any: [written, written.replace('.', ',')] } : written;
}

function belowPrice(products: readonly CatalogProduct[]): Draft[] {
  const [first] = products;
  const currencies = new Set(products.map(({ currency }) => currency));
  const priced = products.flatMap((product) =>
    product.price === null ? [] : [{ ...product, price: product.price }],
  );
  if (
    first === undefined ||
    currencies.size !== 1 ||
    priced.length !== products.length ||
    priced.length < FEWEST
  )
    return [];
  priced.sort((a, b) => a.price - b.price);
  for (let count = Math.min(MOST_SHOWN, priced.length - 1); count >= 1; count -= 1) {
    const limit = roundBetween(priced[count - 1]?.price ?? 0, priced[count]?.price ?? 0);
    const wanted = priced.slice(0, count);
    if (limit === null || !wanted.every(({ availability }) => availability === 'in_stock')) continue;
    const money = formatMoney(limit, first.currency, first.language).replace(/[.,]00(?!\d)/u, '');
    const { under } = PRODUCT_WORDS[first.language];
    const category = lowerFirst(first.category ?? '');
    const forms = under(category, money);
    return [ofSet(first, forms[hashNumber(category) % forms.length] ?? '', wanted, priced.slice(count))];
  }
  return [];
}

/** A price that a shopper would name, above one and below the other: with as few digits as there is room for. */
function roundBetween(low: number, high: number): number | null {
  for (const step of [1000, 500, 100, 50, 25, 10, 5, 1]) {
    const limit = Math.ceil((low + step / 100) / step) * step;
    if (limit > low && limit < high) return limit;
  }
  return null;
}

/** The first property that some products of a category have and others lack, both being said of all of them. */
function withValue(products: readonly CatalogProduct[]): Draft[] {
  const [first] = products;
  if (first === undefined || products.length < FEWEST) return [];
  for (const attribute of ['color', 'material']) {
    if (!products.every(({ attributes }) => (attributes[attribute]?.length ?? 0) > 0)) continue;
    const values = [...new Set(products.flatMap(({ attributes }) => attributes[attribute] ?? []))];
    for (const value of values.filter((one) => /^\p{L}{3,15}$/u.test(one))) {
      const has = ({ attributes }: CatalogProduct) =>
        // A value within another one, as red in dark red, leaves open what is asked for.
        (attributes[attribute] ?? []).some((one) => one.toLowerCase().includes(value.toLowerCase()));
      const wanted = products.filter(has);
      const exact = wanted.every(({ attributes }) => attributes[attribute]?.includes(value));
      const available = wanted.every(({ availability }) => availability === 'in_stock');
      if (!exact || !available || wanted.length > MOST_SHOWN || wanted.length === products.length) continue;
      const { language, category } = first;
      const named = lowerFirst(category ?? '');
      const question =
        language === 'es'
          ? `${named} de ${attribute === 'color' ? 'color ' : ''}${value}`
          : `${value} ${named}`;
      return [
        ofSet(
          first,
          question,
          wanted,
          products.filter((product) => !has(product)),
        ),
      ];
    }
  }
  return [];
}

function ofSet(
  { language, category }: CatalogProduct,
  question: string,
  wanted: readonly CatalogProduct[],
  others: readonly CatalogProduct[],
): Draft {
  return {
    kind: 'constraint',
    questions: [question],
    language,
    from: category ?? '',
    urls: wanted.map(({ url }) => url),
    quote: wanted.map(({ sku, name, price }) => `${sku} ${name} ${price ?? ''}`.trim()).join('; '),
    expect: {
      status: ['answered'],
      products: wanted.map(({ sku }) => sku),
      ...(others.length > 0 && { notProducts: others.slice(0, MOST_SHUT_OUT).map(({ sku }) => sku) }),
    },
  };
}
