/** Once a minute is enough to see that a key is in use. */
const NOTED_MS = 60_000;

/** Passes each key on at most once a minute. Failures are for `save` to swallow: a request does not wait for this. */
export function makeNoteUsed(
  save: (keyId: string) => void,
  now: () => number = Date.now,
): (keyId: string) => void {
  const noted = new Map<string, number>();
  return (keyId) => {
    const at = now();
    if (at - (noted.get(keyId) ?? Number.NEGATIVE_INFINITY) < NOTED_MS) return;
    noted.set(keyId, at);
    save(keyId);
  };
}
