import { describe, expect, it } from 'vitest';
import { extractPage } from './extract-page.ts';
import { parsePage } from './parse-page.ts';

const genre = (url: string, head = '', above = '') =>
  extractPage(
    parsePage(
      `<html lang="en"><head><title>Ten tents | Shop</title>${head}</head><body><main><header><h1>Ten tents</h1>${above}</header><p>This tent costs $199 this week, and we have twenty of them in our shop in town.</p></main></body></html>`,
    ),
    { url, fetchedAt: '2026-11-22T09:00:00Z' },
  )?.genre ?? null;

const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const posting = { '@type': 'BlogPosting', headline: 'Ten tents', datePublished: '2024-03-01' };
const openGraph =
  '<meta property="og:type" content="article"><meta property="article:published_time" content="2024-03-01">';

describe('the genre of a page', () => {
  it.each([
    'https://shop.example/blog/ten-tents',
    'https://shop.example/blogs/news/ten-tents',
    'https://shop.example/journal/ten-tents',
    'https://shop.example/news',
    'https://shop.example/press/ten-tents',
    'https://shop.example/es/noticias/diez-tiendas',
    'https://shop.example/revista/diez-tiendas',
    'https://shop.example/2024/03/ten-tents',
    'https://blog.shop.example/ten-tents',
  ])('is an article by its address: %s', (url) => {
    expect(genre(url)).toBe('article');
  });

  it('is an article by its structured data, Open Graph or the date by its heading', () => {
    const url = 'https://shop.example/pages/ten-tents';
    expect(genre(url, ld(posting))).toBe('article');
    expect(genre(url, ld({ '@graph': [{ ...posting, '@type': 'NewsArticle', headline: 'x', url }] }))).toBe(
      'article',
    );
    expect(genre(url, ld({ ...posting, '@type': 'Article' }))).toBe('article');
    expect(genre(url, openGraph)).toBe('article');
    expect(genre(url, '', '<time class="entry-date published" datetime="2024-03-01">1 March</time>')).toBe(
      'article',
    );
  });

  it.each([
    ['https://shop.example/pages/about', ''],
    ['https://shop.example/', ld(posting)],
    ['https://shop.example/policies/shipping-policy', openGraph],
    ['https://shop.example/returns', ld({ ...posting, '@type': 'Article' })],
    ['https://shop.example/collections/journal', ''],
    ['https://shop.example/category/magazine', ''],
    ['https://shop.example/pages/about', ld({ ...posting, headline: 'Another story', url: '/blog/other' })],
    ['https://shop.example/pages/about', '<meta property="og:type" content="article">'],
  ])('is none where only its template or a link says so: %s', (url, head) => {
    expect(genre(url, head)).toBe(null);
  });
});
