import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CatalogProblem } from './catalog-record.ts';
import type { CatalogRow } from './catalog-row.ts';
import { groupRows } from './group-rows.ts';

const row = (line: number, group?: string): CatalogRow => ({
  line,
  fields: { title: 'x', ...(group === undefined ? {} : { group }) },
  parent: false,
  attributes: {},
});

async function group(groups: (string | undefined)[], window?: number) {
  async function* rows() {
    for (const [i, name] of groups.entries()) yield row(i + 1, name);
  }
  const problems: CatalogProblem[] = [];
  const found: CatalogRow[][] = [];
  const onProblem = (problem: CatalogProblem) => problems.push(problem);
  for await (const members of groupRows(rows(), onProblem, window)) found.push(members);
  return { lines: found.map((members) => members.map((member) => member.line)), problems };
}

it('brings siblings together and lets single products pass at once', async () => {
  expect(await group(['a', undefined, 'b', 'a'])).toEqual({ lines: [[2], [3], [1, 4]], problems: [] });
});

it('reports a row that comes too late for its product', async () => {
  const { lines, problems } = await group(['a', 'b', 'c', 'a'], 150);
  expect(lines.flat().sort()).toEqual([1, 2, 3]);
  expect(problems).toEqual([{ line: 4, reason: expect.stringContaining('variants of "a" near each other') }]);
});

it('loses no row and never gives a product twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', 'b', 'c', 'd', undefined), { maxLength: 40 }),
      fc.integer({ min: 100, max: 2000 }),
      async (groups, window) => {
        const { lines, problems } = await group(groups, window);
        const all = [...lines.flat(), ...problems.map((problem) => problem.line)];
        expect(all.sort((x, y) => x - y)).toEqual(groups.map((_, i) => i + 1));
        const names = lines.map(([line = 0]) => groups[line - 1]).filter((name) => name !== undefined);
        expect(new Set(names).size).toBe(names.length);
      },
    ),
  );
});
