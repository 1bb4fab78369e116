import type { Database } from '../../sql/database.ts';
import {
  findBlockLesson,
  markLessonStale,
  type StoredLesson,
  saveBlockLesson,
  settleLesson,
} from '../../sql/repeated-blocks.ts';
import { FEWEST_PAGES } from '../extract/repeated-blocks.ts';
import { type DocumentEvent, dropRepeated } from './drop-repeated.ts';
import type { SourceEvent } from './source-event.ts';

/** What was learned of a small shop, or of a crawl that was cut short, is good until the source has grown by this. */
const OUTGROWN = 2;

/** What is known of a source's repeated blocks, for one run of it. */
export interface BlockLesson {
  /** Whether all pages have to be read, as with `refresh`: an unchanged page may stand in the index as an earlier lesson left it. */
  readAnew: boolean;
  /**
   * The source's events, its documents without repeated blocks.
   * @param readBefore pages that do not come because an interrupted run has published them.
   * @param onHeld awaited for each page that is held back to learn from.
   */
  clean(
    events: AsyncIterable<SourceEvent>,
    readBefore?: ReadonlySet<string>,
    onHeld?: (event: DocumentEvent) => Promise<void>,
  ): AsyncGenerator<SourceEvent, void, undefined>;
  /** To be called when all that was read is published. */
  settle(): Promise<void>;
}

/**
 * Opens what earlier runs have learned of a source, or what this one is going to.
 * @param run.known documents of the source in the index
 * @param run.refresh learns anew
 * @param run.dryRun learns, and writes nothing
 * @param run.begin makes the source's row, on which the lesson hangs; awaited before it is saved
 */
export async function openBlockLesson(
  { pool }: Pick<Database, 'pool'>,
  run: {
    storeId: string;
    sourceId: string;
    known: number;
    refresh: boolean;
    dryRun: boolean;
    begin: () => Promise<void>;
  },
): Promise<BlockLesson> {
  const { storeId, sourceId, known, refresh, dryRun, begin } = run;
  const stored = await findBlockLesson(pool, storeId, sourceId);
  const learned = refresh || mustLearn(stored, known) ? null : stored;
  return {
    readAnew: known > 0 && learned?.state !== 'settled',
    clean: (events, readBefore = new Set(), onHeld = async () => {}) =>
      dropRepeated(events, {
        learned,
        readBefore,
        onHeld,
        async onLearned(lesson) {
          if (dryRun) return;
          await begin();
          const state = known > 0 ? 'unsettled' : 'settled';
          await saveBlockLesson(pool, { ...lesson, storeId, sourceId, state });
        },
        async onLost() {
          if (!dryRun) await markLessonStale(pool, storeId, sourceId);
        },
      }),
    async settle() {
      if (!dryRun) await settleLesson(pool, storeId, sourceId);
    },
  };
}

/** Whether what was learned can no longer be used, or binds nobody, as nothing was published by it. Pure. */
function mustLearn(stored: StoredLesson | null, known: number): boolean {
  if (stored === null || stored.state === 'stale' || known === 0) return true;
  return !stored.enough && known >= FEWEST_PAGES && known >= OUTGROWN * stored.documents;
}
