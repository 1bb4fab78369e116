import { lexemes } from '../../../ingest/analysis/analyze.ts';
import type { Dice } from '../ingest/made-up/dice.ts';

/** A passage that nobody wrote: words that are found together, among words of the whole language. */
export interface MadeUpPassage {
  text: string;
  /** Lexeme to its count, as an ingest would index it. */
  postings: ReadonlyMap<string, number>;
  /** BM25's document length. */
  length: number;
}

/** Words of a passage: what a paragraph of a help page or a product's description has. */
const SHORTEST = 25;
const LONGEST = 65;

/**
 * Makes passages out of paragraphs: half of a passage's words are drawn from one paragraph, so that it has a topic, and
 * half from all of them, so that words are as frequent as in real text. Pure but for the dice.
 * @throws RangeError when there is no paragraph.
 */
export function makePassageMaker(paragraphs: readonly string[], dice: Dice): () => MadeUpPassage {
  const topics = paragraphs.map((text) => text.split(/\s+/).filter((word) => word !== ''));
  const all = topics.flat();
  return () => {
    const topic = dice.pick(topics);
    const words = Array.from({ length: dice.whole(SHORTEST, LONGEST) }, () =>
      dice.pick(dice.whole(0, 1) === 0 ? topic : all),
    );
    const text = words.join(' ');
    const postings = new Map<string, number>();
    for (const lexeme of lexemes(text, 'en')) postings.set(lexeme, (postings.get(lexeme) ?? 0) + 1);
    let length = 0;
    for (const count of postings.values()) length += count;
    return { text, postings, length };
  };
}

/** Sizes of stores that together hold `total` passages: one has 3 of 10, the others ever fewer (Zipf). Pure. */
export function storeSizes(total: number, stores: number): number[] {
  const largest = Math.round(total * 0.3);
  const shares = Array.from({ length: stores - 1 }, (_, index) => 1 / (index + 1.5));
  const sum = shares.reduce((a, b) => a + b, 0);
  const rest = shares.map((share) => Math.floor(((total - largest) * share) / sum));
  return [total - rest.reduce((a, b) => a + b, 0), ...rest];
}
