import { join } from 'node:path';
import { describeError } from './describe-error.ts';
import { parseEvalOptions } from './eval-options.ts';
import { REPORT_FILE } from './results/open-results.ts';
import { OutputError } from './results/output-error.ts';
import { deliver, exitStatusOf, withResults } from './run/finish-run.ts';
import { type MeasureDeps, measureSuites } from './run/measure-run.ts';
import { runMerge } from './run/merge-command.ts';
import { readInputs } from './run/read-inputs.ts';
import { type ModelCallDeps, withModelCalls } from './run/with-model-calls.ts';
import { runWatch } from './watch/run-watch.ts';
import { type SuperviseDeps, superviseWatch } from './watch/supervise-watch.ts';

export interface EvalDeps extends MeasureDeps, Pick<ModelCallDeps, 'modelSettings'> {
  stdout: (text: string) => void;
  stderr: (text: string) => void;
  /** Whether standard output shows colors. */
  color?: boolean;
  /** Of this machine: so many cases run at the same time. */
  cores: number;
  /** How `--watch` starts a process of its own. */
  watch: Pick<SuperviseDeps, 'codeFolders' | 'start'>;
}

/**
 * The whole of `npm run eval`. Everything that can be wrong in the call is looked at before the first question.
 *
 * @param args without the program's own name.
 * @returns the exit status: 0 passed, 1 a gate failed (or no case got an answer, or the run did not come to its end),
 *   2 wrong usage or a wrong suite, 130 ended by the user.
 */
export async function runEval(args: string[], deps: EvalDeps): Promise<number> {
  if (args[0] === 'merge') return runMerge(args.slice(1), deps);
  const options = parseEvalOptions(args, deps, deps.cores);
  if ('exitStatus' in options) return options.exitStatus;
  const closing: (() => void)[] = [];
  try {
    const inputs = await readInputs(options);
    closing.push(() => inputs.baseline?.close());
    if (options.watch && options.watchedSince !== undefined) {
      return await withModelCalls(options, deps, (models) =>
        runWatch(inputs, options, { ...deps, ...models }),
      );
    }
    if (options.watch) {
      return await superviseWatch(args, join(options.out ?? '', REPORT_FILE), { ...deps, ...deps.watch });
    }
    return await withResults(options.out, async (results) => {
      const report = await withModelCalls(options, deps, (models) =>
        measureSuites(inputs.suites, options, { ...deps, ...models }, results),
      );
      const delivered = await deliver(report, inputs.baseline, { ...options, ...deps });
      return exitStatusOf(delivered, deps.signal.aborted);
    });
  } catch (error) {
    deps.stderr(`${describeLines(error)}\n`);
    return error instanceof OutputError ? 1 : 2;
  } finally {
    for (const close of closing) close();
  }
}

/** The mistakes of a call stand one a line; any other error is one line with its causes. */
function describeLines(error: unknown): string {
  return error instanceof Error && error.cause === undefined ? error.message : describeError(error);
}
