/**
 * Reads something that changes seldom and is asked for with every request. What is `freshMs` old is read again while requests go on
 * with what is known, so that none of them waits behind the queries of others; at `staleMs`, requests wait. Callers at the
 * same time share one read, and a failure is not kept.
 * @returns a function that with `newest` waits for what is less than `newestMs` old
 */
export function keepFresh<T>(
  load: () => Promise<T>,
  {
    freshMs,
    staleMs,
    newestMs = freshMs,
    now = Date.now,
  }: { freshMs: number; staleMs: number; newestMs?: number; now?: () => number },
): (newest?: 'newest') => Promise<T> {
  let known: { value: T; at: number } | null = null;
  let loading: Promise<T> | null = null;
  const reload = (): Promise<T> => {
    // What was read is as old as the moment at which reading began.
    const at = now();
    loading ??= load()
      .then((value) => {
        known = { value, at };
        return value;
      })
      .finally(() => {
        loading = null;
      });
    return loading;
  };
  return async (newest) => {
    const age = known === null ? Number.POSITIVE_INFINITY : now() - known.at;
    if (known === null || age >= (newest ? newestMs : staleMs)) return reload();
    // Whoever waits for it meets its failure.
    if (age >= freshMs) reload().catch(() => undefined);
    return known.value;
  };
}
