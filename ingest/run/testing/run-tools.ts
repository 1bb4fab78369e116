import type { Database } from '../../../sql/database.ts';
import { listDocuments } from '../../../sql/list-documents.ts';
import { openLocalEmbeddingModel } from '../../embedding/local-embedding-model.ts';
import { makeLogger } from '../../logger.ts';
import { makeSafeFetch } from '../../safe-fetch.ts';
import type { RunReport } from '../report.ts';
import { type IngestDeps, type IngestJob, runIngest } from '../run-ingest.ts';
import { makeSourceSpec, type SourceKind } from '../source-spec.ts';

/** Runs an ingest of one source into the store `shop`, as often as a test likes. */
export function makeRunner(
  database: Database,
  source: { kind: SourceKind; location: string; allowHosts?: string[] },
) {
  const embeddingModel = openLocalEmbeddingModel();
  const spec = makeSourceSpec({ id: 'source', ...source });
  return {
    run(job: Partial<IngestJob> = {}, deps: Partial<IngestDeps> = {}): Promise<RunReport> {
      return runIngest(
        {
          database,
          embeddingModel,
          safeFetchFor: (allowHosts) => makeSafeFetch({ allowHosts }),
          logger: makeLogger({ level: 'silent' }),
          ...deps,
        },
        { storeId: 'shop', source: spec, dryRun: false, acceptRemoval: false, ...job },
      );
    },
    /** URLs in the index, without the site's origin. */
    async urls(origin = ''): Promise<string[]> {
      const documents = await listDocuments(database.pool, 'shop', 'source');
      return documents.map(({ url }) => url.replace(origin, '')).sort();
    },
  };
}

/** Rows of every table that a run may write to. */
export async function countRows(database: Database): Promise<number> {
  const tables = [
    'stores',
    'sources',
    'runs',
    'documents',
    'passages',
    'postings',
    'vectors',
    'products',
    'visits',
    'block_lessons',
    'repeated_blocks',
    'source_validators',
    'held_documents',
    'run_changes',
  ];
  const counts = await Promise.all(
    tables.map((table) => database.pool.query(`select count(*)::int as count from ${table}`)),
  );
  return counts.reduce((sum, { rows }) => sum + rows[0].count, 0);
}
