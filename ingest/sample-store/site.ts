import { catalogCsv } from './catalog-csv.ts';
import { helpPages } from './data/help-pages.ts';
import { journal } from './data/journal.ts';
import { products } from './data/products.ts';
import { categories } from './data/shop.ts';
import type { Product } from './data/types.ts';
import { script, stylesheet } from './render/assets.ts';
import { renderHelpPage } from './render/help-page.ts';
import { markImage, productImage } from './render/image.ts';
import {
  pageSize,
  renderCollection,
  renderHelpHub,
  renderHome,
  renderJournalIndex,
} from './render/listing-pages.ts';
import { renderJournalPost, renderShopTool } from './render/plain-pages.ts';
import { renderProductPage } from './render/product-page.ts';
import { robotsTxt, sitemap, sitemapIndex } from './render/sitemap.ts';

/** Something that the shop serves at a path. */
export interface Resource {
  contentType: string;
  /** `YYYY-MM-DD`. */
  updated: string;
  render(): string;
  /** Which sitemap lists it; none for assets, tools and pages that only links know. */
  sitemap?: 'pages' | 'products';
}

const html = 'text/html; charset=utf-8';
const svg = 'image/svg+xml';

/** Paths that the shop has given up, and where they lead now. */
export const redirects: ReadonlyMap<string, string> = new Map([
  ['/pages/shipping', '/help/shipping'],
  ['/pages/returns', '/help/returns'],
]);

/**
 * All that the shop serves, by path. Nothing is rendered until it is asked for.
 * @param baseUrl the origin that absolute URLs begin with, without a trailing slash
 */
export function makeSite(baseUrl: string): Map<string, Resource> {
  const site = new Map<string, Resource>();
  const newest = latest(products.map((product) => product.updated));
  const add = (
    path: string,
    updated: string,
    render: () => string,
    map?: 'pages' | 'products',
    contentType = html,
  ) => site.set(path, { contentType, updated, render, ...(map ? { sitemap: map } : {}) });

  add('/', newest, () => renderHome(baseUrl, 'en'), 'pages');
  add('/es', newest, () => renderHome(baseUrl, 'es'), 'pages');
  add('/help', latest(helpPages.map((page) => page.updated)), () => renderHelpHub(baseUrl), 'pages');
  for (const page of helpPages) {
    add(
      page.path,
      page.updated,
      () => renderHelpPage(baseUrl, page),
      page.foundBy === 'links' ? undefined : 'pages',
    );
  }
  add('/journal', latest(journal.map((post) => post.published)), () => renderJournalIndex(baseUrl), 'pages');
  for (const post of journal) add(post.path, post.published, () => renderJournalPost(baseUrl, post), 'pages');
  for (const collection of collections()) {
    const updated = latest(collection.products.map((product) => product.updated));
    for (let page = 1; page <= Math.ceil(collection.products.length / pageSize); page += 1) {
      const path = page === 1 ? collection.path : `${collection.path}/page/${page}`;
      add(
        path,
        updated,
        () => renderCollection(baseUrl, { ...collection, page }),
        page === 1 ? 'pages' : undefined,
      );
    }
  }
  for (const product of products) {
    add(
      `/products/${product.handle}`,
      product.updated,
      () => renderProductPage(baseUrl, product),
      'products',
    );
    add(`/images/${product.handle}.svg`, product.updated, () => productImage(product), undefined, svg);
  }
  for (const [path, title, text] of shopTools)
    add(path, newest, () => renderShopTool(baseUrl, path, title, text));
  add('/assets/style.css', newest, () => stylesheet, undefined, 'text/css; charset=utf-8');
  add('/assets/shop.js', newest, () => script, undefined, 'text/javascript; charset=utf-8');
  add('/images/og.svg', newest, markImage, undefined, svg);
  add('/images/pixel.svg', newest, () => '<svg xmlns="http://www.w3.org/2000/svg"/>\n', undefined, svg);
  add('/catalog.csv', newest, () => catalogCsv(baseUrl), undefined, 'text/csv; charset=utf-8');
  add('/robots.txt', newest, () => robotsTxt(baseUrl), undefined, 'text/plain; charset=utf-8');
  addSitemaps(site, baseUrl);
  return site;
}

const shopTools = [
  ['/cart', 'Your cart', 'Your cart is empty.'],
  ['/account', 'Sign in', 'Sign in to see your orders.'],
  ['/search', 'Search', 'Type what you are looking for.'],
] as const;

function collections(): { path: string; name: string; blurb: string; products: Product[] }[] {
  return [
    { path: '/collections/all', name: 'All products', blurb: 'Everything we carry.', products },
    {
      path: '/collections/sale',
      name: 'Sale',
      blurb: 'Marked down while they last.',
      products: products.filter((product) => product.salePrice !== undefined),
    },
    ...categories.map(({ slug, name, blurb }) => ({
      path: `/collections/${slug}`,
      name,
      blurb,
      products: products.filter((product) => product.category === slug),
    })),
  ];
}

function addSitemaps(site: Map<string, Resource>, baseUrl: string): void {
  const xml = 'application/xml; charset=utf-8';
  const listed = (name: 'pages' | 'products') =>
    [...site]
      .filter(([, resource]) => resource.sitemap === name)
      .map(([path, { updated }]) => ({ path, updated }));
  const maps = (['pages', 'products'] as const).map((name) => {
    const entries = listed(name);
    return { path: `/sitemaps/${name}.xml`, updated: latest(entries.map((entry) => entry.updated)), entries };
  });
  for (const map of maps) {
    site.set(map.path, {
      contentType: xml,
      updated: map.updated,
      render: () => sitemap(baseUrl, map.entries),
    });
  }
  site.set('/sitemap.xml', {
    contentType: xml,
    updated: latest(maps.map((map) => map.updated)),
    render: () => sitemapIndex(baseUrl, maps),
  });
}

function latest(dates: string[]): string {
  return dates.toSorted().at(-1) ?? '';
}
