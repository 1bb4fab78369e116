/** What a document is, told from its source: a shop page, a policy, a FAQ, a product, or a file. */
export type DocumentKind = 'page' | 'policy' | 'faq' | 'product' | 'file';

/** A document that is true of its day, such as a blog post or a piece of news: its prices and offers are not today's. */
export type DocumentGenre = 'article';

/** Who wrote a passage. What customers write (reviews, questions, comments) is opinion, never a policy or a fact. */
export type Voice = 'store' | 'customer';

/** Whether a product can be bought; schema.org's ItemAvailability in few words. */
export type Availability =
  | 'in_stock'
  | 'out_of_stock'
  | 'preorder'
  | 'backorder'
  | 'discontinued'
  | 'unknown';

/** One buyable version of a product, such as a size in a color. Prices are in the product's currency. */
export interface Variant {
  sku: string;
  /** Names in lower case, such as `color` and `size`. */
  attributes: Record<string, string>;
  price: number | null;
  availability: Availability;
}

/** The facts of one product, as its page's structured data or its feed rows state them. */
export interface ProductFacts {
  sku: string;
  gtin: string | null;
  name: string;
  brand: string | null;
  /** Broad to narrow, joined by ` > `. */
  category: string | null;
  /** The lowest current price of its variants, in `currency`; null when none is stated. */
  price: number | null;
  /** The highest current price of its variants; equals `price` when all cost the same. */
  priceMax: number | null;
  /** The price before a sale; null when the product is not on sale. */
  listPrice: number | null;
  /** ISO 4217, upper case. */
  currency: string | null;
  availability: Availability;
  /** Mean rating on a scale to 5. */
  rating: number | null;
  ratingCount: number | null;
  image: string | null;
  url: string;
  /** Every value of every attribute, names in lower case: `{ color: ['red', 'blue'], material: ['wool'] }`. */
  attributes: Record<string, string[]>;
  variants: Variant[];
  /** When the source stated these facts, ISO 8601. */
  asOf: string;
}

/**
 * How the lines of a passage are made: running text; table rows that name their columns
 * (`Region: Canada; Time: 5–7 days`); or product facts (`Price: $129.00`), one a line.
 */
export type PassageShape = 'prose' | 'rows' | 'facts';
