import type { Target } from '../target/target.ts';

export type FindText = (store: string, documentId: string, signal: AbortSignal) => Promise<string | null>;

/** UTF-16 code units of documents that are kept: a shop's policies and some thousand products, at most 32 MB. */
const KEPT_UNITS = 16_000_000;

/**
 * Fetches the documents that quotes are held against, each once as long as it is kept; those that were not asked for
 * longest go first, so that a run over a large store needs no more memory than one over a small store.
 */
export function makeTextFinder(target: Target, keptUnits = KEPT_UNITS): FindText {
  const known = new Map<string, { text: Promise<string | null>; units: number }>();
  let units = 0;

  const drop = (key: string) => {
    units -= known.get(key)?.units ?? 0;
    known.delete(key);
  };
  const trim = () => {
    for (const key of known.keys()) {
      if (units <= keptUnits) return;
      drop(key);
    }
  };

  return (store, documentId, signal) => {
    const key = JSON.stringify([store, documentId]);
    const kept = known.get(key);
    if (kept !== undefined) {
      // A Map keeps the order of insertion: the last asked for becomes the last to go.
      known.delete(key);
      known.set(key, kept);
      return kept.text;
    }
    const text = target.findDocument(store, documentId, signal).then((document) => document?.text ?? null);
    const entry = { text, units: 0 };
    known.set(key, entry);
    text.then(
      (found) => {
        if (known.get(key) !== entry) return;
        entry.units = found?.length ?? 0;
        units += entry.units;
        trim();
      },
      // One case's time limit must not decide for the cases after it.
      () => known.get(key) === entry && known.delete(key),
    );
    return text;
  };
}
