import type { EmbeddingModel } from '../../../../ingest/embedding/embedding-model.ts';
import { makeSourceSpec, type SourceSpec } from '../../../../ingest/run/source-spec.ts';
import { readAsNew } from '../read-as-new.ts';

/** What reading a catalog came to. */
export interface CatalogCounts {
  documents: number;
  passages: number;
  embeddings: number;
  problems: number;
}

/** As many as a run embeds in one call. */
const BATCH_TEXTS = 64;

/** A catalog file as a source. */
export function catalogSource(path: string): SourceSpec {
  return makeSourceSpec({ id: 'catalog', kind: 'feed', location: path });
}

/** Reads, groups, chunks and embeds a catalog, and keeps none of it. */
export async function readAndEmbed(path: string, { embeddings }: EmbeddingModel): Promise<CatalogCounts> {
  const counts = { documents: 0, passages: 0, embeddings: 0, problems: 0 };
  const { signal } = new AbortController();
  const onProblem = () => {
    counts.problems += 1;
  };
  let batch: string[] = [];
  const embed = async () => {
    counts.embeddings += (await embeddings.embedDocuments(batch)).length;
    batch = [];
  };
  for await (const { document, embeddings: texts } of readAsNew(catalogSource(path), { signal, onProblem })) {
    counts.documents += 1;
    counts.passages += document.passages.length;
    for (const { text } of texts.values()) batch.push(text);
    if (batch.length >= BATCH_TEXTS) await embed();
  }
  if (batch.length > 0) await embed();
  return counts;
}
