import { fileURLToPath } from 'node:url';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { products } from '../../ingest/sample-store/data/products.ts';
import { makeSite } from '../../ingest/sample-store/site.ts';
import { readAll } from '../suite.ts';
import { readSuite } from '../suite-file/read-suite.ts';
import { isGrounded } from '../testing/is-grounded.ts';

const base = 'https://store.example';
const suite = await readSuite(fileURLToPath(new URL('sample-store.yaml', import.meta.url)));
const cases = await readAll(suite.cases);
const site = makeSite(base);

/** What a page itself says: no menus, no other products. */
const pages = [...site]
  .filter(([, resource]) => resource.contentType.startsWith('text/html'))
  .map(([path, resource]) => {
    const $ = load(resource.render());
    $(
      'script, style, header, footer, .announcement, .cookie, .modal, .carousel, .sidebar, .reviews',
    ).remove();
    $('td, th, li, p, dd, dt, h1, h2, h3, option, label').append(' ');
    return { url: base + path, text: $('body').text() };
  });

describe('the sample suite', () => {
  it('has at least 80 cases, 50 to answer and 20 to abstain from', () => {
    const abstain = cases.filter((entry) => entry.expect.status?.includes('abstained'));
    expect(cases.length).toBeGreaterThanOrEqual(80);
    expect(cases.length - abstain.length).toBeGreaterThanOrEqual(50);
    expect(abstain.length).toBeGreaterThanOrEqual(20);
  });

  it('expects only what the pages that it names say', () => {
    expect(cases.filter((entry) => !isGrounded(entry, pages)).map((entry) => entry.id)).toEqual([]);
  });

  it('expects only products that the store has', () => {
    const skus = new Set(products.map((product) => product.sku));
    const unknown = cases.flatMap((entry) => entry.expect.products ?? []).filter((sku) => !skus.has(sku));
    expect(unknown).toEqual([]);
  });

  it('tags every case', () => {
    expect(cases.filter((entry) => entry.tags.length === 0).map((entry) => entry.id)).toEqual([]);
  });
});
