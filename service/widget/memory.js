const dayMs = 86_400_000;
/** After so long without a question a shopper begins anew; the service keeps the conversation by its own rules. */
const keptMs = 7 * dayMs;

/**
 * Remembers which conversation goes on, for pages of this origin. A browser that stores nothing remembers nothing.
 * @param name of the service and the store
 */
export function makeMemory(name, { storage = () => localStorage, now = Date.now } = {}) {
  const key = `aisle:${name}`;
  const attempt = (use) => {
    try {
      return use(storage());
    } catch {
      return null;
    }
  };
  const forget = () => attempt((store) => store.removeItem(key));
  return {
    /**
     * @returns null, or `{ conversationId, pending, people }`: `pending` is an answer that had not ended, `people` whether
     * some were called.
     */
    read() {
      const kept = attempt((store) => JSON.parse(store.getItem(key)));
      if (!kept || typeof kept.conversationId !== 'string') return null;
      if (kept.until > now()) return kept;
      forget();
      return null;
    },
    write: (kept) =>
      attempt((store) => store.setItem(key, JSON.stringify({ ...kept, until: now() + keptMs }))),
    forget,
  };
}
