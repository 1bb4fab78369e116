import type { SuiteCase } from './suite.ts';

/** `tag:NAME` or `id:NAME` of `--filter`. */
export interface CaseFilter {
  by: 'tag' | 'id';
  value: string;
}

/** @throws RangeError for anything but `tag:…` and `id:…`. */
export function parseFilter(text: string): CaseFilter {
  const [, by, value] = /^(tag|id):(.+)$/su.exec(text) ?? [];
  if ((by !== 'tag' && by !== 'id') || value === undefined) {
    throw new RangeError(`--filter: expected tag:NAME or id:NAME, got ${text}`);
  }
  return { by, value };
}

/** Cases that any of the filters lets through; all, without filters. Pure. */
export function filterCases(cases: readonly SuiteCase[], filters: readonly CaseFilter[]): SuiteCase[] {
  if (filters.length === 0) return [...cases];
  return cases.filter(({ id, tags }) =>
    filters.some(({ by, value }) => (by === 'id' ? id === value : tags.includes(value))),
  );
}
