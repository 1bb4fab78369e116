import { access, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describeError } from '../describe-error.ts';
import { parseBenchOptions } from './bench-options.ts';
import {
  type BenchReport,
  type BenchSection,
  readBenchBaseline,
  renderHead,
  renderSection,
} from './bench-report.ts';
import type { BenchContext, Benchmark } from './benchmark.ts';
import { describeMachine } from './machine.ts';
import { runMakeSuite, SUITE_COMMAND } from './suite/run-make-suite.ts';
import type { BenchRow } from './table.ts';

interface BenchDeps {
  benchmarks: readonly Benchmark[];
  context: Omit<BenchContext, 'sets' | 'questions'>;
  models: BenchReport['models'];
  stdout: (text: string) => void;
  stderr: (text: string) => void;
}

/**
 * The whole of `npm run bench`: each benchmark by itself, its table printed as soon as it is measured. One that cannot be
 * run says why in its row, and the others go on.
 *
 * @param args without the program's own name.
 * @returns the exit status: 0 measured (whether or not targets are met, or data sets are absent), 1 a benchmark could not
 * be run, 2 wrong usage.
 */
export async function runBench(args: string[], deps: BenchDeps): Promise<number> {
  const { stdout, stderr } = deps;
  if (args[0] === SUITE_COMMAND) return runMakeSuite(args.slice(1), deps);
  const options = parseBenchOptions(args, deps);
  if ('exitStatus' in options) return options.exitStatus;
  const context: BenchContext = { ...deps.context, sets: options.sets, questions: options.questions };
  try {
    const baseline = options.baseline === null ? null : await readBenchBaseline(options.baseline);
    const report: BenchReport = {
      format: 'aisle-bench',
      formatVersion: 1,
      machine: describeMachine(),
      models: deps.models,
      sections: [],
    };
    // Written now, so that a file that cannot be written is known before minutes of measuring.
    if (options.json !== null) await writeFile(options.json, toJson(report));
    stdout(`${renderHead(report)}\n`);
    let failed = false;
    for (const benchmark of deps.benchmarks.filter(({ group }) => options.groups.includes(group))) {
      if (context.signal.aborted) break;
      const measured = await measure(benchmark, context);
      failed ||= measured.failed;
      report.sections.push(measured.section);
      stdout(`\n${renderSection(measured.section, baseline?.(measured.section) ?? null)}\n`);
      if (options.json !== null) await writeFile(options.json, toJson(report));
    }
    return failed || context.signal.aborted ? 1 : 0;
  } catch (error) {
    stderr(`${describeError(error)}\n`);
    return 2;
  }
}

async function measure(
  benchmark: Benchmark,
  context: BenchContext,
): Promise<{ section: BenchSection; failed: boolean }> {
  const { group, title, dataset } = benchmark;
  const started = performance.now();
  const section = (rows: BenchRow[], printed: { text?: string; table?: string } = {}): BenchSection => ({
    group,
    title,
    seconds: (performance.now() - started) / 1000,
    rows,
    ...printed,
  });
  if (dataset !== undefined) {
    const folder = join(context.dataFolder, dataset);
    const present = await access(folder).then(
      () => true,
      () => false,
    );
    const note = `absent: ${relative(context.root, folder)}`;
    if (!present) return { section: section([{ what: title, value: null, note }]), failed: false };
  }
  try {
    const measured = await benchmark.run(context);
    const { rows, ...printed } = Array.isArray(measured) ? { rows: measured } : measured;
    return { section: section(rows, printed), failed: false };
  } catch (error) {
    const note = `could not be run: ${describeError(error)}`;
    return { section: section([{ what: title, value: null, note }]), failed: true };
  }
}

function toJson(report: BenchReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
