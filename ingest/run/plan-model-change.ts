import type pg from 'pg';
import { findStore } from '../../sql/stores.ts';
import { embeddingCost, showCost } from '../embedding/embedding-cost.ts';
import type { EmbeddingModel } from '../embedding/embedding-model.ts';
import { listTextsToEmbed } from './list-texts-to-embed.ts';

/** What it takes to make a store use another embedding model. */
export interface ModelChangePlan {
  store: string;
  from: string;
  to: string;
  /** Texts without a vector of the new model; passages with the same text are one. */
  embeddings: number;
  tokens: number;
  /** Null where the model's price is not known. */
  costUsd: number | null;
}

const PAGE = 500;

/**
 * Counts what changing a store to `model` would embed, and writes nothing.
 * @returns null when there is nothing to change: no such store, nothing in it yet, or it uses the model already.
 */
export async function planModelChange(
  pool: pg.Pool,
  storeId: string,
  model: EmbeddingModel,
): Promise<ModelChangePlan | null> {
  const from = (await findStore(pool, storeId))?.embeddingModel ?? null;
  if (from === null || from === model.name) return null;
  let embeddings = 0;
  let tokens = 0;
  for await (const page of listTextsToEmbed(pool, storeId, model.name, PAGE)) {
    embeddings += page.length;
    for (const each of page) tokens += each.tokens;
  }
  return { store: storeId, from, to: model.name, embeddings, tokens, costUsd: embeddingCost(model, tokens) };
}

/** One line for a person. Pure. */
export function renderModelChange(plan: ModelChangePlan): string {
  const { store, from, to, embeddings, tokens, costUsd } = plan;
  return `${store}: embedding model ${from} → ${to}: ${embeddings} embeddings of ${tokens} tokens, ${costUsd === null ? '' : 'about '}${showCost(costUsd)}; questions use ${from} until all are there`;
}
