import { describe, expect, it } from 'vitest';
import { questionTerms, searchLexemes } from '../understand/question-terms.ts';
import { kinOf } from './kin-things.ts';

const kin = (question: string): string[] => questionTerms(question, 'en').flatMap(kinOf);

describe('kinOf', () => {
  it('takes faulty goods for what covers a thing that came broken, and the other way round', () => {
    expect(kin('it is broken')).toContain('defect');
    expect(kin('it is defective')).toContain('damag');
  });

  it('takes nothing else for it', () => {
    expect(kin('it is broken')).not.toContain('lost');
    expect(kin('can I return it')).toEqual([]);
    expect(kin('a walnut lamp')).toEqual([]);
  });

  it('is searched for, for less than the thing itself', () => {
    const searched = new Map(
      searchLexemes(questionTerms('it is broken', 'en')).map(({ lexeme, weight }) => [lexeme, weight]),
    );
    expect(searched.get('defect')).toBeLessThan(searched.get('broken') ?? searched.get('broke') ?? 1);
    expect(searched.get('defect')).toBeGreaterThan(0);
  });
});
