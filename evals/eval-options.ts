import { Command, InvalidArgumentError } from 'commander';
import { parseCommand } from '../ingest/run/parse-command.ts';
import { type CaseFilter, parseFilter } from './filter-cases.ts';

export interface EvalOptions {
  suites: string[];
  out: string | null;
  baseline: string | null;
  /** Only the report, as JSON, on standard output. */
  json: boolean;
  against: string | null;
  filters: CaseFilter[];
  parallel: number;
}

interface Output {
  stdout: (text: string) => void;
  stderr: (text: string) => void;
}

/**
 * Reads the command line of `npm run eval`. What is wrong with it, or the help that it asks for, has been printed when
 * this returns an exit status instead: 0 for help, 2 for wrong usage.
 *
 * @param args without the program's own name.
 */
export function parseEvalOptions(args: string[], output: Output): EvalOptions | { exitStatus: number } {
  const command = new Command('npm run eval --')
    .description('Asks suites of questions, measures the answers and holds them against gates.')
    .argument('<suite.yaml...>', 'suite files')
    .option(
      '--out <dir>',
      'folder for report.json, report.html, junit.xml, cases.csv, summary.md (default: eval-out)',
    )
    .option('--baseline <file>', 'an earlier report.json: shows what was fixed, broken and changed')
    .option('--json', 'print the report alone, as JSON; files are then written only with --out', false)
    .option('--against <url>', 'a running service, instead of one in this process')
    .option(
      '--filter <tag:x|id:x>',
      'only cases with this tag or id; may be given again for more',
      collectFilter,
      [],
    )
    .option('--parallel <n>', 'cases that run at the same time', parseParallel, 2)
    .addHelpText('after', '\nExit status: 0 passed, 1 a gate failed, 2 wrong usage or a wrong suite.');
  const exitStatus = parseCommand(command, args, output);
  if (exitStatus !== null) return { exitStatus };
  const options = command.opts<{
    out?: string;
    baseline?: string;
    json: boolean;
    against?: string;
    filter: CaseFilter[];
    parallel: number;
  }>();
  return {
    suites: command.args,
    out: options.out ?? (options.json ? null : 'eval-out'),
    baseline: options.baseline ?? null,
    json: options.json,
    against: options.against ?? null,
    filters: options.filter,
    parallel: options.parallel,
  };
}

function collectFilter(text: string, before: CaseFilter[]): CaseFilter[] {
  try {
    return [...before, parseFilter(text)];
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

function parseParallel(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 100) {
    throw new InvalidArgumentError(`expected a whole number from 1 to 100, got ${text}`);
  }
  return count;
}
