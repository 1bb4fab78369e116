import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { findLastRun, findLastSettings, type LastRun, startRun } from '../../sql/runs.ts';
import { ensureSource } from '../../sql/sources.ts';
import { ensureStore, findStore } from '../../sql/stores.ts';
import { withoutSecrets } from '../safe-fetch/without-secrets.ts';
import { endDeadRuns, thisPlace } from './end-dead-runs.ts';
import { settingsHash } from './settings-hash.ts';
import type { SourceSpec } from './source-spec.ts';

/** A run of a source, which is in the database from its first document on. */
export interface OpenRun {
  storeId: string;
  sourceId: string;
  runId: string;
  /** The run of the source before this one. */
  lastRun: LastRun | null;
  /** Whether the source was last read by other settings, so that what has not changed reads otherwise now. */
  readsOtherwise: boolean;
  /** Makes what documents hang on, once; a dry run makes nothing. */
  begin(): Promise<void>;
  /** Whether it is in the database. */
  isBegun(): boolean;
}

/**
 * Opens a run. A store that exists notes it at once; one that does not is made with its first document, so that a source
 * that cannot be read leaves no empty one.
 */
export async function openRun(
  pool: pg.Pool,
  job: { storeId: string; storeName?: string | null | undefined; source: SourceSpec; dryRun: boolean },
): Promise<OpenRun> {
  const { storeId, storeName = null, source, dryRun } = job;
  const { id: sourceId, kind, location, market } = source;
  const runId = `run_${randomBytes(9).toString('base64url')}`;
  const hash = settingsHash(source);
  let begun = false;

  async function begin(): Promise<void> {
    if (dryRun || begun) return;
    begun = true;
    await ensureStore(pool, storeId, storeName);
    await ensureSource(pool, { storeId, sourceId, kind, location: withoutSecrets(location), market });
    await startRun(pool, { storeId, sourceId, runId, place: thisPlace(), settingsHash: hash });
  }

  const isStore = (await findStore(pool, storeId)) !== null;
  if (isStore && !dryRun) await endDeadRuns(pool, { storeId, sourceId });
  const lastRun = isStore ? await findLastRun(pool, storeId, sourceId) : null;
  const lastSettings = isStore ? await findLastSettings(pool, storeId, sourceId) : null;
  if (isStore) await begin();
  const readsOtherwise = lastSettings !== hash;
  return { storeId, sourceId, runId, lastRun, readsOtherwise, begin, isBegun: () => begun };
}
