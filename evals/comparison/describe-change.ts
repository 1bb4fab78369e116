import { METRICS, type MetricName } from '../metrics/metric-names.ts';
import { SIGNIFICANT } from '../metrics/significance.ts';
import type { MetricChange } from './comparison.ts';

/** `p < 0.001`, `p = 0.012`. */
function formatP(p: number): string {
  if (p < 0.001) return 'p < 0.001';
  return `p = ${Number(p.toFixed(p < 0.1 ? 3 : 2))}`;
}

/** What a difference says, in a word and in words. Pure. @param p after any correction. */
export function judgeChange(
  metric: MetricName,
  { delta, p, cases }: Pick<MetricChange, 'delta' | 'p' | 'cases'>,
): Pick<MetricChange, 'verdict' | 'words'> {
  if (delta === null) return { verdict: 'untested', words: 'not measured in both runs' };
  if (p === null) {
    return { verdict: 'untested', words: 'not tested: the earlier report has no such number of its cases' };
  }
  const of = `${cases} case${cases === 1 ? '' : 's'}`;
  if (delta === 0) return { verdict: 'same', words: `the same over ${of}` };
  if (p >= SIGNIFICANT)
    return { verdict: 'unclear', words: `no change that ${of} could show (${formatP(p)})` };
  const better = delta > 0 === (METRICS[metric].better === 'higher');
  const verdict = better ? 'better' : 'worse';
  return { verdict, words: `${verdict} (${formatP(p)})` };
}
