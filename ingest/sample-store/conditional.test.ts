import { describe, expect, it } from 'vitest';
import { acceptsGzip, isNotModified } from './conditional.ts';

describe('isNotModified', () => {
  const current = { etag: '"b"', lastModified: 'Tue, 20 Oct 2026 00:00:00 GMT' };
  it.each([
    ['one of several tags', { ifNoneMatch: '"a", "b"' }, true],
    ['a weak tag with the same value', { ifNoneMatch: 'W/"b"' }, true],
    ['any tag', { ifNoneMatch: '*' }, true],
    ['another tag', { ifNoneMatch: '"a"' }, false],
    ['a later date', { ifModifiedSince: 'Wed, 21 Oct 2026 00:00:00 GMT' }, true],
    ['an earlier date', { ifModifiedSince: 'Mon, 19 Oct 2026 00:00:00 GMT' }, false],
    ['a date that is none', { ifModifiedSince: 'yesterday' }, false],
    ['no condition', {}, false],
  ])('with %s', (_, request, expected) => {
    expect(isNotModified(request, current)).toBe(expected);
  });
});

describe('acceptsGzip', () => {
  it.each([
    ['gzip, deflate', true],
    ['GZIP;q=0.5', true],
    ['*', true],
    ['gzip;q=0, *', false],
    ['identity', false],
    [undefined, false],
  ])('%s', (header, expected) => {
    expect(acceptsGzip(header)).toBe(expected);
  });
});
