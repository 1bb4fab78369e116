import { type CandidateWord, chooseWords } from './choose-words.ts';
import { principalComponents } from './principal-components.ts';
import { makeSegmenter, WORD_START } from './sentence-pieces.ts';
import type { WordTable } from './word-table.ts';

/** The sentence encoder that is distilled. */
export interface Encoder {
  /** Pieces with the natural logs of their probabilities; a piece's position is its id. */
  vocabulary: [piece: string, logProbability: number][];
  /** The ids of a text's pieces. */
  tokenize(text: string): number[];
  /** One vector for each list of ids, all of one length. */
  encode(ids: number[][]): Promise<Float32Array[]>;
}

/** The first ids are not pieces of text but the unknown piece, sentence marks and unused tokens. */
const RESERVED_IDS = 6;
const BATCH = 64;

/**
 * Distils an encoder into a word table: every piece and word is encoded alone, vectors are made unit length and
 * centred, their first principal component is removed (Arora et al. 2017), the next `dimensions` are kept, each
 * divided by the fourth root of its variance, so that a few strong ones do not drown the rest, and rounded to int8.
 * @param listed words to choose from, in lower case, without a log probability: that is the pieces'.
 * @param limit how many words get a row beyond those that are pieces themselves.
 */
export async function distillTable(
  encoder: Encoder,
  listed: Omit<CandidateWord, 'logProbability'>[],
  limit: number,
  dimensions: number,
): Promise<WordTable> {
  const folded = foldPieces(encoder.vocabulary);
  const segment = makeSegmenter(
    new Map([...folded].map(([piece, { logProbability }]) => [piece, logProbability])),
  );
  const candidates = listed
    .filter(({ word }) => !folded.has(`${WORD_START}${word}`))
    .map((candidate) => ({ ...candidate, logProbability: segment(candidate.word).logProbability }));
  const words = chooseWords(candidates, limit);

  const ids = [
    ...[...folded.values()].map(({ id }) => [id]),
    ...words.map((word) => bestKnownForm(word, encoder.tokenize)),
  ];
  return {
    dimensions,
    pieceCount: folded.size,
    keys: [...folded.keys(), ...words],
    logProbabilities: Float32Array.from([
      ...[...folded.values()].map(({ logProbability }) => logProbability),
      ...words.map((word) => segment(word).logProbability),
    ]),
    ...compress(await encodeAll(ids, encoder.encode), dimensions),
  };
}

/** Pieces in lower case: probabilities of the forms that become one add up, and the most probable form is encoded. */
export function foldPieces(
  vocabulary: Encoder['vocabulary'],
): Map<string, { id: number; logProbability: number }> {
  const forms = new Map<string, { id: number; best: number; sum: number }>();
  vocabulary.forEach(([piece, logProbability], id) => {
    if (id < RESERVED_IDS) return;
    const key = piece.toLowerCase();
    const form = forms.get(key) ?? { id, best: logProbability, sum: 0 };
    form.sum += Math.exp(logProbability);
    if (logProbability > form.best) Object.assign(form, { id, best: logProbability });
    forms.set(key, form);
  });
  return new Map([...forms].map(([key, { id, sum }]) => [key, { id, logProbability: Math.log(sum) }]));
}

/** A name is better known to the encoder with its capital: the form of fewer pieces, lower case when equal. */
function bestKnownForm(word: string, tokenize: Encoder['tokenize']): number[] {
  const lower = tokenize(word);
  const capital = tokenize(word.charAt(0).toUpperCase() + word.slice(1));
  return capital.length < lower.length ? capital : lower;
}

// Batches hold inputs of one length, so that no padding can change a vector and a run can be repeated exactly.
async function encodeAll(ids: number[][], encode: Encoder['encode']): Promise<Float32Array[]> {
  const vectors: Float32Array[] = new Array(ids.length);
  const byLength = Map.groupBy(ids.keys(), (index) => ids[index]?.length ?? 0);
  for (const indexes of byLength.values()) {
    for (let start = 0; start < indexes.length; start += BATCH) {
      const batch = indexes.slice(start, start + BATCH);
      const encoded = await encode(batch.map((index) => ids[index] ?? []));
      batch.forEach((index, i) => {
        vectors[index] = encoded[i] ?? new Float32Array();
      });
    }
  }
  return vectors;
}

function compress(
  vectors: Float32Array[],
  dimensions: number,
): Pick<WordTable, 'codes' | 'scales' | 'spreads'> {
  const size = vectors[0]?.length ?? 0;
  const matrix = centred(vectors, size);
  const { directions, variances } = principalComponents(matrix, vectors.length, size);
  const kept = directions.slice(1, 1 + dimensions);
  const spreads = Float32Array.from(
    variances.slice(1, 1 + dimensions),
    (variance) => Math.sqrt(Math.sqrt(variance)) || 1,
  );
  const codes = new Int8Array(vectors.length * dimensions);
  const scales = new Float32Array(vectors.length);
  for (let row = 0; row < vectors.length; row += 1) {
    const vector = matrix.subarray(row * size, (row + 1) * size);
    const reduced = kept.map((direction, d) => dot(direction, vector) / (spreads[d] ?? 1));
    const length = Math.sqrt(dot(reduced, reduced)) || 1;
    const largest = reduced.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    scales[row] = largest / length;
    reduced.forEach((x, d) => {
      codes[row * dimensions + d] = largest === 0 ? 0 : Math.round((x / largest) * 127);
    });
  }
  return { codes, scales, spreads };
}

/** The vectors at unit length, row by row, less the mean of all. */
function centred(vectors: Float32Array[], size: number): Float32Array {
  const matrix = new Float32Array(vectors.length * size);
  const mean = new Float64Array(size);
  vectors.forEach((vector, row) => {
    const length = Math.sqrt(dot(vector, vector)) || 1;
    vector.forEach((x, d) => {
      matrix[row * size + d] = x / length;
      mean[d] = (mean[d] ?? 0) + x / length / vectors.length;
    });
  });
  for (let i = 0; i < matrix.length; i += 1) matrix[i] = (matrix[i] ?? 0) - (mean[i % size] ?? 0);
  return matrix;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
