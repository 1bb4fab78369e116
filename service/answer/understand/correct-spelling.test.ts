import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctSpelling, editDistance, nearest, spelledWords } from './correct-spelling.ts';
import { questionTerms } from './question-terms.ts';

/** The distance by its definition: Boytsov, "Indexing methods for approximate dictionary searching" (2011), section 2. */
function plainDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [headA, headB] = [a.slice(0, -1), b.slice(0, -1)];
  const costs = [
    plainDistance(headA, b) + 1,
    plainDistance(a, headB) + 1,
    plainDistance(headA, headB) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1))
    costs.push(plainDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  return Math.min(...costs);
}

describe('editDistance', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ñ'), maxLength: 5 });
  const far = 100;

  it('counts a letter left out, put in, replaced or swapped with its neighbour once', () => {
    expect(editDistance('adress', 'address', 2)).toBe(1);
    expect(editDistance('waranty', 'warranty', 2)).toBe(1);
    expect(editDistance('jackat', 'jacket', 2)).toBe(1);
    expect(editDistance('refnud', 'refund', 2)).toBe(1);
    expect(editDistance('devolucion', 'devolucion', 2)).toBe(0);
  });

  it('is what the definition says', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, far)).toBe(plainDistance(a, b));
      }),
    );
  });

  it('is symmetric, zero for equals alone, and between the difference and the greater of the lengths', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (a, b) => {
        const distance = editDistance(a, b, far);
        expect(distance).toBe(editDistance(b, a, far));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it('is exact up to the most that matters, and above it beyond', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        const exact = plainDistance(a, b);
        const distance = editDistance(a, b, most);
        if (exact <= most) expect(distance).toBe(exact);
        else expect(distance).toBeGreaterThan(most);
      }),
    );
  });
});

describe('nearest', () => {
  const words = (...lexemes: [string, number][]) =>
    lexemes.map(([lexeme, passages]) => ({ lexeme, passages }));

  it('prefers fewer errors to more passages, and more passages among equals', () => {
    expect(nearest('adress', words(['dress', 90], ['address', 2]))).toBe('dress');
    expect(nearest('shippping', words(['shopping', 90], ['shipping', 2]))).toBe('shipping');
    expect(nearest('jackes', words(['jacket', 3], ['jackal', 50], ['jacked', 4]))).toBe('jacked');
  });

  it('allows one error in a short word and two in a long one', () => {
    expect(nearest('tenda', words(['tent', 5]))).toBeNull();
    expect(nearest('garantiia', words(['garantia', 5]))).toBe('garantia');
    expect(nearest('waterprofo', words(['waterproof', 5]))).toBe('waterproof');
    expect(nearest('waterporfo', words(['waterproof', 5]))).toBe('waterproof');
    expect(nearest('watrepofro', words(['waterproof', 5]))).toBeNull();
  });
});

describe('correctSpelling', () => {
  const near = (lexemes: string[], names: string[] = []) => [
    ...lexemes.map((lexeme) => ({ lexeme, passages: 1, name: false })),
    ...names.map((lexeme) => ({ lexeme, passages: 1, name: true })),
  ];
  const correct = (
    question: string,
    words: ReturnType<typeof near>,
    { locale = 'en', known = new Map<string, number>() } = {},
  ) => {
    const terms = questionTerms(question, locale);
    const corrected = correctSpelling(terms, known, words, locale);
    return { terms, corrected, words: corrected.map(({ lexeme }) => lexeme) };
  };

  it('puts the store’s own word in place of a misspelled one', () => {
    expect(correct('waterporof', near(['water', 'waterfall', 'waterproof'])).words).toEqual(['waterproof']);
    expect(correct('colhcones', near(['colchon']), { locale: 'es' }).words).toEqual(['colchon']);
    expect(correct('nightjr jaket', near(['nightjar', 'jacket', 'night'])).words).toEqual([
      'nightjar',
      'jacket',
    ]);
  });

  it('leaves words that the store has, short ones and those near to nothing, and returns the same array', () => {
    const kept = correct('mountaineer', near(['mountaineers']), { known: new Map([['mountain', 1]]) });
    expect(kept.corrected).toBe(kept.terms);
    for (const question of ['hutt', 'xylophone', '']) {
      const { terms, corrected } = correct(question, near(['hut', 'huts', 'phone']));
      expect(corrected).toBe(terms);
    }
  });

  it('takes the beginning of a product’s name for the name, unless several begin so', () => {
    const [stormline] = questionTerms('Stormline', 'en');
    expect(correct('storm', near([], ['stormline'])).words).toEqual([stormline?.lexeme]);
    const several = correct('storm', near([], ['stormline', 'stormproof']));
    expect(several.corrected).toBe(several.terms);
    const word = correct('storm', near(['stormline']));
    expect(word.corrected).toBe(word.terms);
  });
});

describe('spelledWords', () => {
  it('are those of letters alone: a number or a code is right or it is another', () => {
    const words = spelledWords(questionTerms('Is the WH-1000XM5 or the XJ900 waterprof? hat', 'en'));
    expect(words).toEqual(['waterprof']);
  });
});

describe('a word that is no misspelling', () => {
  it.each([
    ['¿es seguro el pago?', 'segun', 'es'],
    ['hacéis facturas', 'fractura', 'es'],
    ['is the board solid', 'sold', 'en'],
  ])('is not corrected: %s', (question, near, locale) => {
    const terms = questionTerms(question, locale);
    const [word = ''] = questionTerms(near, locale).map(({ lexeme }) => lexeme);
    const words = [{ lexeme: word === '' ? near : word, passages: 9, name: false }];
    expect(correctSpelling(terms, new Map(), words, locale)).toBe(terms);
  });
});

it('a misspelled name of a thing is that thing, by whichever name the store has it', () => {
  const terms = questionTerms('areglarla', 'es');
  const [term] = correctSpelling(terms, new Map(), [], 'es');
  const [repair] = questionTerms('reparar', 'es');
  expect(term?.synonyms).toBe(repair?.synonyms);
});
