import { z } from 'zod';

/** An answer that cannot be used; its message says what was expected and found, in words of this program alone. */
export class UnusableScores extends Error {
  override readonly name = 'UnusableScores';
}

const score = z.number();
const index = z.int().min(0);

const ANSWER = z.union([
  z
    .object({ results: z.array(z.object({ index, relevance_score: score })) })
    .transform(({ results }) =>
      results.map((result) => ({ index: result.index, score: result.relevance_score })),
    ),
  z.array(z.object({ index, score })),
]);

/**
 * Reads the answer of either form: Cohere's `{results: [{index, relevance_score}]}` or TEI's `[{index, score}]`, in any order.
 * Pure.
 * @param count of the texts that were sent.
 * @returns one finite score for each text, in their order, of whatever range the model has.
 * @throws UnusableScores for anything but one score for each text.
 */
export function readScores(body: string, count: number): number[] {
  const { data, success } = ANSWER.safeParse(parseJson(body));
  if (!success) throw unusable(count, 'JSON of another shape, or a score or index that is no number');
  if (data.length !== count) throw unusable(count, `${data.length}`);
  const scores: (number | undefined)[] = new Array(count).fill(undefined);
  for (const { index: at, score: value } of data) {
    if (at >= count) throw unusable(count, `an index beyond the ${count} texts`);
    if (scores[at] !== undefined) throw unusable(count, `two for the text at ${at}`);
    scores[at] = value;
  }
  return scores.filter((value) => value !== undefined);
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new UnusableScores(
      'expected JSON, found something else. Check that RERANK_URL is a rerank endpoint.',
    );
  }
}

function unusable(count: number, found: string): UnusableScores {
  return new UnusableScores(
    `expected ${count} scores, one for each text, as {results: [{index, relevance_score}]} or [{index, score}], found ${found}.`,
  );
}
