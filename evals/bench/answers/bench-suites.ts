import { join } from 'node:path';
import type { MetricName } from '../../metrics/metric-names.ts';
import { runSuite } from '../../run/run-suite.ts';
import { measureSuite } from '../../score/measure-suite.ts';
import { readSuite } from '../../suite-file/read-suite.ts';
import type { BenchContext, Benchmark } from '../benchmark.ts';
import type { BenchRow } from '../table.ts';
import { listSuites, withSuiteTarget } from './open-suite.ts';

/** What a suite has to reach: the same for every store, for none is tuned for. */
const SHOWN: { metric: MetricName; name: string; atLeast: number }[] = [
  { metric: 'quoteValidity', name: 'quote validity', atLeast: 1 },
  { metric: 'factsFound', name: 'facts found', atLeast: 0.95 },
  { metric: 'citationRecall', name: 'citation recall', atLeast: 0.9 },
  { metric: 'abstentionPrecision', name: 'abstention precision', atLeast: 0.9 },
  { metric: 'abstentionRecall', name: 'abstention recall', atLeast: 0.9 },
];

/** Every suite of the project, through the eval harness. */
export const suitesBenchmark: Benchmark = {
  group: 'answers',
  title: 'eval suites',
  run: async (context) => {
    const rows: BenchRow[] = [];
    for (const path of await listSuites(join(context.root, 'evals/suites'))) {
      context.signal.throwIfAborted();
      rows.push(...(await runOne(path, context)));
    }
    return rows;
  },
};

async function runOne(path: string, context: BenchContext): Promise<BenchRow[]> {
  const { onProgress } = context;
  const suite = await readSuite(path);
  onProgress(`${suite.name}: ingesting`);
  return withSuiteTarget(suite, context, async (target) => {
    let done = 0;
    const results = await runSuite(suite.cases.read(), target, {
      onCase: () => {
        done += 1;
        onProgress(`${suite.name}: ${done}/${suite.cases.count}`);
      },
    });
    const metrics = measureSuite(results);
    return SHOWN.map(({ metric, name, atLeast }) => {
      const { value, count, reason } = metrics[metric];
      return {
        what: `${suite.name}: ${name}`,
        value,
        target: { atLeast },
        note: reason ?? `of ${count}`,
      };
    });
  });
}
