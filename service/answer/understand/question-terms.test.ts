import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionTerms, searchLexemes, withIdf } from './question-terms.ts';

const words = (question: string, locale = 'en') => questionTerms(question, locale).map(({ word }) => word);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        'send',
        'it',
        'back',
        'return',
        'refund',
        'devolver',
        'envío',
        '20',
        "don't",
        'the',
        '%',
      ),
    )
    .map((parts) => parts.join(' ')),
);

describe('questionTerms', () => {
  it('reads a Spanish verb without its pronouns, by all its forms', () => {
    const [asked] = questionTerms('pueden calentármelo', 'es');
    expect(asked?.word).toBe('calentar');
    expect([...(asked?.forms ?? [])]).toEqual(expect.arrayContaining(['calent', 'calient']));
    expect(searchLexemes(asked === undefined ? [] : [asked]).map(({ lexeme }) => lexeme)).toContain(
      'calient',
    );
  });

  it('reads an English verb that changes within by all its forms, and no thing as one', () => {
    const [asked] = questionTerms('I wore it', 'en');
    expect([...(asked?.forms ?? [])]).toEqual(['wear', 'wore', 'worn']);
    const [thing] = questionTerms('ground coffee', 'en');
    expect(thing?.forms).toBeUndefined();
  });

  it('takes the topic words and leaves the others, in English and Spanish', () => {
    expect(words('Is the walnut for a parrot?')).toEqual(['walnut', 'parrot']);
    expect(words('¿La nuez es para el loro?', 'es')).toEqual(['nuez', 'loro']);
    expect(words('?!')).toEqual([]);
  });

  it('makes one term of a phrase: the thing’s own name, with its other names', () => {
    const [term, ...more] = questionTerms('money back', 'en');
    const [plain] = questionTerms('refund', 'en');
    expect(more).toEqual([]);
    expect(term?.word).toBe('refund');
    expect(term?.synonyms.has(plain?.lexeme ?? '')).toBe(true);
    expect(term?.rarity).toBe(1);
    expect(words('mandar esto de vuelta', 'es')).toEqual(['devolver']);
    expect(words('Will you price match?')).toEqual(words('Is it cheaper somewhere else?'));
    // A thing that has no word of its own.
    expect(words('kids bike')).toEqual(['kids', 'bike']);
  });

  it('takes each thing once, by whichever name', () => {
    expect(words('refund, refunds, reimbursement')).toEqual(['refund']);
    expect(words('garantía o garantías', 'es')).toEqual(['garantía']);
  });

  it('never repeats a lexeme, and gives every term the weight asked for and a rarity in 0.2…1', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'es'), (question, locale) => {
        const terms = questionTerms(question, locale, 0.7);
        expect(new Set(terms.map(({ lexeme }) => lexeme)).size).toBe(terms.length);
        for (const { weight, rarity, lexeme } of terms) {
          expect(lexeme).not.toBe('');
          expect(weight).toBe(0.7);
          expect(rarity).toBeGreaterThanOrEqual(0.2);
          expect(rarity).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('searchLexemes', () => {
  it('searches for the words of a phrase that names a thing, as a page may have them', () => {
    const found = new Map(
      searchLexemes(questionTerms('haul away', 'en')).map(({ lexeme, weight }) => [lexeme, weight]),
    );
    expect(found.get('haul')).toBe(0.5);
    expect(found.get('remov')).toBe(1);
  });

  it('searches for synonyms at half the weight, and never twice for a word', () => {
    const terms = questionTerms('laptop', 'en', 0.8);
    const found = new Map(searchLexemes(terms).map(({ lexeme, weight }) => [lexeme, weight]));
    expect(found.get('laptop')).toBe(0.8);
    expect(found.get('portatil')).toBe(0.4);
    fc.assert(
      fc.property(text, (question) => {
        const lexemes = searchLexemes(questionTerms(question, 'en')).map(({ lexeme }) => lexeme);
        expect(new Set(lexemes).size).toBe(lexemes.length);
      }),
    );
  });
});

describe('withIdf', () => {
  it('is BM25’s idf of the most frequent name, times the rarity', () => {
    const [term] = questionTerms('laptop', 'en');
    if (term === undefined) throw new Error('no term');
    const idf = (df: number) => Math.log(1 + (50 - df + 0.5) / (df + 0.5));
    const [rare] = withIdf([{ ...term, rarity: 0.5 }], 50, new Map([['laptop', 2]]));
    expect(rare?.idf).toBeCloseTo(0.5 * idf(2));
    const [common] = withIdf([term], 50, new Map([...term.synonyms].map((name, df) => [name, df + 3])));
    expect(common?.idf).toBeCloseTo(idf(term.synonyms.size + 2));
    expect(withIdf([term], 50, new Map())[0]?.idf).toBeCloseTo(idf(0));
  });
});
