import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { helpPages } from './data/help-pages.ts';
import { journal } from './data/journal.ts';
import { products } from './data/products.ts';
import { makeSite, redirects } from './site.ts';

const base = 'https://store.example';
const site = makeSite(base);
const parsed = new Map<string, ReturnType<typeof load>>();
function html(path: string): ReturnType<typeof load> {
  const page = parsed.get(path) ?? load(site.get(path)?.render() ?? '');
  parsed.set(path, page);
  return page;
}
const pages = [...site]
  .filter(([, resource]) => resource.contentType.startsWith('text/html'))
  .map(([path]) => path);

/** Paths that a page links to, sends forms to, or names as picture, script or style. */
function targets(path: string): string[] {
  const $ = html(path);
  return $('[href],[src],[action]')
    .map((_, element) => element.attribs.href ?? element.attribs.src ?? element.attribs.action ?? '')
    .get()
    .map((href) => new URL(href, base + path))
    .filter((url) => url.origin === base)
    .map((url) => url.pathname);
}

function sitemapPaths(path: string): string[] {
  const $ = load(site.get(path)?.render() ?? '', { xml: true });
  return $('loc')
    .map((_, element) => new URL($(element).text()).pathname)
    .get();
}

describe('the sample store', () => {
  it('has the pages of a real shop', () => {
    expect(products.length).toBeGreaterThanOrEqual(40);
    expect(helpPages.filter((page) => page.locale === 'en').length).toBeGreaterThanOrEqual(14);
    expect(helpPages.filter((page) => page.locale === 'es').length).toBeGreaterThanOrEqual(4);
    expect(journal.length).toBeGreaterThan(0);
  });

  it('links only to what it serves, anchors included', () => {
    const broken = pages.flatMap((path) =>
      targets(path)
        .filter((target) => !site.has(redirects.get(target) ?? target))
        .map((target) => `${path} -> ${target}`),
    );
    expect(broken).toEqual([]);
    const lost = pages.flatMap((path) => {
      const $ = html(path);
      return $('a[href*="#"]')
        .map((_, element) => new URL($(element).attr('href') ?? '', base + path))
        .get()
        .filter((url) => html(url.pathname)(`[id="${url.hash.slice(1)}"]`).length !== 1)
        .map((url) => `${path} -> ${url.href}`);
    });
    expect(lost).toEqual([]);
  });

  it('gives no two elements of a page one id', () => {
    for (const path of pages) {
      const ids = html(path)('[id]')
        .map((_, element) => element.attribs.id)
        .get();
      expect(new Set(ids).size, path).toBe(ids.length);
    }
  });

  it('lists every page in its sitemaps but tools, further list pages and the page that only links know', () => {
    const maps = sitemapPaths('/sitemap.xml');
    expect(maps).toEqual(['/sitemaps/pages.xml', '/sitemaps/products.xml']);
    const listed = maps.flatMap(sitemapPaths);
    const left = ['/cart', '/account', '/search', '/pages/bulk-orders'];
    const expected = pages.filter((path) => !left.includes(path) && !path.includes('/page/'));
    expect(listed.toSorted()).toEqual(expected.toSorted());
  });

  it('has one page that only the sitemap knows and one that only links know', () => {
    const linked = new Set(pages.flatMap((path) => targets(path).filter((target) => target !== path)));
    const orphans = pages.filter((path) => !linked.has(path));
    expect(orphans).toEqual(['/pages/gear-swap-day']);
    expect(linked.has('/pages/bulk-orders')).toBe(true);
  });

  it('marks language and translations both ways', () => {
    for (const page of helpPages) {
      const $ = html(page.path);
      expect($('html').attr('lang'), page.path).toBe(page.locale);
      if (page.translation === undefined) continue;
      const other = page.locale === 'es' ? 'en' : 'es';
      expect($(`link[hreflang=${other}]`).attr('href')).toBe(base + page.translation);
      expect(html(page.translation)(`link[hreflang=${page.locale}]`).attr('href')).toBe(base + page.path);
    }
    expect(helpPages.filter((page) => page.locale === 'es').every((page) => page.translation)).toBe(true);
  });

  it('makes every absolute URL of its own from the base', () => {
    for (const path of pages) {
      const canonical = html(path)('link[rel=canonical]').attr('href');
      if (canonical !== undefined) expect(canonical).toBe(base + path);
    }
    expect(site.get('/robots.txt')?.render()).toContain(`Sitemap: ${base}/sitemap.xml`);
  });

  it('says a number of days for returns that is the same wherever it is said', () => {
    const said = pages.flatMap((path) => {
      const $ = load(site.get(path)?.render() ?? '');
      $('.reviews').remove();
      const text = $('body').text();
      return [
        ...text.matchAll(
          /(\d+)(?:-day (?:returns|return policy|\s*return window)| days from (?:the day of )?delivery|\s*días desde la entrega)/g,
        ),
      ];
    });
    expect(said.length).toBeGreaterThan(40);
    expect(new Set(said.map((match) => match[1]))).toEqual(new Set(['60', '30']));
  });

  it('numbers tables so that each row has a cell for each column', () => {
    for (const path of pages) {
      const $ = html(path);
      $('table:has(thead)').each((_, table) => {
        const columns = $(table).find('thead th').length;
        $(table)
          .find('tbody tr')
          .each((__, row) => expect($(row).children().length, `${path}: ${$(row).text()}`).toBe(columns));
      });
    }
  });
});
