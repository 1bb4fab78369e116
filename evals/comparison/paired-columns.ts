import { type CaseColumns, makeCaseColumns } from '../metrics/case-columns.ts';
import type { ComparableCase } from './comparable-case.ts';

/** The numbers of cases that two runs share. Places of both are the same case's. */
export interface PairedColumns {
  readonly size: number;
  before: CaseColumns;
  after: CaseColumns;
  add(before: ComparableCase, after: ComparableCase): void;
  /** The cases of the first run, then those of the second. */
  joined(): CaseColumns;
}

export function makePairedColumns(): PairedColumns {
  const before = makeCaseColumns();
  const after = makeCaseColumns();
  return {
    get size() {
      return after.size;
    },
    before,
    after,
    add(then, now) {
      // Under the same id both lie at the same place.
      before.add(now.id, Object.entries(then.numbers));
      after.add(now.id, Object.entries(now.numbers));
    },
    joined: () => ({
      size: 2 * after.size,
      add: () => {
        throw new TypeError('expected to be read only');
      },
      names: () => [...new Set([...before.names(), ...after.names()])],
      column: (name) => Float64Array.from([...before.column(name), ...after.column(name)]),
      seed: after.seed,
    }),
  };
}
