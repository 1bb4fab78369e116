import { lexemes } from '../../../ingest/analysis/analyze.ts';
import type { Dice } from '../ingest/made-up/dice.ts';

/** A passage that nobody wrote: phrases that are found together, among phrases of all texts. */
export interface MadeUpPassage {
  text: string;
  /** Lexeme to its count, as an ingest would index it. */
  postings: ReadonlyMap<string, number>;
  /** BM25's document length. */
  length: number;
  vector: Float32Array;
}

/** A few words that stand together in a paragraph. */
interface Phrase {
  text: string;
  lexemes: string[];
  vector: ArrayLike<number>;
}

/** Words of a phrase. */
const PHRASE = 4;
/** Phrases of a passage: as many words as a paragraph of a help page or a product's description has. */
const FEWEST = 6;
const MOST = 16;

/**
 * Makes passages out of paragraphs: half of a passage's phrases are drawn from one paragraph, so that it has a topic, and
 * half from all of them, so that words are as frequent as in real text. Its vector is the mean of its phrases', each of
 * which is embedded once.
 * @param embed gives texts' vectors.
 * @returns what makes the next passage, each time it is called.
 * @throws RangeError when there is no paragraph.
 */
export async function makePassageMaker(
  paragraphs: readonly string[],
  embed: (texts: string[]) => Promise<number[][]>,
  dice: Dice,
): Promise<() => MadeUpPassage> {
  const topics: Phrase[][] = [];
  for (const paragraph of paragraphs) {
    const texts = phrasesOf(paragraph);
    const vectors = await embed(texts);
    topics.push(
      texts.map((text, index) => ({ text, lexemes: lexemes(text, 'en'), vector: vectors[index] ?? [] })),
    );
  }
  const all = topics.flat();
  return () => {
    const topic = dice.pick(topics);
    return joinPhrases(
      Array.from({ length: dice.whole(FEWEST, MOST) }, () => dice.pick(dice.whole(0, 1) === 0 ? topic : all)),
    );
  };
}

function phrasesOf(paragraph: string): string[] {
  const words = paragraph.split(/\s+/).filter((word) => word !== '');
  return Array.from({ length: Math.ceil(words.length / PHRASE) }, (_, index) =>
    words.slice(index * PHRASE, (index + 1) * PHRASE).join(' '),
  );
}

function joinPhrases(phrases: readonly Phrase[]): MadeUpPassage {
  const postings = new Map<string, number>();
  const vector = new Float32Array(phrases[0]?.vector.length ?? 0);
  let length = 0;
  for (const phrase of phrases) {
    for (const lexeme of phrase.lexemes) postings.set(lexeme, (postings.get(lexeme) ?? 0) + 1);
    length += phrase.lexemes.length;
    for (let d = 0; d < vector.length; d++)
      vector[d] = (vector[d] ?? 0) + (phrase.vector[d] ?? 0) / phrases.length;
  }
  return { text: phrases.map(({ text }) => text).join(' '), postings, length, vector };
}

/** Sizes of stores that together hold `total` passages: one has 3 of 10, the others ever fewer (Zipf). Pure. */
export function storeSizes(total: number, stores: number): number[] {
  const largest = Math.round(total * 0.3);
  const shares = Array.from({ length: stores - 1 }, (_, index) => 1 / (index + 1.5));
  const sum = shares.reduce((a, b) => a + b, 0);
  const rest = shares.map((share) => Math.floor(((total - largest) * share) / sum));
  return [total - rest.reduce((a, b) => a + b, 0), ...rest];
}
