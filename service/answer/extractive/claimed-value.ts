import { lexemes } from '../../../ingest/analysis/analyze.ts';
import type { Expectation } from '../understand/expected-answer.ts';
import { readClaims } from '../verify/claims.ts';

const DURATION = /^(?:minute|day|month|year)\b/;
const MONEY = /^money\b/;

/**
 * What a claim that the store is asked to agree to is answered with: "you give a full year for returns" with the time that it
 * gives, whatever that is. Its own value need not be said again. Pure.
 * @param claimed the message without what only asks for agreement
 * @returns null for a claim without a time or an amount of money
 */
export function claimedValue(claimed: string, locale: string): Expectation | null {
  for (const { key, written } of readClaims(claimed, locale)) {
    const kind = DURATION.test(key) ? 'duration' : MONEY.test(key) ? 'money' : null;
    if (kind !== null) return { kind, cues: new Set(lexemes(written, locale)) };
  }
  return null;
}
