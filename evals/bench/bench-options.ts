import { Argument, Command } from 'commander';
import { parseCommand } from '../../ingest/run/parse-command.ts';
import { ASKED_FOR_GROUPS, BENCH_GROUPS, type BenchGroup } from './benchmark.ts';

export interface BenchOptions {
  /** In the order in which they run; never empty. */
  groups: BenchGroup[];
  /** Where the figures go as JSON. */
  json: string | null;
  /** Such a file of an earlier run. */
  baseline: string | null;
}

/**
 * Reads the command line of `npm run bench`. What is wrong with it, or the help that it asks for, has been printed when
 * this returns an exit status instead: 0 for help, 2 for wrong usage.
 *
 * @param args without the program's own name.
 */
export function parseBenchOptions(
  args: string[],
  output: { stdout: (text: string) => void; stderr: (text: string) => void },
): BenchOptions | { exitStatus: number } {
  const command = new Command('npm run bench --')
    .description('Measures answers, speed and memory, and prints each figure beside what it has to reach.')
    .addArgument(
      new Argument('[group...]', `what to measure (default: all but ${ASKED_FOR_GROUPS.join(', ')})`).choices(
        BENCH_GROUPS,
      ),
    )
    .option('--json <file>', 'also write the figures to a file')
    .option('--baseline <file>', 'a file that --json has written: shows what has changed since')
    .addHelpText('after', '\nExit status: 0 measured, 1 a benchmark could not be run, 2 wrong usage.');
  const exitStatus = parseCommand(command, args, output);
  if (exitStatus !== null) return { exitStatus };
  const { json = null, baseline = null } = command.opts<{ json?: string; baseline?: string }>();
  const asked = new Set(command.args);
  const groups = BENCH_GROUPS.filter((group) =>
    asked.size === 0 ? !ASKED_FOR_GROUPS.includes(group) : asked.has(group),
  );
  return { groups, json, baseline };
}
