import { fold } from '../../../ingest/analysis/stem.ts';
import type { Ground } from '../answerer.ts';
import { withoutAnswerWord } from '../verify/plain-phrases.ts';

/** Fewer are a fair short answer: "In Portland." */
const FEWEST_WORDS = 3;

/**
 * Whether a drafted sentence only says the shopper's own words again ("Yes, give me the code") and no quote has them so: it
 * agrees with what was asked instead of saying what the store says. Pure.
 */
export function echoesQuestion(sentence: string, question: string, grounds: Pick<Ground, 'text'>[]): boolean {
  const said = wordsOf(withoutAnswerWord(sentence));
  if (said.length < FEWEST_WORDS) return false;
  const phrase = ` ${said.join(' ')} `;
  const holds = (text: string) => ` ${wordsOf(text).join(' ')} `.includes(phrase);
  return holds(question) && !grounds.some(({ text }) => holds(text));
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)?%?/gu) ?? [];
}
