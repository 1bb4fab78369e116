/**
 * What `work` resolves to, or the signal's reason once it is aborted, whichever comes first: a piece of work that is
 * deaf to its signal must not keep a client waiting.
 * @throws the signal's reason, or what `work` throws
 */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
