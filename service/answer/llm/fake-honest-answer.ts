import { splitSentences } from '../../../ingest/sentences.ts';
import type { FakeRequest } from './fake-request.ts';

/** A part as the fake model writes it. */
export interface FakePart {
  text: string;
  citations: number[];
  /** What the passage says instead; left out where the part says just that. */
  truth?: string;
}

/** Words that a question and a sentence share by being English or Spanish, not by their subject. */
const stopWords = new Set(
  'the and are can could did does for from has have how many much long take that this there was what when where which who why will with you your yours our its los las del que cual cuanto cuanta como para por una puedo tiene'.split(
    ' ',
  ),
);
const mostParts = 3;

/**
 * The sentences that share most with the question, word for word: of the best passage, and of others that share as much. For a
 * correction: the quotes that were given. Nothing where no sentence shares a word.
 */
export function honestParts({ task, question, passages, refused }: FakeRequest): FakePart[] {
  if (task === 'correct') {
    return refused.flatMap(({ quotes }) =>
      quotes.slice(0, 1).map(({ passage, text }) => ({ text, citations: [passage] })),
    );
  }
  const asked = new Set(stems(question));
  const candidates = passages.flatMap(({ number, title, text }) => {
    const titleStems = new Set(stems(title));
    return splitSentences(text, 'en').map(({ start, end }) => {
      const sentence = text.slice(start, end);
      const own = new Set(stems(sentence));
      const shared = [...asked].filter((stem) => own.has(stem)).length;
      const inTitle = [...asked].filter((stem) => !own.has(stem) && titleStems.has(stem)).length;
      return { text: sentence, citations: [number], score: shared === 0 ? 0 : shared + inTitle / 2 };
    });
  });
  const best = Math.max(0, ...candidates.map(({ score }) => score));
  return candidates
    .filter(({ score }) => score > 0 && score >= best * 0.7)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostParts)
    .map(({ text, citations }) => ({ text, citations }));
}

/** The first letters of each word that carries meaning, so that `returned` meets `returns`. */
function stems(text: string): string[] {
  return (
    text
      .toLowerCase()
      .normalize('NFKD')
      .match(/[\p{L}\p{N}]{3,}/gu) ?? []
  )
    .filter((word) => !stopWords.has(word))
    .map((word) => word.slice(0, 5));
}
