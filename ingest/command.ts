import type { CommandDeps } from './run/command-deps.ts';
import { runIngestCommand } from './run/ingest-command.ts';
import { runWhyCommand } from './why/why-command.ts';

/**
 * `npm run ingest`: an ingest, or `why <url>`.
 * @param args without the program's own name. A file called `why` is `./why`.
 * @returns the exit status: 0 done, 1 failed or stopped, 2 wrong usage, 130 interrupted.
 */
export function runCommand(args: string[], deps: CommandDeps): Promise<number> {
  return args[0] === 'why' ? runWhyCommand(args.slice(1), deps) : runIngestCommand(args, deps);
}
