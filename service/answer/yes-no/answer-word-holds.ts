import type { Ground, Verdict } from '../answerer.ts';
import { withoutAnswerWord } from '../verify/plain-phrases.ts';
import { answerWord } from './answer-word.ts';
import { ownWord } from './own-word.ts';
import type { AnswerWord } from './reading.ts';

/**
 * Whether a drafted sentence may begin with the yes or no that it does, whoever wrote it: what it goes on to say, and each
 * quote that it stands on, must not answer the question the other way. Where they leave it open the word is let pass: whether
 * the sentence says more than its quotes is for `Verify` to tell. Pure.
 * @param locale of the question
 */
export function answerWordHolds(
  question: string,
  sentence: string,
  grounds: Ground[],
  locale: string,
): Verdict {
  const word = ownWord(sentence);
  if (word === null) return { ok: true };
  const contradicts = (text: string, { context, ...ground }: Ground): boolean => {
    const supported = answerWord(question, text, { ...ground, headings: context }, locale);
    return supported !== null && supported !== word;
  };
  const rest = withoutAnswerWord(sentence);
  const isDenied = grounds.some((ground) => contradicts(ground.text, ground) || contradicts(rest, ground));
  return isDenied ? { ok: false, reason: REASONS[word] } : { ok: true };
}

const REASONS: Record<AnswerWord, string> = {
  yes: 'it begins with yes, where what it says and cites means no',
  no: 'it begins with no, where what it says and cites means yes',
};
