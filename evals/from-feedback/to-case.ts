import type { RatedAnswer } from '../../sql/list-disliked-answers.ts';
import type { NewCase } from '../make/append-cases.ts';
import { pageGlob } from '../make/page-glob.ts';
import { maskPersonal } from './mask-personal.ts';

/** Of an answer or a quote in a comment, in UTF-16 code units. */
const LONGEST_COMMENT = 400;

/**
 * A disliked answer as a case whose expectation is left to a person: the pages that it cited are filled in, since the right
 * answer is often on them, but for those that the shopper calls a wrong source; what it said and what the shopper had to say about it stand above as comments, for neither is what
 * is right. Personal data is masked. Pure; null for an answer without a question.
 */
export function toCase({
  answerId,
  askedAt,
  rating,
  comment,
  wrongCitations,
  turns,
}: RatedAnswer): NewCase | null {
  const last = turns.at(-1);
  if (last === undefined) return null;
  const isWrong = ({ id }: { id?: number }) => id !== undefined && wrongCitations.includes(id);
  // A page may hold a right quote beside a wrong one.
  const right = last.citations.filter((citation) => !isWrong(citation));
  const globs = [...new Set(right.map(({ url }) => pageGlob(url)))];
  const asked =
    turns.length === 1
      ? { question: maskPersonal(last.question) }
      : { conversation: turns.map(({ question }) => ({ question: maskPersonal(question) })) };
  const rated = rating === null ? 'not rated' : `rated ${rating} of 5`;
  return {
    comment: [
      `${answerId}, ${askedAt.toISOString().slice(0, 10)}, ${rated}`,
      ...(comment === null ? [] : [`The shopper: ${shorten(maskPersonal(comment))}`]),
      `It answered (${last.status}): ${shorten(maskPersonal(last.answer)) || 'nothing'}`,
      ...last.citations.map(
        (citation) =>
          `  ${citation.url}: ${shorten(citation.quote)}${isWrong(citation) ? ' (wrong source, says the shopper)' : ''}`,
      ),
      ...(last.constraints === null || Object.keys(last.constraints).length === 0
        ? []
        : [
            `It took this for wanted of products: ${maskPersonal(JSON.stringify(last.constraints))} (as filters, if they were sent)`,
          ]),
      `To do: what is right? Such as facts: ["30 days"]; take away what does not hold, then draft.`,
    ],
    entry: {
      id: `feedback-${answerId}`,
      draft: true,
      tags: ['feedback'],
      ...asked,
      locale: last.locale,
      expect:
        globs.length > 0
          ? {
              status: 'answered',
              citations: globs,
              ...(globs.length > 1 && { citationsMode: 'any' }),
            }
          : { status: 'answered' },
    },
  };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST_COMMENT ? `${line.slice(0, LONGEST_COMMENT - 1)}…` : line;
}
