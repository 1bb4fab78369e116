import type { KnownDocument } from '../../sql/list-documents.ts';

/** A run that would remove more than this share of a source's documents, and more than this many, stops. */
const BRAKE_SHARE = 0.2;
const BRAKE_COUNT = 5;

/** Which documents leave the index. */
export interface RemovalPlan {
  remove: KnownDocument[];
  /** What would have been removed, of how many, when that was too much. */
  stopped: { missing: KnownDocument[]; of: number } | null;
}

/**
 * Decides what to remove: what its server says is gone, and, after a complete read, what was not found. Too many at
 * once are more likely a broken site or feed than a change that was meant. Pure.
 *
 * @param run.kept URLs that were found, or could not be read.
 */
export function planRemovals(
  known: readonly KnownDocument[],
  run: {
    kept: ReadonlySet<string>;
    gone: ReadonlySet<string>;
    complete: boolean;
    acceptRemoval: boolean;
  },
): RemovalPlan {
  const remove = known.filter(({ url }) => run.gone.has(url) || (run.complete && !run.kept.has(url)));
  const tooMany = remove.length > BRAKE_COUNT && remove.length > known.length * BRAKE_SHARE;
  if (!tooMany || run.acceptRemoval) return { remove, stopped: null };
  return { remove: [], stopped: { missing: remove, of: known.length } };
}
