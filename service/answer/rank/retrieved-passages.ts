import type { RetrievedPassage } from '../../answer-question.ts';
import type { Evidence } from '../answerer.ts';
import type { RankedUnit } from './rank-units.ts';

/** The passages of ranked units, best first, each with its best unit's score. Pure. */
export function retrievedPassages(units: readonly RankedUnit[]): RetrievedPassage[] {
  const best = new Map<Evidence, number>();
  for (const { evidence, score } of units) if (!best.has(evidence)) best.set(evidence, score);
  return [...best].map(([{ documentId, url, title, heading, text, start, end }, score]) => ({
    documentId,
    url,
    title,
    heading,
    text,
    start,
    end,
    score,
  }));
}
