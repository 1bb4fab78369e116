import { products } from '../data/products.ts';
import type { JournalPost } from '../data/types.ts';
import { renderBlocks } from './blocks.ts';
import { escapeHtml, jsonLd } from './html.ts';
import { breadcrumbs, renderPage } from './page.ts';
import { carousel } from './product-card.ts';

/** A journal article with its BlogPosting markup. */
export function renderJournalPost(baseUrl: string, post: JournalPost): string {
  const trail = breadcrumbs(baseUrl, 'en', [
    { name: 'Journal', path: '/journal' },
    { name: post.title, path: post.path },
  ]);
  const posting = {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: post.title,
    datePublished: post.published,
    author: { '@type': 'Person', name: post.author },
    mainEntityOfPage: baseUrl + post.path,
  };
  const sections = post.sections.map(
    (section) => `<h2 id="${section.id}">${escapeHtml(section.heading)}</h2>${renderBlocks(section.blocks)}`,
  );
  return renderPage(baseUrl, {
    path: post.path,
    title: post.title,
    description: post.summary,
    bodyClass: 'template-article',
    head: `${trail.script}${jsonLd(posting)}`,
    body: `${trail.html}<main id="main" class="narrow"><article class="rte"><header><h1>${escapeHtml(post.title)}</h1><p class="updated">By ${escapeHtml(post.author)}, <time datetime="${post.published}">${post.published}</time></p></header>
<p class="lede">${escapeHtml(post.summary)}</p>${sections.join('\n')}
<div class="share">Share: <a href="https://social.example/share" rel="nofollow">Post</a></div></article></main>
${carousel('Shop the story', products.filter((product) => product.category === 'tents').slice(0, 3))}`,
  });
}

/** The pages behind robots.txt (cart, account, search), which hold nothing to learn. */
export function renderShopTool(baseUrl: string, path: string, title: string, text: string): string {
  return renderPage(baseUrl, {
    path,
    title,
    description: text,
    noindex: true,
    body: `<main id="main" class="narrow"><h1>${title}</h1><p>${text}</p><p><a class="btn" href="/collections/all">Keep browsing</a></p></main>`,
  });
}

/** What is answered for a path that the shop does not have. */
export function renderNotFound(baseUrl: string): string {
  return renderPage(baseUrl, {
    path: '/404',
    title: 'Page not found',
    description: 'This page is gone or never was.',
    noindex: true,
    body: `<main id="main" class="narrow"><h1>Off the map</h1><p>This page is gone or never was. Try the <a href="/help">help center</a> or <a href="/collections/all">all products</a>.</p></main>
${carousel('Bestsellers', products.filter((product) => product.rating >= 4.8).slice(0, 4))}`,
  });
}
