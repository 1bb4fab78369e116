import { Option } from 'commander';
import { wholeNumber } from '../whole-number.ts';
import type { ChangeOptions } from './change-gates.ts';

/** What the command line gives for `comparisonOptions`. */
export interface ComparisonArguments {
  baseline?: string;
  maxBroken?: number;
  /** False with `--no-worse`, as commander reads it. */
  worse: boolean;
}

/** Options of a command that can compare its report with an earlier one. */
export function comparisonOptions(): Option[] {
  return [
    new Option(
      '--baseline <path>',
      'an earlier report.json, or the folder of a run: shows what was fixed, broken and changed, and whether by chance',
    ),
    new Option('--max-broken <n>', 'with --baseline: fail when more cases than this are broken').argParser(
      wholeNumber(0),
    ),
    new Option(
      '--no-worse',
      'with --baseline: fail when a gated metric is worse and chance does not explain it (p < 0.05)',
    ),
  ];
}

/** @returns limits on the change, or what is wrong with the call, in words. */
export function toChangeOptions({ baseline, maxBroken, worse }: ComparisonArguments): ChangeOptions | string {
  const options = { maxBroken: maxBroken ?? null, noWorse: !worse };
  const wanting = options.noWorse ? '--no-worse' : options.maxBroken === null ? null : '--max-broken';
  return wanting !== null && baseline === undefined ? `${wanting} needs --baseline` : options;
}
