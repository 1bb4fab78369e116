import { expect, test } from 'vitest';
import { decodeWordTable, encodeWordTable, type WordTable, type WordTableHeader } from './word-table.ts';

const table: WordTable = {
  dimensions: 2,
  pieceCount: 1,
  keys: ['▁a', 'niño'],
  logProbabilities: Float32Array.from([-1.5, -9]),
  codes: Int8Array.from([1, -127, 64, 0]),
  scales: Float32Array.from([0.5, 0.25]),
  spreads: Float32Array.from([1, 2]),
};

function headerFor(bytes: Uint8Array): WordTableHeader {
  return {
    format: 1,
    rows: 2,
    pieces: 1,
    dimensions: 2,
    bytes: bytes.length,
    sha256: '',
    recipe: [],
    sources: [],
  };
}

test('a table is read back as it was written', () => {
  const bytes = new Uint8Array(encodeWordTable(table));
  expect(decodeWordTable(bytes, headerFor(bytes))).toEqual(table);
});

test('vectors are views on the bytes, not copies', () => {
  const bytes = new Uint8Array(encodeWordTable(table));
  expect(decodeWordTable(bytes, headerFor(bytes)).codes.buffer).toBe(bytes.buffer);
});

test('a cut file is refused with both lengths', () => {
  const bytes = new Uint8Array(encodeWordTable(table));
  expect(() => decodeWordTable(bytes.slice(0, 20), headerFor(bytes))).toThrow(
    `Expected a word table of ${bytes.length} bytes, found 20`,
  );
});

test('rows that would leave the floats unaligned are refused', () => {
  expect(() => encodeWordTable({ ...table, codes: new Int8Array(3) })).toThrow(RangeError);
});
