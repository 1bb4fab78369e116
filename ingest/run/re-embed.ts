import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { countUnembedded } from '../../sql/list-unembedded-passages.ts';
import { retireModels } from '../../sql/retire-models.ts';
import { findStore } from '../../sql/stores.ts';
import { type ModelSwitch, switchModel } from '../../sql/switch-model.ts';
import { saveVectors } from '../../sql/vectors.ts';
import { embedTexts } from '../embedding/embed-texts.ts';
import { embeddingCost } from '../embedding/embedding-cost.ts';
import type { EmbeddingModel } from '../embedding/embedding-model.ts';
import { holdLease } from './hold-lease.ts';
import { listTextsToEmbed } from './list-texts-to-embed.ts';

/** How far giving a store vectors of another model has come, in texts; passages with the same text are one. */
export interface ReEmbedProgress {
  store: string;
  model: string;
  embedded: number;
  missing: number;
  /** Another process does it. */
  elsewhere: boolean;
}

/** What it took. */
export interface ReEmbedReport {
  store: string;
  /** The model before; null when the store had none. */
  from: string | null;
  to: string;
  /** Whether this call made the store change its model. */
  switched: boolean;
  embedded: number;
  tokens: number;
  /** Null where the model's price is not known. */
  costUsd: number | null;
  /** Vectors of models left a week ago that were deleted. */
  deleted: number;
  seconds: number;
}

export interface ReEmbedDeps {
  pool: pg.Pool;
  /** What is embedded by then is kept. */
  signal: AbortSignal;
  onProgress?: ((progress: ReEmbedProgress) => void) | undefined;
}

/** How hard it works. */
export interface ReEmbedPace {
  /** Texts that are embedded and saved at once; so many are paid for in vain when the process is killed. */
  batch: number;
  /** Rests after each batch for so many times as long as it took: 1 leaves half of the time to others. */
  rest: number;
  /** Pause before looking again whether another process still works on it, in milliseconds. */
  retryMs: number;
}

/** For a person who waits for it. */
export const FOREGROUND: ReEmbedPace = { batch: 256, rest: 0, retryMs: 1_000 };
/** Beside questions, in one process with them: 64 texts hold up the event loop for some 20 ms with the local model. */
export const BACKGROUND: ReEmbedPace = { batch: 64, rest: 1, retryMs: 10_000 };

/**
 * Gives every passage of a store a vector of the model, from the text that is stored, and then makes the store use it, in
 * one transaction. Until then it uses the model before. What is embedded is kept, so that a call that was killed is gone
 * on with by the next; of two processes one does it and the other waits.
 * @throws what the model throws, when it refuses; the signal's reason; and Error when a stored text is not what its
 * hash says.
 */
export async function reEmbed(
  { pool, signal, onProgress }: ReEmbedDeps,
  { storeId, model, pace }: { storeId: string; model: EmbeddingModel; pace: ReEmbedPace },
): Promise<ReEmbedReport> {
  const started = performance.now();
  const holder = `${hostname()} ${process.pid} ${randomBytes(6).toString('base64url')}`;
  let embedded = 0;
  let tokens = 0;
  let missing = await countUnembedded(pool, storeId, model.name);
  const tell = (elsewhere: boolean) =>
    onProgress?.({ store: storeId, model: model.name, embedded, missing, elsewhere });

  async function fill(held: AbortSignal): Promise<ModelSwitch> {
    for (;;) {
      for await (const page of listTextsToEmbed(pool, storeId, model.name, pace.batch)) {
        held.throwIfAborted();
        const since = performance.now();
        await embedPage(pool, storeId, model, page);
        embedded += page.length;
        tokens += page.reduce((sum, each) => sum + each.tokens, 0);
        missing = Math.max(0, missing - page.length);
        tell(false);
        if (pace.rest > 0) await sleep((performance.now() - since) * pace.rest, undefined, { signal: held });
      }
      held.throwIfAborted();
      const outcome = await switchModel(pool, storeId, model.name);
      // An ingest with another model configured may have published meanwhile.
      if (outcome.missing === 0) return outcome;
      missing = outcome.missing;
    }
  }

  // A store whose first source could not be read was never made.
  if ((await findStore(pool, storeId)) === null)
    return report({ from: null, switched: false, missing: 0 }, 0);
  const outcome = await holdLease(
    pool,
    { storeId, model: model.name, holder },
    {
      signal,
      retryMs: pace.retryMs,
      onWait: async () => {
        if ((await findStore(pool, storeId)) === null)
          throw new Error(`The store ${storeId} has been deleted`);
        missing = await countUnembedded(pool, storeId, model.name);
        tell(true);
      },
      work: fill,
    },
  );
  return report(outcome, await retireModels(pool, storeId, model.name));

  function report({ from, switched }: ModelSwitch, deleted: number): ReEmbedReport {
    return {
      store: storeId,
      from,
      to: model.name,
      switched,
      embedded,
      tokens,
      costUsd: embeddingCost(model, tokens),
      deleted,
      seconds: Math.round(performance.now() - started) / 1000,
    };
  }
}

async function embedPage(
  pool: pg.Pool,
  storeId: string,
  model: EmbeddingModel,
  page: { hash: string; text: string }[],
): Promise<void> {
  const vectors = await embedTexts(
    model,
    page.map(({ text }) => text),
  );
  await saveVectors(
    pool,
    storeId,
    model.name,
    page.map(({ hash }, index) => ({ hash, vector: vectors[index] ?? [] })),
  );
}
