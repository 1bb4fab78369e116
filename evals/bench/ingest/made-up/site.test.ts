import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from './page.ts';
import { makeMadeUpSite } from './site.ts';

const origin = 'http://127.0.0.1:1';
const site = makeMadeUpSite(60, origin);
const pages = site.paths.map((path) => site.page(path));

describe('makeMadeUpSite', () => {
  it('makes as many pages as asked, each with a path of its own', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 3000 }), (count) => {
        const { paths } = makeMadeUpSite(count, origin);
        expect([paths.length, new Set(paths).size]).toEqual([count, count]);
      }),
      { numRuns: 20 },
    );
  });

  it('makes the same bytes every time', () => {
    const again = makeMadeUpSite(60, origin);
    expect(again.paths.map((path) => again.page(path))).toEqual(pages);
  });

  it('says on each page what is stated of it, and each fact on no other page', () => {
    const texts = pages.map(({ html }) => textOf(html).toLowerCase());
    for (const [at, { facts }] of pages.entries()) {
      for (const { parts } of facts) {
        const holders = texts.flatMap((text, holder) =>
          parts.every((part) => text.includes(part.toLowerCase())) ? [holder] : [],
        );
        expect(holders, parts.join(' | ')).toEqual([at]);
      }
    }
    expect(new Set(pages.flatMap(({ facts }) => facts.map(({ kind }) => kind))).size).toBe(4);
  });

  it('holds the hidden texts once each, some of them orders', () => {
    const hidden = pages.flatMap((page) => page.hidden.map((each) => ({ ...each, html: page.html })));
    expect(hidden.every(({ html, text }) => html.split(text).length === 2)).toBe(true);
    expect(hidden.some(({ isOrder }) => isOrder)).toBe(true);
  });

  it('has a page with a line that can be edited, and stands alone', () => {
    const page = pages.find(({ editable }) => editable !== null);
    expect(page?.html.split(`<p>${page.editable}</p>`)).toHaveLength(2);
  });

  it('links every page from the sitemap and from the pages', () => {
    const sitemap = site.files.get('/sitemap.xml')?.body ?? '';
    const linked = new Set(
      pages.flatMap(({ html }) => [...html.matchAll(/href="([^"]+)"/g)].map((m) => m[1])),
    );
    for (const path of site.paths) {
      expect(sitemap).toContain(`<loc>${origin}${path}</loc>`);
      expect(linked.has(path), path).toBe(true);
    }
  });

  it('refuses a shop too small to have pages of each kind, and a path that is none', () => {
    expect(() => makeMadeUpSite(19, origin)).toThrow('at least 20 pages');
    expect(() => site.page('/nothing')).toThrow('/nothing');
  });
});
