import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readEnvironment } from '../../../ingest/environment.ts';
import { makeOpenInProcess } from '../../in-process-target.ts';
import { makeIngestSources } from '../../ingest-sources.ts';
import { measureSuite } from '../../measure-suite.ts';
import type { MetricName } from '../../metrics/metric-names.ts';
import { openInProcess } from '../../open-in-process.ts';
import { readSuite } from '../../read-suite.ts';
import { runSuite } from '../../run-suite.ts';
import type { BenchContext, Benchmark } from '../benchmark.ts';
import type { BenchRow } from '../table.ts';
import { withFolder } from '../with-folder.ts';

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
      rows.push(...(await withFolder((folder) => runOne(path, folder, context))));
    }
    return rows;
  },
};

/** @returns the suite files of a folder and of the folders in it, the sample store's first. */
async function listSuites(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const own = entries.filter((entry) => /\.ya?ml$/.test(entry.name)).map((entry) => join(folder, entry.name));
  const inside = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name, 'suite.yaml'))
    .filter((path) => existsSync(path));
  return [...own.sort(), ...inside.sort()];
}

async function runOne(path: string, folder: string, context: BenchContext): Promise<BenchRow[]> {
  const { root, logger, onProgress } = context;
  const suite = await readSuite(path);
  onProgress(`${suite.name}: ingesting`);
  const openTarget = makeOpenInProcess({
    env: { ...context.env, AISLE_DATA: folder },
    openService: ({ env, store }) =>
      openInProcess({ environment: readEnvironment(env), logger, store, progress: null }),
    ingestSources: makeIngestSources(join(root, 'ingest/main.ts')),
  });
  const target = await openTarget(
    suite.sources === null ? { store: suite.store } : { suite: suite.name, sources: suite.sources },
  );
  try {
    let done = 0;
    const results = await runSuite(suite.cases, target, {
      onCase: () => {
        done += 1;
        onProgress(`${suite.name}: ${done}/${suite.cases.length}`);
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
  } finally {
    await target.close();
  }
}
