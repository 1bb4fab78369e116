import type { Evidence } from '../answerer.ts';
import type { RankedUnit } from './rank-units.ts';

/**
 * Puts the passages in the order of their best sentence and keeps the first `limit`; the units follow them.
 * Evidence is numbered anew. Pure.
 */
export function rerank(ranked: RankedUnit[], limit: number): { evidence: Evidence[]; ranked: RankedUnit[] } {
  const kept = new Map<Evidence, Evidence>();
  for (const { evidence } of ranked) {
    if (kept.has(evidence) || kept.size >= limit) continue;
    kept.set(evidence, { ...evidence, index: kept.size });
  }
  return {
    evidence: [...kept.values()],
    ranked: ranked.flatMap((unit) => {
      const evidence = kept.get(unit.evidence);
      return evidence === undefined ? [] : [{ ...unit, evidence }];
    }),
  };
}
