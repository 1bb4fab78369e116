import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordSimilarity } from '../../../ingest/embedding/load-word-vectors.ts';
import { makeGround } from './ground.fixture.ts';
import { makeVerify } from './verify.ts';

const verify = makeVerify(wordSimilarity);
const NAMES = [
  'Harbor kettle',
  'Lantern stove',
  'Willow basket',
  'Summit tent',
  'Copper ladle',
  'Orchard saw',
];
const COLUMNS = ['Price', 'Deposit', 'Weekly hire', 'Weight', 'Warranty'];

/** A table with a name and some columns a row; no value stands in it twice. */
const tables = fc
  .record({
    names: fc.shuffledSubarray(NAMES, { minLength: 2, maxLength: 5 }),
    columns: fc.shuffledSubarray(COLUMNS, { minLength: 1, maxLength: 4 }),
    values: fc.uniqueArray(fc.integer({ min: 3, max: 480 }), { minLength: 20, maxLength: 20 }),
    mark: fc.constantFrom('; ', ' · ', ' | '),
  })
  .map(({ names, columns, values, mark }) => {
    const write = (column: string, value: number): string =>
      column === 'Weight' ? `${value} g` : column === 'Warranty' ? `${value} days` : `£${value}`;
    const rows = names.map((name, row) => ({
      name,
      cells: columns.map((column, at) => ({
        column,
        value: write(column, values[row * columns.length + at] ?? 1),
      })),
    }));
    const text = rows
      .map(({ name, cells }) =>
        [`Item: ${name}`, ...cells.map(({ column, value }) => `${column}: ${value}`)].join(mark),
      )
      .join('\n');
    return { rows, ground: makeGround(text, { context: ['Rates'], shape: 'rows' }) };
  });

test('of any table a cell may be told of its row, and of no other row or column', () => {
  fc.assert(
    fc.property(tables, fc.nat(), fc.nat(), ({ rows, ground }, seed, otherSeed) => {
      const row = rows[seed % rows.length];
      const cell = row?.cells[seed % row.cells.length];
      if (row === undefined || cell === undefined) return;
      const say = (value: string): string =>
        `For the ${row.name}, the ${cell.column.toLowerCase()} is ${value}.`;
      expect(verify(say(cell.value), [ground]), say(cell.value)).toEqual({ ok: true });
      const others = rows
        .flatMap((other) => other.cells)
        .filter(({ value, column }) => value !== cell.value && isAlike(column, cell.column));
      const other = others[otherSeed % Math.max(1, others.length)];
      if (other !== undefined) expect(verify(say(other.value), [ground]).ok, say(other.value)).toBe(false);
    }),
    { numRuns: 150 },
  );
});

/** A weight is never a price: only what could be mistaken for it is put in its place. */
const isAlike = (one: string, other: string): boolean =>
  one === other || ![one, other].some((column) => /Weight|Warranty/.test(column));
