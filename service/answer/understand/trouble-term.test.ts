import { describe, expect, it } from 'vitest';
import { questionTerms } from './question-terms.ts';
import { asTrouble, breaksInUse } from './trouble-term.ts';

const weights = (asked: string, locale = 'en') =>
  new Map(asTrouble(questionTerms(asked, locale), asked, locale).map(({ word, weight }) => [word, weight]));

describe('breaksInUse', () => {
  it.each([
    'the sole is coming off',
    'my pan handle came off after 3 months',
    'the chain snapped on the first ride',
    'it stopped working',
    'the strap fell apart',
    'se me ha despegado la suela',
    'dejó de funcionar a la semana',
  ])('reads trouble in “%s”', (text) => expect(breaksInUse(text)).toBe(true));

  it.each(['when is the new model coming out?', 'can I come by after work?', '¿cuándo llega mi pedido?'])(
    'reads none in “%s”',
    (text) => expect(breaksInUse(text)).toBe(false),
  );
});

describe('asTrouble', () => {
  it('makes a matter of the warranty of it, and a story of the rest', () => {
    const read = weights('I bought boots last month and the sole is coming off');
    expect(read.get('warranty')).toBe(1);
    expect(read.get('sole')).toBeLessThan(1);
  });

  it.each([
    'the sole is coming off, can I return it?',
    'the lamp arrived and the shade is falling off',
    'my zipper is fine',
  ])('leaves “%s” as it is', (asked) => expect(weights(asked).has('warranty')).toBe(false));

  it('reads Spanish', () => {
    expect(weights('compré botas y se despega la suela', 'es').has('garantia')).toBe(true);
  });
});
