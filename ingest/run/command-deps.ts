import type { Logger } from 'pino';
import { UsageProblem } from '../config/usage-problem.ts';
import type { Environment } from '../environment.ts';
import type { CommandOutput } from './ingest-options.ts';

/** What the commands of the content team work with. */
export interface CommandDeps extends CommandOutput {
  environment: () => Environment;
  /** Where the person is who runs it. */
  folder: string;
  makeLogger: (level: Environment['logLevel']) => Logger;
  /** Aborts when the person presses Ctrl-C. */
  signal: AbortSignal;
  /** Standard error, where progress is shown; null for none. */
  progress: NodeJS.WriteStream | null;
}

/**
 * Runs a command and says in words what stopped it.
 * @returns the exit status of `work`; 1 when it failed, 2 for wrong usage, 130 when it was interrupted.
 */
export async function withExitStatus(
  deps: CommandDeps,
  work: (environment: Environment) => Promise<number>,
): Promise<number> {
  let verbose = false;
  try {
    const environment = deps.environment();
    verbose = environment.logLevel === 'debug' || environment.logLevel === 'trace';
    return await work(environment);
  } catch (error) {
    deps.stderr(`${describe(error, verbose)}\n`);
    if (error instanceof UsageProblem) return 2;
    return deps.signal.aborted ? 130 : 1;
  }
}

function describe(error: unknown, verbose: boolean): string {
  if (!(error instanceof Error)) return String(error);
  return verbose ? (error.stack ?? error.message) : error.message;
}
