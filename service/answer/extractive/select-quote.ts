import { analyze } from '../../../ingest/analysis/analyze.ts';
import { splitSentences } from '../../../ingest/sentences.ts';
import type { Evidence, Quote } from '../answerer.ts';
import { readClaims } from '../verify/claims.ts';

/** A claim that only one sentence of the passage holds decides more than any single word. */
const CLAIM_WEIGHT = 3;
/** A sentence is rarely drawn from more places than this. */
const MOST_QUOTES = 2;

/**
 * Picks the sentences, rows or facts of a passage that carry a sentence which a model wrote: the one that shares most
 * of its words and claims, and another one if it adds what the first lacks.
 * @returns none when nothing is shared. Pure.
 */
export function selectQuote(sentence: string, evidence: Evidence): Quote[] {
  const wanted = new Map<string, number>();
  for (const token of analyze(sentence, evidence.locale)) if (!token.stop) wanted.set(token.lexeme, 1);
  for (const claim of readClaims(sentence)) wanted.set(claim.key, CLAIM_WEIGHT);
  const units = splitSentences(evidence.text, evidence.locale).map((span) => {
    const text = evidence.text.slice(span.start, span.end);
    const has = new Set([
      ...analyze(text, evidence.locale).map((token) => token.lexeme),
      ...readClaims(text).map((claim) => claim.key),
    ]);
    return { span, has };
  });
  const quotes: Quote[] = [];
  while (quotes.length < MOST_QUOTES && wanted.size > 0) {
    const gain = (has: Set<string>): number =>
      [...wanted].reduce((sum, [key, weight]) => sum + (has.has(key) ? weight : 0), 0);
    const best = units.reduce<{ unit: (typeof units)[number] | null; gain: number }>(
      (top, unit) => (gain(unit.has) > top.gain ? { unit, gain: gain(unit.has) } : top),
      { unit: null, gain: 0 },
    );
    // One shared word is chance, unless the first quote has nothing better.
    if (best.unit === null || (quotes.length > 0 && best.gain < 2)) break;
    quotes.push({
      evidence: evidence.index,
      start: evidence.start + best.unit.span.start,
      end: evidence.start + best.unit.span.end,
    });
    for (const key of best.unit.has) wanted.delete(key);
  }
  return quotes.sort((a, b) => a.start - b.start);
}
