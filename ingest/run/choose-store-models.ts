import type { Queryable } from '../../sql/queryable.ts';
import { findStore } from '../../sql/stores.ts';
import type { EmbeddingModel } from '../embedding/embedding-model.ts';
import type { EmbeddingModels } from '../embedding/embedding-models.ts';

/** The models that a run embeds new and changed passages for. */
export interface StoreModels {
  /** Without its vectors nothing is published: the model that the store's questions are asked with, where it works. */
  required: EmbeddingModel;
  /** The model that the store changes to; null when it does not, or when that one does not work. */
  next: EmbeddingModel | null;
  /** What a person has to know of a model that does not work; null when all do. */
  problem: string | null;
}

/**
 * Chooses by what the store uses and what is configured. Of two models, one that does not work stops nothing: without
 * the configured one the store stays on its own; without its own, new passages get vectors of the configured one, and
 * questions find them by words until the change is complete.
 * @throws why the configured model cannot be used, where no other can.
 */
export async function chooseStoreModels(
  db: Queryable,
  models: EmbeddingModels,
  storeId: string,
): Promise<StoreModels> {
  const active = (await findStore(db, storeId))?.embeddingModel ?? null;
  if (active === null) return { required: await models.configured(), next: null, problem: null };
  const [configured, own] = await Promise.allSettled([models.configured(), models.named(active)]);
  if (configured.status === 'fulfilled' && configured.value.name === active) {
    return { required: configured.value, next: null, problem: null };
  }
  const [next, current] = await Promise.all([working(configured), working(own)]);
  if (typeof current !== 'string' && typeof next !== 'string') {
    return { required: current, next, problem: null };
  }
  if (typeof current !== 'string') {
    return {
      required: current,
      next: null,
      problem: `${storeId} stays on the embedding model ${active}: ${next}`,
    };
  }
  if (typeof next === 'string') throw new Error(next);
  return {
    required: next,
    next: null,
    problem: `${storeId} has vectors of ${active}, which cannot be used any more: ${current} Questions are searched by words until all passages have vectors of ${next.name}.`,
  };
}

/** A model that has embedded a word, so that a refused key shows before a run and not within; else why it does not work. */
async function working(opened: PromiseSettledResult<EmbeddingModel>): Promise<EmbeddingModel | string> {
  if (opened.status === 'rejected') return messageOf(opened.reason);
  try {
    await opened.value.embeddings.embedQuery('word');
    return opened.value;
  } catch (error) {
    return messageOf(error);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
