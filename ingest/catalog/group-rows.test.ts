import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CatalogRow } from './catalog-row.ts';
import { groupRows } from './group-rows.ts';

const row = (line: number, group?: string): CatalogRow => ({
  line,
  fields: { title: 'x', ...(group === undefined ? {} : { group }) },
  parent: false,
  attributes: { color: ['Añil'] },
  reviews: [],
});

async function group(groups: (string | undefined)[], window?: number) {
  async function* rows() {
    for (const [i, name] of groups.entries()) yield row(i + 1, name);
  }
  const found: CatalogRow[][] = [];
  for await (const members of groupRows(rows(), window)) found.push(members);
  return found;
}
const lines = (found: CatalogRow[][]) => found.map((members) => members.map((member) => member.line));

it('brings siblings together and lets single products pass at once', async () => {
  expect(lines(await group(['a', undefined, 'b', 'a']))).toEqual([[2], [3], [1, 4]]);
});

it('keeps together what comes too far apart to be held in memory', async () => {
  const found = await group(['a', 'b', 'c', 'a', 'd', 'e', 'a'], 150);
  expect(lines(found).map(String).sort()).toEqual(['1,4,7', '2', '3', '5', '6']);
  expect(found.flat()).toContainEqual(row(7, 'a'));
});

it('loses no row and never gives a product twice, whatever is held in memory', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('a', 'b', 'c', 'd', '__proto__', undefined), { maxLength: 40 }),
      fc.integer({ min: 100, max: 2000 }),
      async (groups, window) => {
        const found = lines(await group(groups, window));
        expect(found.flat().sort((x, y) => x - y)).toEqual(groups.map((_, i) => i + 1));
        for (const members of found) {
          expect(members).toEqual([...members].sort((x, y) => x - y));
          expect(new Set(members.map((line) => groups[line - 1])).size).toBe(1);
        }
        const names = found.map(([line = 0]) => groups[line - 1]).filter((name) => name !== undefined);
        expect(new Set(names).size).toBe(names.length);
      },
    ),
    { numRuns: 30 },
  );
});

it('leaves nothing on disk, also when its reader stops early', async () => {
  const spilled = () =>
    readdirSync(tmpdir()).filter((name) => name.startsWith(`aisle-catalog-${process.pid}-`));
  const before = spilled();
  async function* rows() {
    for (let line = 1; line <= 2000; line += 1) yield row(line, `g${line % 500}`);
  }
  for await (const members of groupRows(rows(), 1000)) if (members.length > 0) break;
  expect(spilled()).toEqual(before);
});
