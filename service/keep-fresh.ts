/**
 * Reads something that changes seldom and is asked for with every request. What is older than `freshMs` is read again while requests go on
 * with what is known, so that none of them waits behind the queries of others; older than `staleMs`, requests wait. Callers at the
 * same time share one read, and a failure is not kept.
 * @returns a function that with `newest` waits for what is fresh
 */
export function keepFresh<T>(
  load: () => Promise<T>,
  { freshMs, staleMs, now = Date.now }: { freshMs: number; staleMs: number; now?: () => number },
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
    if (known === null || age > (newest ? freshMs : staleMs)) return reload();
    // Whoever waits for it meets its failure.
    if (age > freshMs) reload().catch(() => undefined);
    return known.value;
  };
}
