import { fold } from '../../../ingest/analysis/stem.ts';
import { readYesNoQuestion, type YesNoQuestion } from './read-yes-no-question.ts';
import type { AnswerWord } from './reading.ts';
import { askedWords, wordsOf } from './shared-words.ts';

const OWN = /^\s*(yes|no|s[ií])\s*(?:[,.!:;–—]|$)/iu;

/** @returns the word that a text begins with as an answer does, or null. */
export function ownWord(text: string): AnswerWord | null {
  const word = OWN.exec(text)?.[1];
  if (word === undefined) return null;
  return fold(word) === 'no' ? 'no' : 'yes';
}

/**
 * A text without the "Yes," that it begins with, as it stands under a question on its page: another's question may have
 * another answer. A "no" stays, and so does a yes that nothing follows. Pure.
 */
export function withoutOwnYes(text: string): string {
  if (ownWord(text) !== 'yes') return text;
  const rest = text.replace(OWN, '');
  const said = rest.trimStart();
  return said === '' || said === rest ? text : `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

/**
 * Where the quote itself begins with yes or no, as in a list of questions and answers: its word, if the question is the one
 * above it. Pure.
 * @returns undefined where the quote does not begin so.
 */
export function saysOwnWord(
  asked: YesNoQuestion,
  quote: string,
  headings: string[],
  locale: string,
): AnswerWord | null | undefined {
  const word = ownWord(quote);
  if (word === null) return undefined;
  const heading = headings.findLast((one) => readYesNoQuestion(one, locale) !== null);
  const own = heading === undefined ? null : readYesNoQuestion(heading, locale);
  if (heading === undefined || own === null) return null;
  const words = wordsOf(heading, locale);
  const asks = askedWords(asked, locale);
  const keys = (claims: YesNoQuestion['claims']): string =>
    claims
      .map(({ key }) => key)
      .sort()
      .join();
  const isSame =
    asked.topics.length > 0 &&
    asked.topics.every((topic) => words.has(topic)) &&
    words.tokens.every(asks) &&
    own.negated === asked.negated &&
    keys(own.claims) === keys(asked.claims);
  return isSame ? word : null;
}
