import { describe, expect, it } from 'vitest';
import { isRealWord } from './is-real-word.ts';

describe('isRealWord', () => {
  it.each(['seguro', 'seguros', 'devuelvo', 'mochilas', 'garantia', 'enviais', 'laptop', 'cambiador'])(
    'Spanish has %s',
    (word) => {
      expect(isRealWord(word, 'es')).toBe(true);
    },
  );
  it.each(['devolucon', 'colhcones', 'garantiia', 'paqete'])('and not %s', (word) => {
    expect(isRealWord(word, 'es')).toBe(false);
  });
  it.each([
    'warranty',
    'jackets',
    'shipped',
    'hoping',
    'batteries',
    'stopped',
    'boxing',
    'used',
    'fixed',
    'planing',
  ])('English has %s', (word) => {
    expect(isRealWord(word, 'en-GB')).toBe(true);
  });
  it.each(['waranty', 'jaket', 'adress', 'shippment', 'shiping', 'stoped'])('and not %s', (word) => {
    expect(isRealWord(word, 'en')).toBe(false);
  });
  it('knows nothing of other languages', () => {
    expect(isRealWord('livraison', 'fr')).toBe(false);
  });
});
