import { mkdir } from 'node:fs/promises';
import { Command } from 'commander';
import { type CommandStreams, parseCommand } from '../../ingest/run/parse-command.ts';
import { openBaseline } from '../comparison/open-baseline.ts';
import { type ComparisonArguments, comparisonOptions, toChangeOptions } from '../comparison/options.ts';
import { describeError } from '../describe-error.ts';
import {
  type CaseSource,
  makeReport,
  makeSuiteTally,
  type Report,
  type SuiteReport,
} from '../report/report.ts';
import { groupShards, type ShardGroup } from '../results/group-shards.ts';
import { mergeResults } from '../results/merge-results.ts';
import type { ResultsFile } from '../results/open-results.ts';
import { OutputError } from '../results/output-error.ts';
import { readOutput, readOutputCases } from '../results/read-output.ts';
import { UsageError } from '../usage-error.ts';
import { deliver, exitStatusOf, withResults } from './finish-run.ts';
import { makeFaults } from './read-inputs.ts';

interface MergeDeps extends CommandStreams {
  versions: Report['versions'];
}

/**
 * `npm run eval -- merge`: puts the outputs of shards together into one report, as if one run had asked all cases.
 *
 * @param args without `merge`.
 * @returns the exit status: 0 passed, 1 a gate failed, 2 wrong usage, such as a shard that is missing.
 */
export async function runMerge(args: string[], deps: MergeDeps): Promise<number> {
  const command = new Command('npm run eval -- merge')
    .description('Puts the outputs of shards together into one report, and holds it against the gates.')
    .argument('<dir...>', 'folders that --out named, one a shard')
    .option('--out <dir>', 'folder for the merged report', 'eval-out')
    .option('--json', 'print the report alone, as JSON', false);
  for (const option of comparisonOptions()) command.addOption(option);
  const exitStatus = parseCommand(command, args, deps);
  if (exitStatus !== null) return exitStatus;
  const options = command.opts<{ out: string; json: boolean } & ComparisonArguments>();
  const limits = toChangeOptions(options);
  if (typeof limits === 'string') {
    deps.stderr(`error: ${limits}\n`);
    return 2;
  }
  try {
    const { keep, faults } = makeFaults();
    const outputs = (await Promise.all(command.args.map((folder) => keep(readOutput(folder))))).flat();
    const [baseline = null] =
      options.baseline === undefined ? [] : await keep(openBaseline(options.baseline));
    const groups = faults.length > 0 ? [] : groupShards(outputs, faults);
    if (outputs.some(({ folder }) => folder === options.out)) {
      faults.push(`--out: expected another folder than those of the shards, got ${options.out}`);
    }
    await keep(mkdir(options.out, { recursive: true }));
    if (faults.length > 0) throw new UsageError(faults.join('\n'));
    return await withResults(options.out, async (results) => {
      const suites: SuiteReport<CaseSource>[] = [];
      for (const group of groups) suites.push(await mergeSuite(group, results));
      const reports = outputs.map(({ report }) => report);
      const merged = makeReport(suites, {
        notRun: [],
        startedAt: reports.map(({ startedAt }) => startedAt).sort()[0] ?? '',
        // Shards run beside each other.
        seconds: Math.max(...reports.map(({ seconds }) => seconds)),
        versions: deps.versions,
      });
      const delivered = await deliver(merged, baseline, { ...options, ...limits, ...deps });
      return exitStatusOf(delivered, false);
    });
  } catch (error) {
    deps.stderr(`${error instanceof UsageError ? error.message : describeError(error)}\n`);
    return error instanceof OutputError ? 1 : 2;
  }
}

async function mergeSuite({ shards }: ShardGroup, results: ResultsFile): Promise<SuiteReport<CaseSource>> {
  const [first] = shards;
  if (first === undefined) throw new RangeError('expected at least one shard');
  const { suite, suiteHash, target, store, filters, info, limits } = first.suite;
  const tally = makeSuiteTally();
  const kept = await results.suite(suite);
  for await (const placed of mergeResults(shards.map(({ folder }) => readOutputCases(folder, suite)))) {
    await kept.add(placed);
    tally.add(placed.result);
  }
  const cases = kept.source();
  const chosen = shards.reduce((sum, shard) => sum + shard.suite.counts.chosen, 0);
  if (cases.count !== chosen) {
    throw new UsageError(
      `suite ${suite}: expected ${chosen} cases in its shards' cases.jsonl, got ${cases.count}: are they of the same run?`,
    );
  }
  const seconds = Math.max(...shards.map((shard) => shard.suite.seconds));
  const run = { suite, suiteHash, target, store, filters, info, limits, seconds, chosen };
  return tally.report({ ...run, shard: null, stopped: null }, cases);
}
