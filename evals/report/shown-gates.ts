import type { ChangeGateResult } from '../comparison/change-gates.ts';
import type { GateResult } from '../score/gates.ts';
import { formatMetric } from './format-value.ts';
import type { SuiteReport } from './report.ts';

/** A gate in words, on a level or on a change: what was wanted, and what was found. */
export type ShownGate = ChangeGateResult;

/** Every gate of a suite: those on levels, then those on what has changed since the baseline. Pure. */
export function shownGates({
  gates,
  metrics,
  comparison,
}: Pick<SuiteReport<unknown>, 'gates' | 'metrics' | 'comparison'>): ShownGate[] {
  const levels = gates.map((gate): ShownGate => {
    const { metric, bound, limit, value, status, reason, tag } = gate;
    const number = tag === null ? ` of n=${metrics[metric].count}` : '';
    return {
      name: gateName(gate),
      expected: `a ${bound} of ${limit}`,
      got: value === null ? `not measured: ${reason}` : `${formatMetric(metric, value)}${number}`,
      status,
    };
  });
  return [...levels, ...(comparison?.gates ?? [])];
}

/** `factsFound`, `tag:returns factsFound (95 % interval)`. */
function gateName({ metric, tag, of }: Pick<GateResult, 'metric' | 'tag' | 'of'>): string {
  return `${tag === null ? '' : `tag:${tag} `}${metric}${of === 'interval' ? ' (95 % interval)' : ''}`;
}
