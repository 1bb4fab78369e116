import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsLink, hideLinks } from './hide-links.ts';

describe('hideLinks', () => {
  it.each([
    ['Go to https://shop.example/a?b=c#d.', 'Go to [link].'],
    ['(see http://x.y/z)', '(see [link])'],
    ['www.shop.example, please', '[link], please'],
    ['Read [our policy](/returns "Returns").', 'Read our policy.'],
    ['Track at track.post.example/abc now', 'Track at [link] now'],
    ['Visit shop.com!', 'Visit [link]!'],
    ['javascript:alert(1) runs', '[link]) runs'],
    ['Write to mailto:help@shop.com', 'Write to help@shop.com'],
  ])('hides the link in %s', (text, expected) => {
    expect(containsLink(text)).toBe(true);
    expect(hideLinks(text)).toBe(expected);
  });

  it.each([
    'Write to help@shop.com or first.last@shop.co.uk.',
    'Ratio 1:2, 9 a.m./5 p.m., size S/M, approx. 3.5/4 oz.',
    'Weight: 1.5 kg. It fits true to size.It runs small.',
    'Technical data:weight 5 kg; 24/7 support, and/or pickup',
    'Dr. Martens boots cost $129.00.',
  ])('leaves %s as it is', (text) => {
    expect(hideLinks(text)).toBe(text);
    expect(containsLink(text)).toBe(false);
  });

  it('hides every URL', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), fc.string(), (url, text) => {
        expect(containsLink(`${text} ${url}`)).toBe(true);
        expect(hideLinks(`${text} ${url}`)).not.toContain('://');
      }),
    );
  });
});
