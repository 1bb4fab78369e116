import { AsyncLocalStorage } from 'node:async_hooks';

const scope = new AsyncLocalStorage<string>();

/** Does a piece of work as part of a case, so that the calls of models which it makes are known to be that case's. */
export function inCase<T>(name: string, work: () => Promise<T>): Promise<T> {
  return scope.run(name, work);
}

/** The case that is under way, `suite/id`; null outside of one, as while a store is ingested. */
export function currentCase(): string | null {
  return scope.getStore() ?? null;
}
