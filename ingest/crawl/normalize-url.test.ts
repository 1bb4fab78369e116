import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeUrl } from './normalize-url.ts';

describe('normalizeUrl', () => {
  it.each([
    ['HTTPS://Shop.Example:443/A/#top', 'https://shop.example/A/'],
    ['http://shop.example', 'http://shop.example/'],
    ['http://shop.example./a', 'http://shop.example/a'],
    ['https://shop.example/a?b=2&a=1&utm_source=x&gclid=y&fbclid=z', 'https://shop.example/a?a=1&b=2'],
    ['https://shop.example/a?utm_campaign=spring', 'https://shop.example/a'],
    ['https://shop.example/a?', 'https://shop.example/a'],
    ['https://shop.example/p?size=m&color=b&color=a', 'https://shop.example/p?color=b&color=a&size=m'],
    ['https://shop.example/p?variant=1&_pos=2&_sid=ab&pr_rec_id=x', 'https://shop.example/p?variant=1'],
    ['https://shop.example/a;jsessionid=0AF?x=1', 'https://shop.example/a?x=1'],
    ['https://shop.example/a;jsessionid=0AF.n1/b;v=2', 'https://shop.example/a/b;v=2'],
    ['https://shop.example/(S(0tl3kzzwvovjp1jkvsj3mkwi))/a.aspx', 'https://shop.example/a.aspx'],
    ['https://shop.example/a?PHPSESSID=k2j3&zenid=4&sid=5', 'https://shop.example/a?sid=5'],
    ['https://shop.example/a?sid=7f9c2ba4e88f827d616045507605853e', 'https://shop.example/a'],
    [
      'https://shop.example/a?session=autumn-winter-collection',
      'https://shop.example/a?session=autumn-winter-collection',
    ],
    ['https://shop.example/%7Eann/%e2%82%ac', 'https://shop.example/~ann/%E2%82%AC'],
    ['https://shop.example/a?q=a%20b+c', 'https://shop.example/a?q=a%20b+c'],
    ['https://shop.example/a/../b/./c', 'https://shop.example/b/c'],
    ['https://shop.example/a%2Fb', 'https://shop.example/a%2Fb'],
  ])('%s becomes %s', (url, expected) => {
    expect(normalizeUrl(url)).toBe(expected);
  });

  it('leaves the trailing slash as it is', () => {
    expect(normalizeUrl('https://shop.example/a/')).not.toBe(normalizeUrl('https://shop.example/a'));
  });

  it('resolves against a base', () => {
    expect(normalizeUrl('../b?x=1#y', 'https://shop.example/a/c/')).toBe('https://shop.example/a/b?x=1');
  });

  it.each([
    'mailto:a@b.example',
    'javascript:void(0)',
    'https://ann:x@shop.example/',
    'not a url',
    `https://a.example/${'x'.repeat(3000)}`,
  ])('gives null for %s', (url) => {
    expect(normalizeUrl(url)).toBeNull();
  });

  it('changes nothing the second time', () => {
    expect(normalizeUrl('http://a.example/??')).toBe('http://a.example/??');
    const anyUrl = fc.webUrl({ withQueryParameters: true, withFragments: true });
    fc.assert(
      fc.property(anyUrl, (url) => {
        const once = normalizeUrl(url);
        expect(once === null ? null : normalizeUrl(once)).toBe(once);
      }),
    );
  });

  it('gives the same for every order of distinct parameters', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(names, (keys) => {
        const forward = keys.map((key) => `${key}=1`).join('&');
        const backward = keys
          .toReversed()
          .map((key) => `${key}=1`)
          .join('&');
        expect(normalizeUrl(`https://a.example/?${forward}`)).toBe(
          normalizeUrl(`https://a.example/?${backward}`),
        );
      }),
    );
  });
});
