import { METRIC_NAMES, METRICS } from '../metrics/metric-names.ts';
import type { Score } from '../metrics/score.ts';
import type { CaseScores, Check } from '../score/case-result.ts';
import { keepsLimit } from '../score/gates.ts';
import type { CaseGates } from '../suite.ts';

/**
 * One check for each limit that a case sets on its own scores. A score that cannot be told fails it, for a limit that was
 * asked for must not pass unseen. Pure.
 */
export function checkCaseGates(gates: CaseGates, scores: CaseScores): Check[] {
  const known: Partial<Record<string, Score>> = scores;
  return METRIC_NAMES.flatMap((metric): Check[] => {
    const limit = gates[metric];
    if (limit === undefined) return [];
    const score = known[metric];
    const value = score?.value ?? null;
    return [
      {
        name: `gate ${metric}`,
        passed: value !== null && keepsLimit(metric, value, limit),
        expected: `at ${METRICS[metric].better === 'higher' ? 'least' : 'most'} ${limit}`,
        got: value === null ? `no value: ${score?.reason ?? 'a single case has none'}` : show(value),
      },
    ];
  });
}

/** To three digits after the point, as reports show it. */
function show(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
