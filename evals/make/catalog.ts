import type { ProductFacts } from '../../sql/document.ts';
import type { DraftLanguage } from './draft.ts';
import type { Page } from './page.ts';

/** What drafts that span several products need to know of each. */
export interface CatalogProduct {
  url: string;
  language: DraftLanguage;
  sku: string;
  name: string;
  /** The narrowest level. */
  category: string | null;
  price: number | null;
  currency: string | null;
  availability: ProductFacts['availability'];
  attributes: Record<string, string[]>;
}

/** What a store's pages say of the whole store. */
export interface Catalog {
  products: CatalogProduct[];
  /**
   * Of each attribute, in how many products of each category it is stated, and the words of its values in lower case. A product
   * without a category counts for ''.
   */
  attributes: Map<string, { products: Map<string, number>; words: Set<string> }>;
  /** Whether there are more than are held: no set of them is then known to be whole. */
  cut: boolean;
  /** ISO 3166 codes of the countries that pages name in each language. */
  countries: Set<string>;
  /** Whether a page speaks of deliveries for everywhere, or of nowhere else. */
  saysEverywhere: boolean;
  languages: Set<DraftLanguage>;
}

/** Products that are held; some 10 MB. */
const MOST_PRODUCTS = 20_000;

/** Countries that shoppers ask for. */
export const ASKED_COUNTRIES = [
  ...['US', 'CA', 'MX', 'BR', 'AR', 'CL', 'CO', 'GB', 'IE', 'FR', 'DE', 'ES', 'PT', 'IT', 'NL', 'BE', 'CH'],
  ...['AT', 'SE', 'NO', 'DK', 'FI', 'PL', 'GR', 'TR', 'JP', 'KR', 'CN', 'IN', 'AU', 'NZ', 'ZA', 'EG', 'MA'],
];

const EVERYWHERE =
  /\b(?:worldwide|international(?:ly)?|abroad|overseas|any(?:where| country)|every country|all countries|all over the world|europe|EU|european union|other countries|rest of the world|only (?:ship|deliver|within|in|to)|(?:ship|deliver)\w* only|cannot ship|do(?:n['’]t| not) ship|outside|todo el mundo|internacional(?:es|mente)?|extranjero|cualquier país|otros países|resto del mundo|europa|UE|unión europea|solo (?:enviamos|entregamos|dentro)|sólo (?:enviamos|entregamos|dentro)|fuera de)\b/iu;

/** Gathers what is needed while pages are read one by one. */
export function makeCatalog(): { catalog: Catalog; add: (page: Page) => void } {
  const catalog: Catalog = {
    products: [],
    attributes: new Map(),
    cut: false,
    countries: new Set(),
    saysEverywhere: false,
    languages: new Set(),
  };
  const known = new Set<string>();
  const names = countryNames();
  return {
    catalog,
    add({ url, language, text, product }) {
      catalog.languages.add(language);
      if (product === null) {
        catalog.saysEverywhere ||= EVERYWHERE.test(text);
        for (const [code, pattern] of names) if (pattern.test(text)) catalog.countries.add(code);
        return;
      }
      if (known.has(product.sku)) return;
      if (known.size >= MOST_PRODUCTS) {
        catalog.cut = true;
        return;
      }
      known.add(product.sku);
      const { sku, name, category, price, currency, availability, attributes } = product;
      const leaf = narrowest(category);
      for (const [attribute, values] of Object.entries(attributes)) {
        const stated = catalog.attributes.get(attribute) ?? { products: new Map(), words: new Set<string>() };
        if (values.length > 0) stated.products.set(leaf ?? '', (stated.products.get(leaf ?? '') ?? 0) + 1);
        for (const word of values
          .join(' ')
          .toLowerCase()
          .split(/\P{L}+/u))
          stated.words.add(word);
        catalog.attributes.set(attribute, stated);
      }
      catalog.products.push({
        ...{ url, language, sku, name, category: leaf, price, currency, availability, attributes },
      });
    },
  };
}

/** Of `Clothing > Jackets`: `Jackets`. */
export function narrowest(category: string | null): string | null {
  return category?.split(' > ').at(-1)?.trim() || null;
}

export function countryName(code: string, language: DraftLanguage): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}

function countryNames(): [string, RegExp][] {
  const short: Record<string, string[]> = {
    US: ['USA', 'U\\.S\\.', 'America', 'EE\\. ?UU\\.'],
    GB: ['UK', 'Britain', 'England'],
  };
  return ASKED_COUNTRIES.map((code) => {
    const names = [countryName(code, 'en'), countryName(code, 'es'), ...(short[code] ?? [])];
    return [code, new RegExp(`(?<!\\p{L})(?:${names.join('|')})(?!\\p{L})`, 'iu')];
  });
}
