/** A right that its holder has to renew, or others take it for dead. */
export interface Renewable {
  /** @returns whether it is still the holder's. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
}

/**
 * Does `work` while a lease, which is held already, is renewed, and releases it. What cannot be renewed or released, as
 * with a database that is down, ends by itself.
 * @param options.everyMs milliseconds between two renewals.
 * @param options.onLost told when another holder has it.
 */
export async function whileRenewed<T>(
  lease: Renewable,
  { everyMs, onLost = () => {} }: { everyMs: number; onLost?: () => void },
  work: () => Promise<T>,
): Promise<T> {
  const renewal = setInterval(() => {
    lease.renew().then(
      (held) => held || onLost(),
      () => undefined,
    );
  }, everyMs);
  renewal.unref();
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await lease.release().catch(() => undefined);
  }
}
