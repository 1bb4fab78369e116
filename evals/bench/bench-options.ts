import { Argument, Command, InvalidArgumentError } from 'commander';
import { parseCommand } from '../../ingest/run/parse-command.ts';
import { ASKED_FOR_GROUPS, BENCH_GROUPS, type BenchGroup, type NamedSets } from './benchmark.ts';

export interface BenchOptions {
  /** In the order in which they run; never empty. */
  groups: BenchGroup[];
  /** Where the figures go as JSON. */
  json: string | null;
  /** Such a file of an earlier run. */
  baseline: string | null;
  sets: NamedSets;
  /** Most questions of a set. */
  questions: number;
}

/** Of which a point is two; all of them would take an hour. */
const QUESTIONS = 200;

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
    .option('--xquad <file>', 'retrieval, peers: this set in the format of XQuAD')
    .option('--squad <file>', 'retrieval, peers: this set in the format of SQuAD 1.1 or 2.0')
    .option('--clapnq <folder>', 'retrieval, peers: the folder of ClapNQ')
    .option('--semipqa <file>', 'retrieval: dev.csv of semiPQA')
    .option(
      '--questions <number>',
      'retrieval, peers, sensitivity: most questions of a set (sensitivity: 120)',
      parseCount,
      QUESTIONS,
    )
    .addHelpText('after', '\nnpm run bench -- suite --help: how a set becomes a suite for npm run eval.')
    .addHelpText('after', '\nExit status: 0 measured, 1 a benchmark could not be run, 2 wrong usage.');
  const exitStatus = parseCommand(command, args, output);
  if (exitStatus !== null) return { exitStatus };
  const { json = null, baseline = null, questions, ...sets } = command.opts<Partial<BenchFlags>>();
  const asked = new Set(command.args);
  const groups = BENCH_GROUPS.filter((group) =>
    asked.size === 0 ? !ASKED_FOR_GROUPS.includes(group) : asked.has(group),
  );
  const { xquad = null, squad = null, clapnq = null, semipqa = null } = sets;
  return {
    groups,
    json,
    baseline,
    questions: questions ?? QUESTIONS,
    sets: { xquad, squad, clapnq, semipqa },
  };
}

type BenchFlags = { json: string; baseline: string; questions: number } & Record<keyof NamedSets, string>;

function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError('expected a whole number of 1 or more.');
  return count;
}
