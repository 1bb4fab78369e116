import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withoutSecrets } from './without-secrets.ts';

it.each([
  'https://shop.example/feed.csv?token=hunter2secret',
  'https://shop.example/feed.csv?format=csv&access_token=hunter2secret&x=1',
  'https://shop.example/feed.csv?api_key=hunter2secret#top',
  'https://shop.example/feed.csv?X-Amz-Signature=hunter2secret',
  'https://bucket.example/f?sv=2020&sig=hunter2secret',
  'https://shop.example/#access_token=hunter2secret',
  'https://ann:hunter2secret@shop.example/',
  'https://ann:hunter2/secret:x@shop.example/',
  'https://hunter2secret@shop.example/x.git',
  'postgresql://aisle:hunter2secret@db:5432/aisle?sslmode=require',
])('hides the secret of %s, wherever it stands in a text', (url) => {
  const shown = withoutSecrets(`GET ${url}: expected a catalog, found none. See "${url}" (${url}).`);
  expect(shown).not.toContain('hunter2');
  expect(shown).toMatch(/expected a catalog, found none\. See ".*" \(.*\)\.$/);
});

it.each([
  'https://shop.example/products?key=5&page=2',
  'https://shop.example/a?keyword=rain-jackets-for-women&monkey=business',
  'https://shop.example/a@2x.png?size=large',
  'https://shop.example:8443/contact?mail=help',
  'Write to help@shop.example: the key is under the mat; token=whatever you like',
])('leaves %s as it is', (text) => {
  expect(withoutSecrets(text)).toBe(text);
});

it('hides any token, and does nothing the second time', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[\w.~%+/=-]{6,60}$/),
      fc.constantFrom('token', 'sig', 'key', 'client_secret'),
      (value, name) => {
        const shown = withoutSecrets(`https://a.example/f.csv?a=b&${name}=${value}&c=d`);
        expect(shown).toBe(`https://a.example/f.csv?a=b&${name}=[redacted]&c=d`);
        expect(withoutSecrets(shown)).toBe(shown);
      },
    ),
  );
});
