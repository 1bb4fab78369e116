import { fold } from '../../../ingest/analysis/stem.ts';

/** Folds a text and keeps every UTF-16 offset: what would grow or shrink stays as it is. */
export function foldInPlace(text: string): string {
  return text
    .replace(/[^\0-\x7f]/g, (unit) => {
      const folded = fold(unit);
      return folded.length === 1 ? folded : unit;
    })
    .toLowerCase();
}
