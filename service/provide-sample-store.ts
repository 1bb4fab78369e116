import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../ingest/environment.ts';
import { settingsHash } from '../ingest/run/settings-hash.ts';
import type { SourceSpec } from '../ingest/run/source-spec.ts';
import { type SampleStore, startSampleStore } from '../ingest/sample-store/server.ts';
import type { Database } from '../sql/database-options.ts';
import { listDocuments } from '../sql/list-documents.ts';
import { findLastSettings } from '../sql/runs.ts';
import type { SampleOrder, SampleReply } from './ingest-sample.ts';
import { sampleSource } from './sample-source.ts';
import { SAMPLE_SOURCE, SAMPLE_STORE } from './sample-store.ts';

/** A page on the same machine is there at once or not at all. */
const PROBE_MS = 2_000;

/** The sample store while it is up: its pages can be opened, as citations need. */
export interface ProvidedSample {
  /** Null when another process serves the pages, or nobody needs them. */
  server: SampleStore | null;
  close(): Promise<void>;
}

export interface ProvideSampleOptions {
  /** Open and migrated. */
  database: Database;
  /** As `database` was opened by; says the port, too. */
  environment: Environment;
  showProgress: boolean;
  /** Whether the pages are to be served from now on, for those who open what an answer cites. */
  staysUp: boolean;
  /** Ends an ingest under way. */
  signal?: AbortSignal | undefined;
}

/**
 * Serves the sample store's pages and ingests them over HTTP: the first time, when they have moved to another port, when this
 * version of Aisle has other pages or reads them otherwise, and when no ingest of them has ended well yet.
 * @throws Error when its port is taken by something else, or when the ingest fails.
 */
export async function provideSampleStore(options: ProvideSampleOptions): Promise<ProvidedSample> {
  const { database, environment, staysUp } = options;
  const port = environment.sampleStorePort;
  const ingested = await findLastSettings(database.pool, SAMPLE_STORE, SAMPLE_SOURCE);
  const isIngested = (url: string) => ingested !== null && ingested === settingsHash(sampleSource(url));
  // Whoever only asks questions needs no page: its port may be taken.
  if (!staysUp && isIngested(`http://127.0.0.1:${port}`)) return { server: null, close: async () => {} };
  const server = await startSampleStore({ port }).catch(async (error: unknown) => {
    // Another Aisle on the same database serves them already.
    const known = await listDocuments(database.pool, SAMPLE_STORE, SAMPLE_SOURCE);
    const page = known.find(({ url }) => new URL(url).port === String(port));
    if (page !== undefined && (await isServed(page.url))) return null;
    throw error;
  });
  const provided = { server, close: async () => server?.close() };
  if (server === null || isIngested(server.url)) return provided;
  try {
    await ingestSample(options, sampleSource(server.url));
  } catch (error) {
    await provided.close();
    throw error;
  }
  return provided;
}

/** Whether what holds the port is the sample store: what is no shop has none of its pages. */
async function isServed(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(PROBE_MS),
    });
    return response.ok;
  } catch {
    return false;
  }
}

async function ingestSample(
  { environment, showProgress, signal }: ProvideSampleOptions,
  source: SourceSpec,
): Promise<void> {
  const child = fork(fileURLToPath(new URL('./ingest-sample.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    ...(signal ? { signal } : {}),
  });
  const problem = await new Promise<string | null>((resolve, reject) => {
    child.once('message', (reply: SampleReply) => resolve(reply.problem));
    child.once('error', reject);
    child.once('exit', (code, name) => resolve(`its process ended with ${code ?? name}`));
    child.send({ environment, source, showProgress } satisfies SampleOrder);
  });
  if (problem !== null) throw new Error(`The sample store could not be ingested: ${problem}`);
}
