import type { Database } from '../../sql/database.ts';
import { publishDocument, touchDocuments } from '../../sql/publish-document.ts';
import { errorCode } from '../../sql/sqlstate.ts';
import { findEmbedded, holdVectors, saveVectors } from '../../sql/vectors.ts';
import { embedTexts } from '../embedding/embed-texts.ts';
import type { EmbeddingModel } from '../embedding/embedding-model.ts';
import type { PreparedDocument } from '../prepare-document.ts';
import { makeStage } from './stage.ts';

/** A batch is embedded in one call once it has so many texts, … */
const BATCH_TEXTS = 64;
/** … or so many documents, which unchanged ones make up, or is so old, in milliseconds, when the next one comes. */
const BATCH_DOCUMENTS = 100;
const BATCH_AGE_MS = 2000;

/** A document on its way into the index. */
export interface PublishEntry {
  prepared: PreparedDocument;
  change: 'add' | 'change' | 'keep';
}

/** Takes documents into the index. */
export interface Publisher {
  /** Resolves when there is room for another one. @throws what has gone wrong with an earlier one. */
  add(entry: PublishEntry): Promise<void>;
  /** Notes that a document was found unchanged without being read. */
  touch(seen: Seen): Promise<void>;
  /** Resolves when all is published. */
  finish(): Promise<void>;
  /** Resolves when nothing is under way any more, also after an error; what was only gathered is dropped. */
  idle(): Promise<void>;
}

/** When an unchanged document was last seen, and its validators. */
interface Seen {
  documentId: string;
  etag: string | null;
  lastModified: string | null;
  fetchedAt: string;
}

/** What a publisher works with. */
export interface PublisherDeps {
  database: Database;
  embeddingModel: EmbeddingModel;
  storeId: string;
  /** Counts what it would do, and writes nothing. */
  dryRun: boolean;
  signal: AbortSignal;
  onEmbedded(texts: number, tokens: number): void;
  onPublished(entry: PublishEntry): void;
  /** The database does not take this document, which concerns no other. */
  onRefused(entry: PublishEntry, reason: string): void;
  /** Documents have been published, or found unchanged: awaited before the next ones, so that a killed run loses few. */
  onBatch?: () => Promise<void>;
}

/**
 * Makes a publisher: documents are gathered, what has no vector yet is embedded, then each is published in a
 * transaction of its own. A batch is embedded while the one before is published and the next is read.
 */
export function makePublisher(deps: PublisherDeps): Publisher {
  const { database, embeddingModel: model, storeId, dryRun, signal } = deps;
  const embeddedHere = new Set<string>();
  let batch: PublishEntry[] = [];
  let seen: Seen[] = [];
  let texts = 0;
  let since = 0;

  async function embed(entries: PublishEntry[]): Promise<void> {
    const wanted = new Map(entries.flatMap(({ prepared }) => [...prepared.embeddings]));
    const hashes = [...wanted.keys()].filter((hash) => !embeddedHere.has(hash));
    const found = await findEmbedded(database.pool, storeId, model.name, hashes);
    const missing = hashes
      .filter((hash) => !found.has(hash))
      .map((hash) => ({ hash, ...textOf(wanted, hash) }));
    for (const hash of hashes) embeddedHere.add(hash);
    const coming = entries.filter(({ change }) => change !== 'keep');
    const reused = coming.flatMap(({ prepared }) =>
      [...prepared.embeddings.keys()].filter((hash) => found.has(hash)),
    );
    if (!dryRun) await holdVectors(database.pool, storeId, model.name, reused);
    if (missing.length > 0 && !dryRun) {
      signal.throwIfAborted();
      const vectors = await embedTexts(
        model,
        missing.map(({ text }) => text),
      );
      await saveVectors(
        database.pool,
        storeId,
        model.name,
        missing.map(({ hash }, index) => ({ hash, vector: vectors[index] ?? [] })),
      );
    }
    const tokens = missing.reduce((sum, each) => sum + each.tokens, 0);
    deps.onEmbedded(missing.length, tokens);
    await publishing.put(entries);
  }

  async function publish(entries: PublishEntry[]): Promise<void> {
    for (const entry of entries) {
      signal.throwIfAborted();
      if (!dryRun && entry.change !== 'keep') {
        const refused = await publishOne(database, entry);
        if (refused !== null) {
          deps.onRefused(entry, refused);
          continue;
        }
      }
      deps.onPublished(entry);
    }
    const kept = entries.filter(({ change }) => change === 'keep').map(({ prepared }) => prepared.document);
    if (!dryRun) await touchDocuments(database.pool, storeId, kept);
    await deps.onBatch?.();
  }

  const publishing = makeStage(publish);
  const embedding = makeStage(embed);

  async function flush(): Promise<void> {
    const entries = batch;
    const touched = seen;
    batch = [];
    seen = [];
    texts = 0;
    since = 0;
    if (touched.length > 0 && !dryRun) {
      await touchDocuments(database.pool, storeId, touched);
      await deps.onBatch?.();
    }
    if (entries.length > 0) await embedding.put(entries);
  }

  async function flushIfDue(): Promise<void> {
    if (since === 0) since = performance.now();
    const due =
      texts >= BATCH_TEXTS ||
      batch.length + seen.length >= BATCH_DOCUMENTS ||
      performance.now() - since >= BATCH_AGE_MS;
    if (due) await flush();
  }

  return {
    add(entry) {
      batch.push(entry);
      texts += entry.change === 'keep' ? 0 : entry.prepared.embeddings.size;
      return flushIfDue();
    },
    touch(one) {
      seen.push(one);
      return flushIfDue();
    },
    async finish() {
      await flush();
      await embedding.finish();
      await publishing.finish();
    },
    async idle() {
      await embedding.idle();
      await publishing.idle();
    },
  };
}

function textOf(wanted: PreparedDocument['embeddings'], hash: string): { text: string; tokens: number } {
  return wanted.get(hash) ?? { text: '', tokens: 0 };
}

/** SQLSTATE classes that blame the data: data exception, and a limit of the server's (a word too long to index). */
const OF_THE_DOCUMENT = /^(22|54)/;

/** @returns why the database does not take the document; null when it did. */
async function publishOne(database: Database, { prepared }: PublishEntry): Promise<string | null> {
  try {
    await publishDocument(database.pool, prepared.document);
    return null;
  } catch (error) {
    if (!OF_THE_DOCUMENT.test(errorCode(error) ?? '')) throw error;
    return `expected a document that the database takes, found: ${(error as Error).message}`;
  }
}
