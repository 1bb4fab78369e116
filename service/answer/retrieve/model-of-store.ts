import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { EmbeddingModel } from '../../../ingest/embedding/embedding-model.ts';
import type { EmbeddingModels } from '../../../ingest/embedding/embedding-models.ts';
import type { StoreRow } from '../../../sql/stores.ts';

/** Finds the model that a store's vectors are of; null when it cannot be used, and words alone must do. */
export type ModelOfStore = (
  store: Pick<StoreRow, 'storeId' | 'embeddingModel'>,
) => Promise<EmbeddingModel | null>;

/** A question waits no longer than this for a model that is being opened. */
const PATIENCE_MS = 2_000;

/** Makes what finds a store's model. That one cannot be used is logged once, and again when the reason changes. */
export function makeModelOfStore({
  models,
  logger,
  patienceMs = PATIENCE_MS,
}: {
  models: EmbeddingModels;
  logger: Pick<Logger, 'warn'>;
  patienceMs?: number;
}): ModelOfStore {
  const told = new Map<string, string>();
  /** Stores whose model is being opened and has been waited for in vain: one question has waited for all. */
  const late = new Set<string>();
  return async ({ storeId, embeddingModel }) => {
    const opening = (embeddingModel === null ? models.configured() : models.named(embeddingModel)).then(
      (model) => {
        told.delete(storeId);
        late.delete(storeId);
        return model;
      },
      (error: unknown) => {
        late.delete(storeId);
        const reason = error instanceof Error ? error.message : String(error);
        if (told.get(storeId) !== reason) {
          told.set(storeId, reason);
          logger.warn(
            { store: storeId, model: embeddingModel ?? models.setting, reason },
            "The store's embedding model cannot be used. Searching by words alone.",
          );
        }
        return null;
      },
    );
    const waited = new AbortController();
    const patience = sleep(late.has(storeId) ? 0 : patienceMs, undefined, { signal: waited.signal });
    const outOfPatience = patience.then(
      () => {
        late.add(storeId);
        return null;
      },
      () => null,
    );
    const model = await Promise.race([opening, outOfPatience]);
    waited.abort();
    return model;
  };
}
