import { openLocalEmbeddingModel } from '../../../../ingest/embedding/local-embedding-model.ts';
import { makeLogger } from '../../../../ingest/logger.ts';
import { ingestSource } from '../site-job.ts';
import { withIngestDeps } from '../with-database.ts';
import { type CatalogCounts, catalogSource, readAndEmbed } from './catalog-work.ts';
import { peakMemory } from './process-peak.ts';

/** What the child reports when it is done. */
export interface CatalogResult extends CatalogCounts {
  seconds: number;
  /** Bytes resident at most, from the start of the process. */
  peak: number;
}

/** `read` keeps nothing; `plan` and `publish` are a dry and a real run on a new embedded database. */
export type CatalogMode = 'read' | 'plan' | 'publish';

// A process of its own: `node catalog-child.ts <mode> <file>`, which sends one result to its parent.
const [mode = '', file = ''] = process.argv.slice(2);
process.on('disconnect', () => process.exit());
const model = openLocalEmbeddingModel();
const { counts, seconds } = mode === 'read' ? await read() : await run(mode === 'plan');
process.send?.({ ...counts, seconds, peak: await peakMemory() } satisfies CatalogResult, () =>
  process.disconnect(),
);

async function read(): Promise<{ counts: CatalogCounts; seconds: number }> {
  const started = performance.now();
  const counts = await readAndEmbed(file, model);
  return { counts, seconds: (performance.now() - started) / 1000 };
}

function run(dryRun: boolean): Promise<{ counts: CatalogCounts; seconds: number }> {
  const context = { logger: makeLogger({ level: 'warn' }), signal: new AbortController().signal };
  return withIngestDeps(context, model, async (deps) => {
    const report = await ingestSource(deps, catalogSource(file), { dryRun });
    const { added, passages, embedded, failed, seconds } = report;
    return { counts: { documents: added, passages, embeddings: embedded, problems: failed }, seconds };
  });
}
