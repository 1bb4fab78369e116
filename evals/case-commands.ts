import { UsageProblem } from '../ingest/config/usage-problem.ts';
import { type AffectedDeps, runAffected } from './affected/affected-command.ts';
import { describeError } from './describe-error.ts';
import { runFromFeedback } from './from-feedback/from-feedback-command.ts';
import { type AcceptDeps, runAccept } from './make/accept-command.ts';
import { runMake } from './make/make-command.ts';
import { SuiteError } from './suite-file/suite-error.ts';
import { UsageError } from './usage-error.ts';

export type CaseCommandDeps = AffectedDeps & AcceptDeps;

const COMMANDS: Record<string, (args: string[], deps: CaseCommandDeps) => Promise<number>> = {
  make: runMake,
  accept: runAccept,
  'from-feedback': runFromFeedback,
  affected: runAffected,
};

/**
 * The commands of `npm run eval` that make cases and look them up.
 *
 * @param args the command's name first.
 * @returns the exit status: 0 done, 1 it failed, 2 wrong usage, 130 ended by the user; null where it is none of these commands.
 */
export async function runCaseCommand(args: string[], deps: CaseCommandDeps): Promise<number | null> {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return null;
  try {
    return await command(rest, deps);
  } catch (error) {
    if (deps.signal.aborted) return 130;
    const isUsage =
      error instanceof UsageError || error instanceof UsageProblem || error instanceof SuiteError;
    deps.stderr(`${isUsage ? error.message : describeError(error)}\n`);
    return isUsage ? 2 : 1;
  }
}
