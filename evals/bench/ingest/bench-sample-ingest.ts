import { openConfiguredModel } from '../../../ingest/embedding/open-configured-model.ts';
import { readEnvironment } from '../../../ingest/environment.ts';
import type { RunReport } from '../../../ingest/run/report.ts';
import { startSampleStore } from '../../../ingest/sample-store/server.ts';
import type { BenchContext, Benchmark } from '../benchmark.ts';
import type { BenchRow } from '../table.ts';
import { ingestSource, localSite } from './site-job.ts';
import { withIngestDeps } from './with-database.ts';

/** The sample store, served by this process, crawled into a new embedded database, then again, then read anew. */
export const sampleIngestBenchmark: Benchmark = {
  group: 'ingest',
  title: 'sample store, embedded database',
  run: measureIngest,
};

async function measureIngest(context: BenchContext): Promise<BenchRow[]> {
  const model = await openConfiguredModel(readEnvironment(context.env), context.signal);
  const site = await startSampleStore();
  try {
    return await withIngestDeps(context, model, async (deps) => {
      const source = localSite(site.url);
      const first = await ingestSource(deps, source);
      const second = await ingestSource(deps, source);
      const anew = await ingestSource(deps, source, { refresh: true });
      return [...firstRows(first), ...againRows('second run', second), ...againRows('pages read anew', anew)];
    });
  } finally {
    await site.close();
  }
}

function firstRows(report: RunReport): BenchRow[] {
  return [
    {
      what: 'pages',
      value: report.added / report.seconds,
      unit: '/s',
      digits: 1,
      target: { atLeast: 20 },
      note: `${report.added} documents, ${report.passages} passages, ${report.embedded} embeddings in ${report.seconds.toFixed(1)} s`,
    },
    { what: 'pages that failed', value: report.failed, digits: 0, target: { atMost: 0 } },
  ];
}

function againRows(name: string, report: RunReport): BenchRow[] {
  const { unchanged, added, changed, removed } = report;
  return [
    { what: `${name}: embeddings`, value: report.embedded, digits: 0, target: { atMost: 0 } },
    {
      what: `${name}: time`,
      value: report.seconds,
      unit: 's',
      digits: 1,
      note: `${unchanged} unchanged, ${added} added, ${changed} changed, ${removed} removed`,
    },
  ];
}
