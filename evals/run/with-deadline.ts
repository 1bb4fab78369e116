/**
 * Gives work a signal that aborts after some time or with another signal, and waits no longer for it than that: what
 * ignores its signal must not hold up a run. Nothing of it stays behind once it has ended, neither timer nor listener.
 *
 * @throws the signal's reason when it aborts first: a `TimeoutError` after `ms` milliseconds.
 */
export async function withDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  { ms, signal }: { ms: number; signal?: AbortSignal | undefined },
): Promise<T> {
  const controller = new AbortController();
  const expire = () => controller.abort(new DOMException(`no answer within ${ms} ms`, 'TimeoutError'));
  const forward = () => controller.abort(signal?.reason);
  const timer = setTimeout(expire, ms);
  signal?.addEventListener('abort', forward, { once: true });
  if (signal?.aborted) forward();
  try {
    return await new Promise<T>((resolve, reject) => {
      const fail = () => reject(controller.signal.reason);
      if (controller.signal.aborted) fail();
      else {
        controller.signal.addEventListener('abort', fail, { once: true });
        work(controller.signal).then(resolve, reject);
      }
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', forward);
  }
}
