import { openEmbeddingModel } from '../../../ingest/embedding/open-embedding-model.ts';
import { readEnvironment } from '../../../ingest/environment.ts';
import type { RunReport } from '../../../ingest/run/report.ts';
import { type IngestDeps, runIngest } from '../../../ingest/run/run-ingest.ts';
import { makeSourceSpec } from '../../../ingest/run/source-spec.ts';
import { makeSafeFetch } from '../../../ingest/safe-fetch.ts';
import { startSampleStore } from '../../../ingest/sample-store/server.ts';
import { openDatabase } from '../../../sql/database.ts';
import { migrate } from '../../../sql/migrate.ts';
import type { BenchContext, Benchmark } from '../benchmark.ts';
import type { BenchRow } from '../table.ts';
import { withFolder } from '../with-folder.ts';

/** The sample store, served by this process, crawled into a new embedded database, then again, then read anew. */
export const sampleIngestBenchmark: Benchmark = {
  group: 'ingest',
  title: 'sample store, embedded database',
  run: (context) => withFolder((folder) => measureIngest(folder, context)),
};

async function measureIngest(folder: string, context: BenchContext): Promise<BenchRow[]> {
  const { embeddingModel, openaiApiKey, openaiBaseUrl } = readEnvironment(context.env);
  const model = await openEmbeddingModel(embeddingModel, {
    apiKey: openaiApiKey ?? undefined,
    baseUrl: openaiBaseUrl ?? undefined,
  });
  const site = await startSampleStore();
  try {
    const database = await openDatabase({
      url: null,
      dataDir: folder,
      command: 'npm run bench',
      whenHeld: 'refuse',
    });
    try {
      await migrate(database.pool);
      const deps: IngestDeps = {
        database,
        embeddingModel: model,
        logger: context.logger,
        signal: context.signal,
        safeFetchFor: (allowHosts) => makeSafeFetch({ allowHosts }),
      };
      const first = await ingest(deps, site.url, false);
      const second = await ingest(deps, site.url, false);
      const anew = await ingest(deps, site.url, true);
      return [...firstRows(first), ...againRows('second run', second), ...againRows('pages read anew', anew)];
    } finally {
      await database.close();
    }
  } finally {
    await site.close();
  }
}

async function ingest(deps: IngestDeps, url: string, refresh: boolean): Promise<RunReport> {
  const allowHosts = [new URL(url).host];
  const report = await runIngest(deps, {
    storeId: 'bench',
    source: makeSourceSpec({ id: 'site', kind: 'site', location: url, allowHosts }),
    dryRun: false,
    refresh,
    acceptRemoval: false,
  });
  if (report.status === 'done') return report;
  throw new Error(`the sample store could not be ingested: ${report.problems[0]?.reason ?? report.status}`);
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
