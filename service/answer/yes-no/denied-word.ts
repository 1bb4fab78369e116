import { fold } from '../../../ingest/analysis/stem.ts';
import { denyingHeading, sayUnder } from '../rank/denying-heading.ts';
import { readCells } from '../rank/labelled-line.ts';
import type { YesNoQuestion } from './read-yes-no-question.ts';
import type { AnswerWord, QuoteContext } from './reading.ts';
import { askedWords, wordsOf } from './shared-words.ts';

/** Headings that deny what stands under them, rather than take it out of one rule or say what it lacks; folded. */
const DENIES =
  /(?<!\p{L})(?:not|no|never|cannot|\p{L}+n['’]t|non[- ]?\p{L}+able|ineligible|prohibited|forbidden|nunca|prohibid[oa]s?)(?!\p{L})/u;

/** A list after a label of its own: "Not accepted: checks, cash on delivery and cryptocurrency". */
const LABELLED = /^(\p{Lu}[\p{L} '’-]{2,39}):\s(.+)$/u;
const BETWEEN = /\s*[,;]\s*(?:(?:and|or|nor|y|e|o|u|ni)\s+)?|\s+(?:and|or|nor|y|e|o|u|ni)\s+/u;

/**
 * The word that a line under a denying heading gives, or one item of a list after a denying label: no, where all of it is
 * asked about; none where it is a part.
 * @returns undefined where the line stands under no such heading. Pure.
 */
export function deniedWord(
  asked: YesNoQuestion,
  quote: string,
  { headings, product, locale }: QuoteContext,
): AnswerWord | null | undefined {
  const [, label = '', list = ''] = LABELLED.exec(quote) ?? [];
  if (product === null && (readCells(quote)?.length ?? 0) <= 1 && DENIES.test(fold(label)))
    return deniedLine(asked, list.replace(/[.!]$/, '').split(BETWEEN), [...headings, label], locale);
  const above = headings.at(-1) ?? '';
  const before = sayUnder(above, '');
  const line = quote.startsWith(before) ? quote.slice(before.length) : quote;
  if (product !== null || (readCells(line)?.length ?? 0) > 1) return undefined;
  if (denyingHeading(line, { heading: headings, shape: 'prose', kind: 'policy' }) === null) return undefined;
  return DENIES.test(fold(above)) ? deniedLine(asked, [line], headings, locale) : null;
}

/** @param lines each of which is denied as a whole */
function deniedLine(
  asked: YesNoQuestion,
  lines: readonly string[],
  headings: readonly string[],
  locale: string,
): AnswerWord | null {
  if (asked.claims.some(({ bare }) => bare !== null)) return null;
  const around = wordsOf(headings.join('\n'), locale);
  const isAsked = lines.some((line) => {
    const own = wordsOf(line, locale);
    return (
      own.tokens.length > 0 &&
      own.tokens.every(askedWords(asked, locale)) &&
      asked.topics.some((topic) => own.has(topic)) &&
      asked.topics.every((topic) => own.has(topic) || around.has(topic))
    );
  });
  return isAsked ? (asked.negated ? 'yes' : 'no') : null;
}
