import type { EmbeddingModel } from '../../../ingest/embedding/embedding-model.ts';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { openEmbeddingModel } from '../../../ingest/embedding/open-embedding-model.ts';
import { readEnvironment } from '../../../ingest/environment.ts';
import type { SourceDocument } from '../../../ingest/extract/source-document.ts';
import { documentId, prepareDocument } from '../../../ingest/prepare-document.ts';
import { makeScorePassages } from '../../../service/answer/rerank-endpoint/make-score-passages.ts';
import { rerankSettings } from '../../../service/answer/rerank-endpoint/rerank-settings.ts';
import { makeStoreCache } from '../../../service/answer/retrieve/store-cache.ts';
import type { AnswerQuestion } from '../../../service/answer-question.ts';
import { openService } from '../../../service/open-service.ts';
import { openDatabase } from '../../../sql/database.ts';
import type { Database } from '../../../sql/database-options.ts';
import { migrate } from '../../../sql/migrate.ts';
import { publishDocument } from '../../../sql/publish-document.ts';
import { ensureSource } from '../../../sql/sources.ts';
import { ensureStore, refreshStore } from '../../../sql/stores.ts';
import { saveVectors } from '../../../sql/vectors.ts';
import type { BenchContext } from '../benchmark.ts';
import { withFolder } from '../with-folder.ts';
import {
  type FindEvidence,
  makeFindEvidence,
  makeRankDocuments,
  type RankDocuments,
} from './rank-documents.ts';

const STORE = 'bench';
const SOURCE = 'texts';
/** Texts that are embedded at a time. */
const BATCH = 64;

/** A text that becomes a document of one section. */
export interface BenchText {
  id: string;
  title: string;
  text: string;
}

/** A store of texts, with the steps of an answer that benchmarks measure. */
export interface TextStore {
  /** The whole pipeline. */
  answer: (question: string) => ReturnType<AnswerQuestion>;
  /** Ids of texts as each step of retrieval ranks them. */
  rank: RankDocuments;
  /** What there is to rank. */
  find: FindEvidence;
  /** The text's id for a document's. */
  idOf: ReadonlyMap<string, string>;
  /** The embedding model's own weight in the fusion, 0…1. */
  fusionWeight: number;
}

/** Publishes texts as a store in an embedded database of its own, which is removed when `work` has ended. */
export async function withTextStore<T>(
  texts: readonly BenchText[],
  locale: string,
  context: Pick<BenchContext, 'env' | 'logger' | 'signal'>,
  work: (store: TextStore) => Promise<T>,
): Promise<T> {
  return withFolder(async (folder) => {
    const environment = readEnvironment({ ...context.env, AISLE_DATA: folder });
    const rerank = rerankSettings(environment);
    const scorePassages = rerank === null ? null : makeScorePassages(rerank, context.logger);
    const database = await openDatabase({
      url: null,
      dataDir: folder,
      command: 'npm run bench',
      whenHeld: 'refuse',
    });
    try {
      await migrate(database.pool);
      const embeddingModel = await openEmbeddingModel(environment.embeddingModel, {
        apiKey: environment.openaiApiKey ?? undefined,
        baseUrl: environment.openaiBaseUrl ?? undefined,
      });
      const idOf = await publishTexts(texts, locale, { database, embeddingModel });
      const { logger, signal } = context;
      const service = await openService({
        database,
        environment,
        embeddingModel,
        logger,
        defaultStore: STORE,
      });
      const deps = {
        pool: database.pool,
        embeddingModel,
        logger,
        similarity: wordSimilarity,
        loadStore: makeStoreCache(database.pool),
        storeId: STORE,
        idOf,
        scorePassages,
        signal,
      };
      return await work({
        answer: (question) => service.answer({ question, store: STORE }, { signal }),
        rank: makeRankDocuments(deps),
        find: makeFindEvidence(deps),
        idOf,
        fusionWeight: embeddingModel.fusionWeight,
      });
    } finally {
      await scorePassages?.close();
      await database.close();
    }
  });
}

/** @returns the text's id for a document's. */
async function publishTexts(
  texts: readonly BenchText[],
  locale: string,
  { database, embeddingModel }: { database: Database; embeddingModel: EmbeddingModel },
): Promise<Map<string, string>> {
  const { pool } = database;
  await ensureStore(pool, STORE, null);
  await ensureSource(pool, { storeId: STORE, sourceId: SOURCE, kind: 'files', location: '' });
  const idOf = new Map<string, string>();
  const embeddings = new Map<string, string>();
  const fetchedAt = new Date().toISOString();
  for (const text of texts) {
    const source = toSource(text, locale);
    const origin = { storeId: STORE, sourceId: SOURCE, etag: null, lastModified: null, fetchedAt };
    const prepared = prepareDocument(source, origin);
    await publishDocument(pool, prepared.document);
    for (const [hash, embedded] of prepared.embeddings) embeddings.set(hash, embedded.text);
    idOf.set(documentId(STORE, SOURCE, source.url), text.id);
  }
  const entries = [...embeddings];
  for (let at = 0; at < entries.length; at += BATCH) {
    const batch = entries.slice(at, at + BATCH);
    const vectors = await embeddingModel.embeddings.embedDocuments(batch.map(([, text]) => text));
    await saveVectors(
      pool,
      STORE,
      embeddingModel.name,
      batch.map(([hash], index) => ({ hash, vector: vectors[index] ?? [] })),
    );
  }
  await refreshStore(pool, STORE);
  return idOf;
}

function toSource({ id, title, text }: BenchText, locale: string): SourceDocument {
  return {
    url: `https://bench.invalid/${id}`,
    title,
    kind: 'page',
    locale,
    text,
    sections: [{ heading: [], start: 0, end: text.length, shape: 'prose' }],
    product: null,
  };
}
