import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { EmbeddingModel } from '../ingest/embedding/embedding-model.ts';
import type { EmbeddingModels } from '../ingest/embedding/embedding-models.ts';
import { planModelChange } from '../ingest/run/plan-model-change.ts';
import { BACKGROUND, type ReEmbedPace, reEmbed } from '../ingest/run/re-embed.ts';
import { listStores, type StoreRow } from '../sql/stores.ts';

/** A change of model that costs more than this many US dollars a store is left to a person, who runs `npm run ingest`. */
const MAX_USD = 10;
const LINE_EVERY_MS = 10_000;
const FIRST_RETRY_MS = 60_000;
const LAST_RETRY_MS = 3_600_000;

/** The stores' change to the configured embedding model, beside the questions. */
export interface ModelChange {
  /** Resolves when every store uses the configured model, or when it was stopped. */
  done: Promise<void>;
  /** What is embedded by then is kept. */
  stop(): Promise<void>;
}

export interface ModelChangeOptions {
  pool: pg.Pool;
  models: EmbeddingModels;
  logger: Pick<Logger, 'info' | 'warn'>;
  maxUsd?: number;
  pace?: ReEmbedPace;
  /** Milliseconds before a failed change is tried again; doubled each time, up to an hour. */
  retryMs?: number;
}

/**
 * Gives the passages of every store vectors of the configured model, one store after the other, and switches each when its
 * last one is there. What fails is logged and tried again later; the store stays on its model meanwhile.
 */
export function startModelChange(options: ModelChangeOptions): ModelChange {
  const stopping = new AbortController();
  const done = changeAll(options, stopping.signal).catch((error: unknown) => {
    if (!stopping.signal.aborted) options.logger.warn({ err: error }, 'The change of embedding model ended.');
  });
  return {
    done,
    stop: () => {
      stopping.abort(new Error('the service is stopped'));
      return done;
    },
  };
}

async function changeAll(options: ModelChangeOptions, signal: AbortSignal): Promise<void> {
  const { pool, models, logger } = options;
  const finished = new Set<string>();
  const told = new Map<string, string>();
  const attempt = async (what: string, work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      signal.throwIfAborted();
      const reason = error instanceof Error ? error.message : String(error);
      if (told.get(what) !== reason) {
        logger.warn(
          { store: what, model: models.setting, reason },
          'The embedding model cannot be changed now: the store stays on the one that it has. It is tried again later.',
        );
      }
      told.set(what, reason);
      return false;
    }
  };
  for (let wait = options.retryMs ?? FIRST_RETRY_MS; ; wait = Math.min(2 * wait, LAST_RETRY_MS)) {
    let failed = false;
    const well = await attempt('all', async () => {
      const model = await models.configured();
      for (const store of await listStores(pool)) {
        if (finished.has(store.storeId)) continue;
        const changed = await attempt(store.storeId, () => changeStore(options, store, model, signal));
        if (changed) finished.add(store.storeId);
        failed ||= !changed;
      }
    });
    if (well && !failed) return;
    await sleep(wait, undefined, { signal, ref: false });
  }
}

async function changeStore(
  { pool, logger, maxUsd = MAX_USD, pace = BACKGROUND }: ModelChangeOptions,
  { storeId, passageCount }: StoreRow,
  model: EmbeddingModel,
  signal: AbortSignal,
): Promise<void> {
  if (passageCount === 0) return;
  // A model without a price has no cost to look at before, and its tokens need not be counted twice.
  const plan = model.usdPerMillionTokens === 0 ? null : await planModelChange(pool, storeId, model);
  if ((plan?.costUsd ?? 0) > maxUsd) {
    logger.warn(
      { ...plan, maxUsd },
      'The change of embedding model costs more than the service spends by itself. npm run ingest makes it.',
    );
    return;
  }
  if (plan !== null && plan.embeddings > 0) logger.info(plan, 'The change of embedding model begins.');
  let last = performance.now();
  const report = await reEmbed(
    {
      pool,
      signal,
      onProgress: (progress) => {
        if (performance.now() - last < LINE_EVERY_MS) return;
        last = performance.now();
        logger.info(progress, 'The embedding model is being changed.');
      },
    },
    { storeId, model, pace },
  );
  if (report.switched) logger.info(report, 'The store uses the configured embedding model now.');
  else if (report.embedded > 0) logger.info(report, "The store's missing vectors were made.");
}
