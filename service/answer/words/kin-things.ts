import type { QuestionTerm } from '../understand/question-terms.ts';
import { thingCalled } from './thesaurus.ts';

/** Things of which one rule is mostly the rule for the other: what arrives broken is faulty goods. */
const KIN: readonly (readonly [string, string])[] = [['damag', 'faulti']];

/** Lexemes of all names of what mostly has the same rule as the term's own thing. Pure. */
export function kinOf({ synonyms }: Pick<QuestionTerm, 'synonyms'>): string[] {
  if (synonyms.size === 0) return [];
  return KIN.flatMap(([a, b]) => {
    const other = synonyms.has(a) ? b : synonyms.has(b) ? a : null;
    return other === null ? [] : [...(thingCalled(other) ?? [])];
  });
}
