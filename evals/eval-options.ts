import { Command, InvalidArgumentError, Option } from 'commander';
import { type CommandStreams, parseCommand } from '../ingest/run/parse-command.ts';
import type { ChangeOptions } from './comparison/change-gates.ts';
import { type ComparisonArguments, comparisonOptions, toChangeOptions } from './comparison/options.ts';
import { parseJudge } from './judges/parse-judge.ts';
import { parseShard, type Shard } from './results/shard.ts';
import { type CaseFilter, parseFilter } from './run/choose-cases.ts';
import { wholeNumber } from './whole-number.ts';

export interface EvalOptions extends ChangeOptions {
  suites: string[];
  out: string | null;
  baseline: string | null;
  /** A folder with earlier runs. */
  history: string | null;
  /** Only the report, as JSON, on standard output. */
  json: boolean;
  against: string | null;
  filters: CaseFilter[];
  shard: Shard | null;
  parallel: number;
  repeat: number;
  failFast: boolean;
  /** For one asking of a case with all its turns. */
  timeoutSeconds: number;
  watch: boolean;
  /** Folder that calls of models are recorded in, or replayed from; at most one of them. */
  record: string | null;
  replay: string | null;
  /** Names of models, `openai:MODEL`, that judge answers; each once. */
  judges: string[];
  judgeRepeats: number;
  /** Cases of a suite that are judged; null: all. */
  judgeSample: number | null;
  /** Of a watch's own process: the report to tell differences from; undefined in the process that was called. */
  watchedSince: string | null | undefined;
}

/** Tells the process that `--watch` starts for itself, perhaps with the report of the process before. */
export const WATCHED = '--watched';

/**
 * Reads the command line of `npm run eval`. What is wrong with it, or the help that it asks for, has been printed when
 * this returns an exit status instead: 0 for help, 2 for wrong usage.
 *
 * @param args without the program's own name.
 * @param cores that this machine has, for the default of `--parallel`.
 */
