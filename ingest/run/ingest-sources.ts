import type { SafeFetch } from '../safe-fetch.ts';
import { detectSource } from './detect-source.ts';
import type { RunReport } from './report.ts';
import { type IngestDeps, runIngest } from './run-ingest.ts';
import { sourceId } from './source-id.ts';
import { makeSourceSpec } from './source-spec.ts';

/**
 * Ingests sources, told as on the command line, into a store: for suites that bring their own.
 * @param job.folder that relative paths begin at.
 * @returns a report for each, all of them done.
 * @throws UsageProblem when a source is none, and Error when one cannot be ingested, with the reason.
 */
export async function ingestSources(
  deps: IngestDeps,
  job: { storeId: string; sources: string[]; folder: string; allowHosts?: string[] },
): Promise<RunReport[]> {
  const { storeId, folder, allowHosts = [] } = job;
  const reports: RunReport[] = [];
  for (const text of job.sources) {
    const { kind, location } = await withFetch(deps.safeFetchFor(allowHosts), (safeFetch) =>
      detectSource(text, { folder, safeFetch }),
    );
    const source = makeSourceSpec({ id: sourceId(kind, location), kind, location, allowHosts });
    const report = await runIngest(deps, { storeId, source, dryRun: false, acceptRemoval: false });
    if (report.status !== 'done') {
      throw new Error(`${text} could not be ingested: ${report.problems[0]?.reason ?? report.status}`);
    }
    reports.push(report);
  }
  return reports;
}

async function withFetch<T>(
  safeFetch: SafeFetch & { close(): Promise<void> },
  work: (safeFetch: SafeFetch) => Promise<T>,
): Promise<T> {
  try {
    return await work(safeFetch);
  } finally {
    await safeFetch.close();
  }
}
