import { describe, expect, it } from 'vitest';
import { extractPage } from './extract-page.ts';
import { serverDate, statedDate } from './page-date.ts';
import { parsePage } from './parse-page.ts';

const fetchedAt = '2026-11-22T09:00:00.000Z';
const dateOf = (head: string) =>
  extractPage(
    parsePage(
      `<html lang="en"><head><title>Returns</title>${head}</head><body><main><h1>Returns</h1><p>Items can be returned within 30 days of their delivery, unworn and with all labels.</p></main></body></html>`,
    ),
    { url: 'https://shop.example/returns', fetchedAt },
  )?.modifiedAt;
const jsonLd = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const meta = (property: string, content: string) => `<meta property="${property}" content="${content}">`;

describe('the date of a page', () => {
  it('is when it was last changed, else published, by its structured data or its head', () => {
    const page = {
      '@type': 'WebPage',
      datePublished: '2024-02-03',
      dateModified: '2025-04-05T10:00:00+02:00',
    };
    expect(dateOf(jsonLd(page))).toBe('2025-04-05T08:00:00.000Z');
    expect(dateOf(jsonLd({ '@type': 'Article', datePublished: '2024-02-03' }))).toBe(
      '2024-02-03T00:00:00.000Z',
    );
    expect(dateOf(meta('article:modified_time', '2025-01-02'))).toBe('2025-01-02T00:00:00.000Z');
    expect(dateOf(meta('article:published_time', '2024-01-02'))).toBe('2024-01-02T00:00:00.000Z');
  });

  it('is unknown where nothing, an offer alone, nonsense, or the moment of the request is stated', () => {
    expect(dateOf('')).toBeUndefined();
    expect(dateOf(jsonLd({ '@type': 'Review', datePublished: '2024-02-03' }))).toBeUndefined();
    for (const dateModified of ['soon', '2026-13-40', '0001-01-01', fetchedAt, '2027-01-01'])
      expect(dateOf(jsonLd({ '@type': 'WebPage', dateModified }))).toBeUndefined();
  });
});

describe('statedDate', () => {
  it.each([
    ['Last updated: 3 March 2026', '2026-03-03'],
    ['This policy was last updated on March 3rd, 2026.', '2026-03-03'],
    ['Effective January 15, 2025', '2025-01-15'],
    ['Updated 2025-06-30', '2025-06-30'],
    ['Last revised Sept. 2024', '2024-09-01'],
    ['Última actualización: 5 de mayo de 2026', '2026-05-05'],
    ['Actualizado el 12 de diciembre de 2025', '2025-12-12'],
    ['Vigente desde enero de 2026', '2026-01-01'],
  ])('reads %s', (text, date) => expect(statedDate(`Returns\n${text}\n`)).toBe(`${date}T00:00:00.000Z`));

  it.each([
    'Delivered on 3 March 2026',
    'Updated daily',
    'Last updated: 03/04/2026',
    'Updated 3 Foo 2026',
    '',
  ])('reads none in %j', (text) => expect(statedDate(text)).toBeNull());
});

describe('serverDate', () => {
  it('takes a Last-Modified of some age', () => {
    expect(serverDate('Mon, 02 Mar 2026 08:00:00 GMT', fetchedAt)).toBe('2026-03-02T08:00:00.000Z');
    for (const header of [
      null,
      '',
      'nonsense',
      'Sun, 22 Nov 2026 08:59:59 GMT',
      'Thu, 01 Jan 1970 00:00:00 GMT',
    ])
      expect(serverDate(header, fetchedAt)).toBeNull();
  });
});
