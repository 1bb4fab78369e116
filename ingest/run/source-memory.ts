import type { Queryable } from '../../sql/queryable.ts';
import { findReading, forgetReading, type StoredReading, saveReading } from '../../sql/source-validators.ts';
import { settingsHash } from './settings-hash.ts';
import type { SourceSpec } from './source-spec.ts';

/** What a reader has read whole. */
export type Reading = Omit<StoredReading, 'settingsHash'>;

/** What is remembered of a source from run to run, so that one that has not changed is not read again. */
export interface SourceMemory {
  /** What it was when it was last read whole, by the same settings; null when it has to be read. */
  last: Reading | null;
  /** To be called before the first document of another reading: until that one is whole, there is nothing to go by. */
  forget(): Promise<void>;
  /** Notes what was read whole. */
  note(reading: Reading): void;
  /** Keeps what was noted; to be called when all of the reading is published and what was missing from it is removed. */
  settle(): Promise<void>;
}

/** Remembers nothing. */
export const NO_SOURCE_MEMORY: SourceMemory = {
  last: null,
  forget: async () => {},
  note: () => {},
  settle: async () => {},
};

/**
 * Recalls what a source was.
 * @param options.anew read it in any case, as when it was asked for, or when documents lack vectors.
 * @param options.dryRun changes nothing.
 */
export async function openSourceMemory(
  db: Queryable,
  { storeId, source, anew, dryRun }: { storeId: string; source: SourceSpec; anew: boolean; dryRun: boolean },
): Promise<SourceMemory> {
  const hash = settingsHash(source);
  const stored = anew ? null : await findReading(db, storeId, source.id);
  const last = stored?.settingsHash === hash ? stored : null;
  let noted: Reading | null = null;
  if (dryRun) return { ...NO_SOURCE_MEMORY, last };
  return {
    last,
    forget: () => forgetReading(db, storeId, source.id),
    note(reading) {
      noted = reading;
    },
    async settle() {
      if (noted !== null)
        await saveReading(db, { ...noted, settingsHash: hash, storeId, sourceId: source.id });
    },
  };
}
