/** One step of a pipeline: works on one item at a time while its producer prepares the next. */
export interface Stage<Item> {
  /** Resolves when the item is being worked on, which is when the one before is done. @throws its error. */
  put(item: Item): Promise<void>;
  /** Resolves when the last item is done. @throws its error. */
  finish(): Promise<void>;
  /** Resolves when nothing is being worked on, whatever came of it. */
  idle(): Promise<void>;
}

/** Makes a stage. `put` is to be called by one producer, which awaits it. After an error nothing more is worked on. */
export function makeStage<Item>(work: (item: Item) => Promise<void>): Stage<Item> {
  let current: Promise<void> = Promise.resolve();
  let failure: { error: unknown } | null = null;

  async function finish(): Promise<void> {
    await current;
    if (failure !== null) throw failure.error;
  }
  return {
    finish,
    idle: () => current,
    async put(item) {
      await finish();
      current = work(item).catch((error: unknown) => {
        failure = { error };
      });
    },
  };
}
