import { makeProgressDisplay } from '../ingest/run/progress.ts';
import { type IngestDeps, runIngest } from '../ingest/run/run-ingest.ts';
import { makeSourceSpec } from '../ingest/run/source-spec.ts';
import { makeSafeFetch } from '../ingest/safe-fetch.ts';
import { type SampleStore, startSampleStore } from '../ingest/sample-store/server.ts';
import { listDocuments } from '../sql/list-documents.ts';

/** Id of the sample store. */
export const SAMPLE_STORE = 'sample';
const NAME = 'Tarn & Timber';
const SOURCE = 'site';

/** The sample store while it is up: its pages can be opened, as citations need. */
export interface ProvidedSample {
  /** Null when another process serves the pages. */
  server: SampleStore | null;
  close(): Promise<void>;
}

/**
 * Serves the sample store's pages and, the first time or when they have moved to another port, ingests them over HTTP.
 * @throws Error when its port is taken by something else, or when the ingest fails.
 */
export async function provideSampleStore(
  deps: Pick<IngestDeps, 'database' | 'embeddingModel' | 'logger' | 'signal'>,
  options: { port: number; progress: NodeJS.WriteStream | null },
): Promise<ProvidedSample> {
  const known = await listDocuments(deps.database.pool, SAMPLE_STORE, SOURCE);
  const server = await startSampleStore({ port: options.port }).catch((error: unknown) => {
    // Another Aisle on the same database serves them already.
    if (known.some(({ url }) => new URL(url).port === String(options.port))) return null;
    throw error;
  });
  const provided = { server, close: async () => server?.close() };
  if (server === null || known.some(({ url }) => new URL(url).origin === new URL(server.url).origin))
    return provided;
  try {
    await ingestSample(deps, server.url, options.progress);
  } catch (error) {
    await provided.close();
    throw error;
  }
  return provided;
}

async function ingestSample(
  deps: Pick<IngestDeps, 'database' | 'embeddingModel' | 'logger' | 'signal'>,
  url: string,
  stream: NodeJS.WriteStream | null,
): Promise<void> {
  const progress = makeProgressDisplay(stream);
  try {
    const report = await runIngest(
      {
        ...deps,
        safeFetchFor: (allowHosts) => makeSafeFetch({ allowHosts }),
        onProgress: (state) => progress.update(state),
      },
      {
        storeId: SAMPLE_STORE,
        storeName: NAME,
        source: makeSourceSpec({ id: SOURCE, kind: 'site', location: url, allowHosts: [new URL(url).host] }),
        dryRun: false,
        // At another port every page has another address, and the old ones open nothing.
        acceptRemoval: true,
      },
    );
    if (report.status !== 'done') {
      throw new Error(
        `The sample store could not be ingested: ${report.problems[0]?.reason ?? report.status}`,
      );
    }
    progress.message(
      `Ingested ${report.added} documents, ${report.passages} passages in ${report.seconds.toFixed(1)} s.\n`,
    );
  } finally {
    progress.stop();
  }
}
