/** Gives one owner at a time, in order of asking. An owner that asks again while it holds gets it at once. */
export interface SessionLock {
  acquire(owner: object): Promise<void>;
  /** Does nothing when `owner` does not hold it. */
  release(owner: object): void;
}

export function makeSessionLock(): SessionLock {
  let holder: object | null = null;
  const waiting: { owner: object; resume: () => void }[] = [];
  return {
    acquire(owner) {
      if (holder === null || holder === owner) {
        holder = owner;
        return Promise.resolve();
      }
      return new Promise((resume) => waiting.push({ owner, resume }));
    },
    release(owner) {
      if (holder !== owner) return;
      const next = waiting.shift();
      holder = next?.owner ?? null;
      next?.resume();
    },
  };
}
