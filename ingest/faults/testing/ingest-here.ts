import type { Database } from '../../../sql/database.ts';
import type { EmbeddingModel } from '../../embedding/embedding-model.ts';
import { openLocalEmbeddingModel } from '../../embedding/local-embedding-model.ts';
import { makeLogger } from '../../logger.ts';
import type { RunReport } from '../../run/report.ts';
import { type IngestDeps, type IngestJob, runIngest } from '../../run/run-ingest.ts';
import { sourceId } from '../../run/source-id.ts';
import { makeSourceSpec } from '../../run/source-spec.ts';
import { makeSafeFetch } from '../../safe-fetch.ts';

let local: EmbeddingModel | null = null;

/** An ingest of a local site within this process, as the command does it in its own. */
export function ingestHere(
  database: Database,
  site: { origin: string; host: string },
  job: Partial<IngestJob> & { storeId: string },
  deps: Partial<IngestDeps> = {},
): Promise<RunReport> {
  local ??= openLocalEmbeddingModel();
  const location = `${site.origin}/`;
  const id = sourceId('site', location);
  return runIngest(
    {
      database,
      embeddingModel: local,
      safeFetchFor: (allowHosts) => makeSafeFetch({ allowHosts }),
      logger: makeLogger({ level: 'silent' }),
      ...deps,
    },
    {
      source: makeSourceSpec({ id, kind: 'site', location, allowHosts: [site.host] }),
      dryRun: false,
      acceptRemoval: false,
      ...job,
    },
  );
}

/** The same as a command's arguments. */
export function ingestArgs(site: { origin: string; host: string }, store: string): string[] {
  return [`${site.origin}/`, '--allow-host', site.host, '--store', store, '--json'];
}
