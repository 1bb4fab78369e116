import type { Fact } from '../suite.ts';
import { containsFact } from './contains-fact.ts';
import { matchesPattern } from './matches-pattern.ts';
import { normaliseText } from './normalise-text.ts';

/**
 * Whether a text states a fact: its words as `containsFact` finds them, any of several wordings, or a pattern that is
 * found in the text as `normaliseText` makes it (flags `iu`).
 *
 * @throws SyntaxError for a pattern that is no regular expression, RangeError for one that takes too long.
 */
export function statesFact(text: string, fact: Fact): boolean {
  if (typeof fact === 'string') return containsFact(text, fact);
  if ('any' in fact) return fact.any.some((wording) => containsFact(text, wording));
  return matchesPattern(normaliseText(text), fact.regex);
}

/** A fact in one line, as reports show it: `5 days`, `5 days | five days`, `/5 days?/`. */
export function describeFact(fact: Fact): string {
  if (typeof fact === 'string') return fact;
  return 'any' in fact ? fact.any.join(' | ') : `/${fact.regex}/`;
}
