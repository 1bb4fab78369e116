import { expect, it } from 'vitest';
import { makeSite, type Resource } from './site.ts';
import { siteHash } from './site-hash.ts';

const URL_OF_SHOP = 'http://127.0.0.1:8788';

it('is the same for the same pages, whenever it is asked for', () => {
  expect(siteHash(makeSite(URL_OF_SHOP))).toBe(siteHash(makeSite(URL_OF_SHOP)));
});

it.each<[string, (site: Map<string, Resource>, page: Resource) => unknown]>([
  ['another text', (site, page) => site.set('/help/returns', { ...page, render: () => 'Keep it.' })],
  ['another date', (site, page) => site.set('/help/returns', { ...page, updated: '2027-01-01' })],
  ['another type', (site, page) => site.set('/help/returns', { ...page, contentType: 'text/plain' })],
  ['a page more', (site, page) => site.set('/help/new', page)],
  ['a page less', (site) => site.delete('/help/returns')],
])('is another one for %s', (_, change) => {
  const site = makeSite(URL_OF_SHOP);
  const page = site.get('/help/returns') ?? expect.unreachable('no such page');
  change(site, page);
  expect(siteHash(site)).not.toBe(siteHash(makeSite(URL_OF_SHOP)));
});
