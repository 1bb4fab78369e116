import type pg from 'pg';
import { saveVectors } from '../../sql/vectors.ts';
import { embedHashOf } from '../embedding/embed-text.ts';
import { embedTexts } from '../embedding/embed-texts.ts';
import { showCost } from '../embedding/embedding-cost.ts';
import type { EmbeddingModel } from '../embedding/embedding-model.ts';
import type { EmbeddingModels } from '../embedding/embedding-models.ts';
import { handingOn } from '../embedding/handing-on.ts';
import { chooseStoreModels } from './choose-store-models.ts';
import { planModelChange, renderModelChange } from './plan-model-change.ts';
import type { ProgressDisplay } from './progress.ts';
import { FOREGROUND, type ReEmbedReport, reEmbed } from './re-embed.ts';

/** Brings stores to the configured embedding model around their runs. */
export interface StoreModelChange {
  /**
   * Before a store's runs. @returns the model to run with: the one that the store uses, which also makes the vectors of
   * the one that it changes to.
   * @throws why no model can be used.
   */
  begin(storeId: string): Promise<EmbeddingModel>;
  /**
   * After them: embeds what lacks a vector of the configured model, and switches. In a dry run it only tells what that
   * would take.
   * @returns whether nothing was in the way; what was has been told.
   */
  finish(storeId: string): Promise<boolean>;
}

export function makeStoreModelChange({
  pool,
  models,
  signal,
  dryRun,
  progress,
  tell,
}: {
  pool: pg.Pool;
  models: EmbeddingModels;
  signal: AbortSignal;
  /** Nothing is written. */
  dryRun: boolean;
  progress: Pick<ProgressDisplay, 'update' | 'stop'>;
  /** Says a line to a person, on standard error. */
  tell: (line: string) => void;
}): StoreModelChange {
  async function complete(storeId: string, model: EmbeddingModel): Promise<void> {
    const report = await reEmbed(
      {
        pool,
        signal,
        onProgress: ({ store, embedded, missing, elsewhere }) =>
          progress.update({
            store,
            source: `${store}: passages for ${model.name}${elsewhere ? ' (by another process)' : ''}`,
            read: embedded,
            queued: missing,
            known: 0,
            published: embedded,
            embedded,
          }),
      },
      { storeId, model, pace: FOREGROUND },
    ).finally(() => progress.stop());
    const line = renderReEmbed(report);
    if (line !== null) tell(line);
  }

  async function plan(storeId: string): Promise<void> {
    const change = await planModelChange(pool, storeId, await models.configured());
    if (change !== null) tell(renderModelChange(change));
  }

  return {
    async begin(storeId) {
      const { required, next, problem } = await chooseStoreModels(pool, models, storeId);
      if (problem !== null) tell(problem);
      if (dryRun) return required;
      // The model that questions need is gone: the sooner the other one is complete, the better.
      if (problem !== null && required === (await models.configured().catch(() => null)))
        await complete(storeId, required);
      return next === null ? required : handingOn(required, makeSaver(pool, storeId, next, tell));
    },
    async finish(storeId) {
      try {
        if (dryRun) await plan(storeId);
        else await complete(storeId, await models.configured());
        return true;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        tell(
          `${storeId} keeps its embedding model until all passages have vectors of ${models.setting}: ${reason} What is embedded is kept; run npm run ingest again to go on.`,
        );
        return false;
      }
    },
  };
}

/** What it took, for a person; null where nothing was done. Pure. */
function renderReEmbed(report: ReEmbedReport): string | null {
  const { store, from, to, switched, embedded, tokens, costUsd, deleted, seconds } = report;
  const cleared =
    deleted === 0 ? '' : `; deleted ${deleted} vectors of models that were left a week ago or longer`;
  if (!switched && embedded === 0) return deleted === 0 ? null : `${store}${cleared}`;
  const what = switched ? `uses the embedding model ${to} instead of ${from}` : `has all vectors of ${to}`;
  return `${store} ${what}: ${embedded} embeddings of ${tokens} tokens, ${showCost(costUsd)}, ${seconds.toFixed(1)} s${cleared}`;
}

/** After the first failure it saves no more: the end of the run makes up for it, or says why not. */
function makeSaver(
  pool: pg.Pool,
  storeId: string,
  model: EmbeddingModel,
  tell: (line: string) => void,
): (texts: string[]) => Promise<void> {
  let failed = false;
  return async (texts) => {
    if (failed) return;
    try {
      const vectors = await embedTexts(model, texts);
      await saveVectors(
        pool,
        storeId,
        model.name,
        texts.map((text, index) => ({ hash: embedHashOf(text), vector: vectors[index] ?? [] })),
      );
    } catch (error) {
      failed = true;
      tell(`${model.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}
