/** A table of a help page. Cells hold inline markup (see `render/html.ts`). */
export interface TableBlock {
  table: { caption?: string; head: string[]; rows: string[][] };
}

/**
 * One block of running content. A string is a paragraph; `list` is bulleted unless `ordered`; `terms` is a
 * definition list; `note` is a highlighted remark.
 */
export type Block =
  | string
  | { list: string[]; ordered?: boolean }
  | { terms: [term: string, definition: string][] }
  | { note: string }
  | TableBlock;

/** A heading with its blocks; `id` is its anchor. */
interface PageSection {
  id: string;
  heading: string;
  blocks: Block[];
}

export type Locale = 'en' | 'es';

/** How a help page is laid out: real shops mix several templates over the years, and so does this one. */
type HelpLayout = 'article' | 'accordion' | 'definitions' | 'faq';

/** A help, policy or company page. */
export interface HelpPage {
  path: string;
  locale: Locale;
  title: string;
  /** The meta description. */
  description: string;
  layout: HelpLayout;
  /** `YYYY-MM-DD`; also the page's Last-Modified. */
  updated: string;
  intro: Block[];
  sections: PageSection[];
  /** The same page in the other language. */
  translation?: string;
  /** How the page is found: by links and the sitemap unless it says otherwise. */
  foundBy?: 'sitemap' | 'links';
}

/** A shopper's review. What it claims about prices and policies may be wrong, as on real shops. */
export interface Review {
  author: string;
  rating: number;
  date: string;
  title: string;
  text: string;
}

/** Which shape of schema.org markup the product's page carries. */
type MarkupShape = 'group' | 'offers' | 'aggregate' | 'single' | 'graph';

export interface Product {
  /** The last part of its path, `/products/<handle>`. */
  handle: string;
  /** The product's SKU; its variants' SKUs begin with it. */
  sku: string;
  name: string;
  brand: string;
  /** The collection that it belongs to. */
  category: CategorySlug;
  /** Broad to narrow, joined by ` > `. */
  productType: string;
  /** USD, before any sale. */
  price: number;
  /** USD; present when it is on sale. */
  salePrice?: number;
  /** USD added for a size, such as a long sleeping bag. */
  surcharges?: Record<string, number>;
  colors: string[];
  /** Empty when it comes in one size only. */
  sizes: string[];
  /** Sold-out variants: `all`, a size, a color or `color/size`. */
  soldOut?: string[];
  /** The month and day when a product that can be ordered ahead will ship, `YYYY-MM-DD`. */
  preorder?: string;
  material: string;
  summary: string;
  description: string[];
  features: string[];
  specs: [name: string, value: string][];
  care: string;
  rating: number;
  ratingCount: number;
  reviews: Review[];
  markup: MarkupShape;
  /** `YYYY-MM-DD`. */
  updated: string;
  finalSale?: boolean;
}

export type CategorySlug =
  | 'jackets'
  | 'fleece'
  | 'boots'
  | 'shoes'
  | 'socks'
  | 'backpacks'
  | 'tents'
  | 'sleeping-bags'
  | 'sleeping-pads'
  | 'stoves'
  | 'bottles'
  | 'headlamps'
  | 'trekking-poles'
  | 'gloves'
  | 'kids'
  | 'dog-gear';

/** A journal article (the shop's blog). What it says was true on its date only. */
export interface JournalPost {
  path: string;
  title: string;
  author: string;
  published: string;
  summary: string;
  sections: PageSection[];
}