export function parseEvalOptions(
  args: string[],
  output: CommandStreams,
  cores: number,
): EvalOptions | { exitStatus: number } {
  const command = new Command('npm run eval --')
    .description('Asks suites of questions, measures the answers and holds them against gates.')
    .argument('<suite...>', 'suite files')
    .option(
      '--out <dir>',
      'folder for report.json, report.html, junit.xml, cases.csv, summary.md and cases.jsonl, the whole record of each case (default: eval-out)',
    )
    .option(
      '--history <dir>',
      'folder with a folder for each earlier run, whose report.json report.html draws (default: the one that --out is in)',
    )
    .option('--json', 'print the report alone, as JSON; files are then written only with --out', false)
    .option('--against <url>', 'a running service, instead of one in this process')
    .option(
      '--filter <what>',
      'only cases with this tag:NAME, id:NAME or text:WORDS in a question; !tag:NAME leaves cases out; may be given again',
      collectFilter,
      [],
    )
    .option(
      '--shard <i/n>',
      'only the i-th of n parts, such as 2/4; merge puts them together',
      asArgument(parseShard),
    )
    .option('--parallel <n>', 'cases that run at the same time', wholeNumber(1, 100), Math.min(cores, 100))
    .option('--repeat <n>', 'ask each case n times; one that differs is called flaky', wholeNumber(1, 100), 1)
    .option('--fail-fast', 'end at the first case that fails', false)
    .option(
      '--timeout <seconds>',
      'longest time for a case with all its turns',
      asArgument(parseSeconds),
      120,
    )
    .option('--watch', 'stay, and run again what a change of suites, sources or code concerns', false)
    .option('--record <dir>', 'keep every call of a model in this folder; those in it are not made again')
    .option('--replay <dir>', 'answer every call of a model from this folder: no key, no network')
    .option(
      '--judge <model>',
      'have openai:MODEL judge the answers too; it decides no gate; may be given again',
      asJudges,
      [],
    )
    .option('--judge-repeats <n>', 'ask a judge n times for each verdict', wholeNumber(1, 100), 3)
    .option(
      '--judge-sample <n>',
      'judge only n cases of each suite, always the same',
      wholeNumber(1, 1_000_000),
    )
    .addOption(new Option(`${WATCHED} [report]`).hideHelp())
    .addHelpText(
      'after',
      `
Commands:
  merge <dir...> --out <dir>   put the outputs of shards together into one report, with the gates
  make <source...>             draft cases from pages, files and catalogs
  accept <suite>               go through drafted cases, one by one
  from-feedback --into <suite> turn disliked answers into cases
  affected <run> <suite...>    find the cases and answers that an ingest run concerns
Each tells more with --help.

Exit status: 0 passed, 1 a gate failed or the run did, 2 wrong usage, a wrong suite or a stale cassette,
130 stopped with Ctrl-C.`,
    );
  for (const option of comparisonOptions()) command.addOption(option);
  const exitStatus = parseCommand(command, args, output);
  if (exitStatus !== null) return { exitStatus };
  const { out, filter, timeout, watched, judge, worse, maxBroken, ...options } = command.opts<
    ComparisonArguments & {
      out?: string;
      history?: string;
      json: boolean;
      against?: string;
      filter: CaseFilter[];
      shard?: Shard;
      parallel: number;
      repeat: number;
      failFast: boolean;
      timeout: number;
      watch: boolean;
      record?: string;
      replay?: string;
      judge: string[];
      judgeRepeats: number;
      judgeSample?: number;
      watched?: string | true;
    }
  >();
  const changes = toChangeOptions({ worse, ...(maxBroken !== undefined && { maxBroken }), ...options });
  const clash = typeof changes === 'string' ? changes : clashOf({ ...options, judge });
  if (clash !== null || typeof changes === 'string') {
    output.stderr(`error: ${clash}\n`);
    return { exitStatus: 2 };
  }
  return {
    ...options,
    ...changes,
    suites: command.args,
    out: out ?? (options.json ? null : 'eval-out'),
    baseline: options.baseline ?? null,
    history: options.history ?? null,
    against: options.against ?? null,
    filters: filter,
    shard: options.shard ?? null,
    record: options.record ?? null,
    replay: options.replay ?? null,
    judges: judge,
    judgeSample: options.judgeSample ?? null,
    timeoutSeconds: timeout,
    watchedSince: watched === true ? null : watched,
  };
}

/** Options that each make sense, but not together. */
function clashOf(options: {
  watch: boolean;
  against?: string;
  judge: string[];
  json?: boolean;
  shard?: Shard;
  failFast?: boolean;
  record?: string;
  replay?: string;
}): string | null {
  const names = {
    ...{ json: '--json', shard: '--shard', failFast: '--fail-fast' },
    ...{ record: '--record', replay: '--replay' },
  };
  const unwatched = (Object.keys(names) as (keyof typeof names)[]).find((name) => options[name]);
  if (options.watch && unwatched) return `--watch and ${names[unwatched]} do not go together`;
  if (options.record && options.replay) return '--record and --replay do not go together';
  const cassette = options.record ? '--record' : options.replay ? '--replay' : null;
  if (cassette && options.against && options.judge.length === 0) {
    return `${cassette} and --against do not go together: a service behind a URL calls its models itself`;
  }
  return null;
}

function asJudges(text: string, before: string[]): string[] {
  const name = asArgument(parseJudge)(text);
  return before.includes(name) ? before : [...before, name];
}

/** Makes a parser's error one of the command line, which names the option. */
function asArgument<T>(parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      throw new InvalidArgumentError((error as Error).message);
    }
  };
}

function collectFilter(text: string, before: CaseFilter[]): CaseFilter[] {
  return [...before, asArgument(parseFilter)(text)];
}

/** Node's timers hold 2^31 milliseconds, more than this day. */
const LONGEST_SECONDS = 86_400;

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (text.trim() === '' || !(seconds > 0) || seconds > LONGEST_SECONDS) {
    throw new RangeError(`expected seconds above 0, at most ${LONGEST_SECONDS}, got ${text}`);
  }
  return seconds;
}
