import { readCells } from '../rank/labelled-line.ts';
import { readClaims } from '../verify/claims.ts';
import { weekdaysWithin } from '../verify/closed-classes.ts';
import { deniedWord } from './denied-word.ts';
import { exceptedWord } from './excepted-word.ts';
import { factWord } from './fact-word.ts';
import { onlyWord } from './only-word.ts';
import { saysOwnWord } from './own-word.ts';
import { readYesNoQuestion } from './read-yes-no-question.ts';
import { type AnswerWord, type QuoteContext, type Reading, readTogether } from './reading.ts';
import { rowWord } from './row-word.ts';
import { statedWord } from './stated-word.ts';
import { isOpen } from './unsure.ts';
import { leavesWhoOpen } from './who-else.ts';

/**
 * The word that a quote supports as the beginning of an answer: `yes` where it states what the question claims, `no` where
 * it denies that or states another value for the same thing. Where it speaks of something else, of a part, or under
 * conditions that the question does not make, no word is said. Pure.
 * @param quoteText one sentence, row, or some fact lines, as they stand in the document
 * @param locale of the question
 */
export function answerWord(
  question: string,
  quoteText: string,
  context: QuoteContext,
  locale: string,
): AnswerWord | null {
  const asked = readYesNoQuestion(question, locale);
  if (asked === null || context.voice === 'customer' || (context.genre ?? null) !== null) return null;
  const { product, headings } = context;
  if (leavesWhoOpen(question, [quoteText, ...headings].join('\n'))) return null;
  if (product !== null && isFacts(quoteText)) {
    const locales = { locale, quoteLocale: context.locale };
    const word = factWord(question, asked, quoteText, product, locales);
    return asked.negated ? turn(word) : word;
  }
  const denied = deniedWord(asked, quoteText, context);
  if (denied !== undefined) return denied;
  const own = saysOwnWord(asked, quoteText, headings, locale);
  if (own !== undefined) return own;
  if (/\?\s*$/.test(quoteText) || isFragment(quoteText)) return null;
  const reading = readTogether(question, asked, quoteText, context, locale);
  const isUnsure = isOpen(quoteText, headings);
  if (isUnsure && isOpen(quoteText.replace(/\bbut not\b|\bpero no\b/i, ''), headings)) return null;
  if (!namesAll(reading)) return null;
  const row = rowWord(asked, quoteText, reading.around, context.locale);
  if (row !== undefined) return asked.negated ? turn(row) : row;
  const word = exceptedWord(reading) ?? (isUnsure ? null : (onlyWord(reading) ?? statedWord(reading)));
  return asked.negated ? turn(word) : word;
}

function isFacts(text: string): boolean {
  return text.split('\n').every((line) => readCells(line.trim())?.length === 1);
}

/** Neither a sentence nor a row: a title says nothing. */
function isFragment(text: string): boolean {
  return !/[.!…:;)"'”’»]\s*$/u.test(text) && readCells(text) === null;
}

function turn(word: AnswerWord | null): AnswerWord | null {
  return word === null ? null : word === 'yes' ? 'no' : 'yes';
}

/** Whether days, times of day, codes and the like that are asked for are in the quote, or in what it stands under. */
function namesAll({ asked, quote, context }: Reading): boolean {
  const text = [quote, ...context.headings, context.product?.name ?? ''].join('\n');
  const named = new Set([...readClaims(text).map(({ key }) => key), ...weekdaysWithin(quote)]);
  return asked.claims.every(({ key, bare }) => (bare !== null && !key.startsWith('time:')) || named.has(key));
}
