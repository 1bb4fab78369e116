import type { RunReport } from '../../../ingest/run/report.ts';
import { type IngestDeps, runIngest } from '../../../ingest/run/run-ingest.ts';
import { makeSourceSpec, type SourceSpec } from '../../../ingest/run/source-spec.ts';

/** A site on this machine as a source. */
export function localSite(origin: string): SourceSpec {
  return makeSourceSpec({
    id: 'site',
    kind: 'site',
    location: `${origin}/`,
    allowHosts: [new URL(origin).host],
  });
}

/** Ingests a source into the store `bench`. @throws Error when the run does not end well. */
export async function ingestSource(
  deps: IngestDeps,
  source: SourceSpec,
  how: { dryRun?: boolean; refresh?: boolean } = {},
): Promise<RunReport> {
  const { dryRun = false, refresh = false } = how;
  const report = await runIngest(deps, { storeId: 'bench', source, dryRun, refresh, acceptRemoval: false });
  if (report.status === 'done') return report;
  deps.signal?.throwIfAborted();
  const reason = report.problems[0]?.reason ?? report.status;
  throw new Error(`${source.location} could not be ingested: ${reason}`);
}
