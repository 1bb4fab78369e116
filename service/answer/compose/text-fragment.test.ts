import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pdfPageLink, textFragmentLink } from './text-fragment.ts';

it('encodes what separates the parts of a fragment', () => {
  expect(textFragmentLink('https://a.example/p', 'a-b & c, d')).toBe(
    'https://a.example/p#:~:text=a%2Db%20%26%20c%2C%20d',
  );
});

it('replaces a fragment that the URL has', () => {
  expect(textFragmentLink('https://a.example/p?q=1#top', 'tail')).toBe(
    'https://a.example/p?q=1#:~:text=tail',
  );
});

it('gives a long quote, or a row that the page shows in cells, by its edges', () => {
  const long = Array.from({ length: 100 }, (_, index) => `word${index}`).join(' ');
  expect(textFragmentLink('https://a.example/', long)).toMatch(/text=word0%20.*word5,word94%20.*word99$/);
  expect(textFragmentLink('https://a.example/', 'A: b-c; D: e', ['b-c', 'e'])).toMatch(/text=b%2Dc,e$/);
});

it('leaves what is not on the web alone', () => {
  expect(textFragmentLink('file:///policies/returns.md', 'x')).toBe('file:///policies/returns.md');
});

it('keeps the quote through any characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (quote) => {
      const fragment = textFragmentLink('https://a.example/', quote).split('text=')[1] ?? '';
      expect(fragment).not.toMatch(/[-&,\s#]/);
      expect(decodeURIComponent(fragment)).toBe(quote.replace(/\s+/g, ' ').trim());
    }),
  );
});

it('opens a PDF at its page', () => {
  expect(pdfPageLink('https://a.example/Guide.PDF?v=2#zoom=50', ['Page 12', 'Returns'])).toBe(
    'https://a.example/Guide.PDF?v=2#page=12',
  );
});

it.each([
  ['https://a.example/help', ['Page 3']],
  ['https://a.example/guide.pdf', ['Returns', 'Page 3']],
  ['https://a.example/guide.pdf', []],
  ['aisle-file:/policies/guide.pdf', ['Page 3']],
])('makes no link to a page of %s under %j', (url, heading) => {
  expect(pdfPageLink(url, heading)).toBeNull();
});
