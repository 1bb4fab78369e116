import { type Caller, maySee } from '../access/caller.ts';
import { ProblemError } from '../problem.ts';
import type { Store } from '../schemas/store.ts';
import type { ServiceDeps } from '../service-deps.ts';

/** Finds the store a request means, or throws the problem that says how to name one. */
export type ResolveStore = (given: string | undefined, caller: Caller) => Promise<string>;

/**
 * @param listStores all stores that questions can be asked of
 * @param defaultStore the store to take when a request names none and there are several
 */
export function makeResolveStore({
  listStores,
  defaultStore,
}: {
  listStores: ServiceDeps['listStores'];
  defaultStore?: string | undefined;
}): ResolveStore {
  return async (given, caller) => {
    // A store that the caller may not know of is told like one that is not there.
    const choose = (stores: Store[]) => {
      const ids = stores.map(({ id }) => id).filter((id) => maySee(caller, id));
      return chooseStore(given, ids, defaultStore);
    };
    const stores = await listStores();
    try {
      return choose(stores);
    } catch {
      // It may have been made just now.
      return choose(await listStores('newest'));
    }
  };
}

/**
 * The store that is meant: the one given, else the configured one, else the only one. Pure.
 * @throws ProblemError `unknown-store`, or `invalid-request` when a store must be named.
 */
export function chooseStore(given: string | undefined, ids: string[], defaultStore?: string): string {
  const wanted = given ?? defaultStore;
  if (wanted !== undefined && ids.includes(wanted)) return wanted;
  if (ids.length === 0) {
    const detail = 'No store has been ingested yet. Run `npm run ingest` first.';
    throw new ProblemError('unknown-store', { detail });
  }
  if (given !== undefined) {
    throw new ProblemError('unknown-store', {
      detail: `There is no store ${JSON.stringify(given)}. GET /stores lists the stores; "store" may be left out for the default one.`,
    });
  }
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) return only;
  throw new ProblemError('invalid-request', {
    detail: 'There are several stores: say which. GET /stores lists them.',
    errors: [{ path: 'store', expected: 'the id of a store', got: 'nothing' }],
  });
}
