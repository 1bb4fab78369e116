import type { Evidence } from '../answerer.ts';
import { applyRerankScores } from './apply-rerank-scores.ts';
import type { ScorePassages } from './make-score-passages.ts';

/** What ranking has where a rerank endpoint is configured; null or left out: there is none. */
export interface RerankDeps {
  scorePassages?: ScorePassages | null;
}

/**
 * Puts the evidence in the order of the rerank endpoint and of retrieval together; leaves it as it is without one, and where it fails.
 * @returns with whether the endpoint gave scores and, where there is one, the time that it took in milliseconds.
 */
export async function rerankEvidence(
  { scorePassages = null }: RerankDeps,
  question: string,
  evidence: Evidence[],
  signal: AbortSignal,
): Promise<{ evidence: Evidence[]; scored: boolean; timings: { rerank?: number } }> {
  if (scorePassages === null) return { evidence, scored: false, timings: {} };
  const started = performance.now();
  const scores = await scorePassages(question, evidence, signal);
  return {
    evidence: scores === null ? evidence : applyRerankScores(evidence, scores),
    scored: scores !== null,
    timings: { rerank: performance.now() - started },
  };
}
