import { helpPages } from '../data/help-pages.ts';
import { journal } from '../data/journal.ts';
import { products } from '../data/products.ts';
import { categories, shop } from '../data/shop.ts';
import type { Locale, Product } from '../data/types.ts';
import { escapeHtml, jsonLd } from './html.ts';
import { breadcrumbs, renderPage } from './page.ts';
import { carousel, productCard, recentlyViewed } from './product-card.ts';

/** Products shown on one page of a collection. */
export const pageSize = 18;

/** A page of a collection: filters that do nothing without a script, cards, and links to the other pages. */
export function renderCollection(
  baseUrl: string,
  collection: { path: string; name: string; blurb: string; products: Product[]; page: number },
): string {
  const { path, page } = collection;
  const pages = Math.ceil(collection.products.length / pageSize);
  const shown = collection.products.slice((page - 1) * pageSize, page * pageSize);
  const pathOf = (number: number) => (number === 1 ? path : `${path}/page/${number}`);
  const trail = breadcrumbs(baseUrl, 'en', [{ name: collection.name, path: pathOf(page) }]);
  const colors = [...new Set(collection.products.flatMap((product) => product.colors))].sort();
  const filters = colors.map(
    (color) =>
      `<li><label><input type="checkbox" name="color" value="${escapeHtml(color)}"> ${escapeHtml(color)}</label></li>`,
  );
  const links = Array.from({ length: pages }, (_, index) => index + 1).map((number) =>
    number === page
      ? `<span aria-current="page">${number}</span>`
      : `<a href="${pathOf(number)}"${number === page + 1 ? ' rel="next"' : ''}>${number}</a>`,
  );
  return renderPage(baseUrl, {
    path: pathOf(page),
    title: page === 1 ? collection.name : `${collection.name}, page ${page}`,
    description: collection.blurb,
    bodyClass: 'template-collection',
    head: trail.script,
    body: `${trail.html}
<div class="with-sidebar"><aside class="sidebar filters"><details><summary>Color</summary><ul>${filters.join('')}</ul></details></aside>
<main id="main"><h1>${escapeHtml(collection.name)}</h1><p>${escapeHtml(collection.blurb)}</p><p class="count">${collection.products.length} products</p>
<div class="grid">${shown.map(productCard).join('\n')}</div>
${pages > 1 ? `<nav class="pagination" aria-label="Pages">${links.join(' ')}</nav>` : ''}</main></div>`,
  });
}

/** The home page, in English or in Spanish. */
export function renderHome(baseUrl: string, locale: Locale): string {
  const es = locale === 'es';
  const sale = products.filter((product) => product.salePrice).slice(0, 6);
  const best = products.filter((product) => product.rating >= 4.7).slice(0, 6);
  const tiles = categories.map(
    (category) => `<li><a href="/collections/${category.slug}">${escapeHtml(category.name)}</a></li>`,
  );
  const help = helpPages.filter((page) => page.locale === locale && page.foundBy === undefined);
  return renderPage(baseUrl, {
    path: es ? '/es' : '/',
    title: es ? 'Material de montaña' : shop.tagline,
    description: es
      ? 'Ropa, botas, mochilas y tiendas para caminar lejos.'
      : 'Jackets, boots, packs and tents for going far on foot.',
    locale,
    alternates: { en: '/', es: '/es' },
    bodyClass: 'template-index',
    head: jsonLd({
      '@context': 'https://schema.org',
      '@type': 'Organization',
      name: shop.name,
      url: baseUrl,
      telephone: shop.phone,
      email: shop.email,
    }),
    body: `<main id="main"><section class="hero hero--home"><h1>${es ? 'Material para el camino largo' : escapeHtml(shop.tagline)}</h1><p>${es ? 'Lo probamos, lo reparamos y lo enviamos desde Bend, en Oregón.' : 'We test it, we mend it, and we send it from Bend, Oregon.'}</p><a class="btn" href="/collections/all">${es ? 'Ver todo' : 'Shop all'}</a></section>
${carousel(es ? 'Ofertas' : 'On sale now', sale)}
<ul class="tiles">${tiles.join('')}</ul>
${carousel(es ? 'Lo más vendido' : 'Bestsellers', best)}
${es ? `<section><h2>Ayuda en español</h2><ul>${help.map((page) => `<li><a href="${page.path}">${escapeHtml(page.title)}</a></li>`).join('')}</ul></section>` : ''}</main>${recentlyViewed()}`,
  });
}

/** The help center: a list of all help pages. */
export function renderHelpHub(baseUrl: string): string {
  const pages = helpPages.filter((page) => page.locale === 'en' && page.foundBy === undefined);
  const trail = breadcrumbs(baseUrl, 'en', [{ name: 'Help', path: '/help' }]);
  return renderPage(baseUrl, {
    path: '/help',
    title: 'Help Center',
    description: 'Everything about orders, shipping, returns, repairs and sizes.',
    head: trail.script,
    body: `${trail.html}<main id="main" class="narrow"><h1>Help Center</h1><ul class="hub">${pages.map((page) => `<li><a href="${page.path}"><strong>${escapeHtml(page.title)}</strong><span>${escapeHtml(page.description)}</span></a></li>`).join('\n')}</ul></main>`,
  });
}

/** The journal's list of posts. */
export function renderJournalIndex(baseUrl: string): string {
  return renderPage(baseUrl, {
    path: '/journal',
    title: 'Journal',
    description: 'Notes from the bench and the trail.',
    body: `<main id="main" class="narrow"><h1>Journal</h1>${journal.map((post) => `<article class="teaser"><h2><a href="${post.path}">${escapeHtml(post.title)}</a></h2><p class="updated"><time datetime="${post.published}">${post.published}</time> · ${escapeHtml(post.author)}</p><p>${escapeHtml(post.summary)}</p></article>`).join('\n')}</main>`,
  });
}
