import PQueue from 'p-queue';

/** Work on entries, a bounded number at a time. */
export interface FetchAhead<Entry, Result> {
  /** The next entry to start; undefined when there is none for now. `pending` is how many are under way. */
  next: (pending: number) => Entry | undefined;
  /** Must not reject. */
  work: (entry: Entry) => Promise<Result>;
  /** Entries worked on at the same time. */
  concurrency: number;
}

/**
 * Gives results as they come, in any order, and starts new work only while its consumer keeps up: at most twice the
 * concurrency is under way or done and not yet taken. Ends when nothing is under way and `next` has nothing.
 */
export async function* fetchAhead<Entry, Result>(
  options: FetchAhead<Entry, Result>,
): AsyncGenerator<{ entry: Entry; result: Result }, void, undefined> {
  const { next, work, concurrency } = options;
  const queue = new PQueue({ concurrency });
  const pending = new Map<Entry, Promise<{ entry: Entry; result: Result }>>();
  for (;;) {
    while (pending.size < concurrency * 2) {
      const entry = next(pending.size);
      if (entry === undefined) break;
      pending.set(
        entry,
        queue.add(() => work(entry)).then((result) => ({ entry, result })),
      );
    }
    if (pending.size === 0) return;
    const done = await Promise.race(pending.values());
    pending.delete(done.entry);
    yield done;
  }
}
