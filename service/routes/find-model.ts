import type { Caller } from '../access/caller.ts';
import { ProblemError } from '../problem.ts';
import type { ResolveStore } from './resolve-store.ts';

/** Finds the store that a model's name means: its id, `aisle/` before it or not. */
export type FindModel = (name: string, caller: Caller) => Promise<string>;

/** The returned function throws ProblemError `unknown-store` for any other name. */
export function makeFindModel(resolveStore: ResolveStore): FindModel {
  return async (name, caller) => {
    const id = name.replace(/^aisle\//, '');
    try {
      return await resolveStore(id, caller);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.kind !== 'unknown-store') throw error;
      const detail = `The model ${JSON.stringify(name.slice(0, 200))} does not exist or you do not have access to it. A model is a store; GET /v1/models lists them.`;
      throw new ProblemError('unknown-store', { detail, cause: error });
    }
  };
}
