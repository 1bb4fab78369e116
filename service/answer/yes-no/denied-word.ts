import { fold } from '../../../ingest/analysis/stem.ts';
import { denyingHeading, sayUnder } from '../rank/denying-heading.ts';
import { readCells } from '../rank/labelled-line.ts';
import type { YesNoQuestion } from './read-yes-no-question.ts';
import type { AnswerWord, QuoteContext } from './reading.ts';
import { askedWords, wordsOf } from './shared-words.ts';

/** Headings that deny what stands under them, rather than take it out of one rule or say what it lacks; folded. */
const DENIES =
  /(?<!\p{L})(?:not|no|never|cannot|\p{L}+n['’]t|non[- ]?\p{L}+able|ineligible|prohibited|forbidden|nunca|prohibid[oa]s?)(?!\p{L})/u;

/**
 * The word that a line under a denying heading gives: no, where all of the line is asked about; none where it is a part.
 * @returns undefined where the line stands under no such heading. Pure.
 */
export function deniedWord(
  asked: YesNoQuestion,
  quote: string,
  { headings, product, locale }: QuoteContext,
): AnswerWord | null | undefined {
  const above = headings.at(-1) ?? '';
  const before = sayUnder(above, '');
  const line = quote.startsWith(before) ? quote.slice(before.length) : quote;
  if (product !== null || (readCells(line)?.length ?? 0) > 1) return undefined;
  if (denyingHeading(line, { heading: headings, shape: 'prose', kind: 'policy' }) === null) return undefined;
  if (!DENIES.test(fold(above)) || asked.claims.some(({ bare }) => bare !== null)) return null;
  const own = wordsOf(line, locale);
  const around = wordsOf(headings.join('\n'), locale);
  const isAsked =
    own.tokens.length > 0 &&
    own.tokens.every(askedWords(asked, locale)) &&
    asked.topics.some((topic) => own.has(topic)) &&
    asked.topics.every((topic) => own.has(topic) || around.has(topic));
  return isAsked ? (asked.negated ? 'yes' : 'no') : null;
}
