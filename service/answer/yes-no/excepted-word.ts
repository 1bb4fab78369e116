import { fold } from '../../../ingest/analysis/stem.ts';
import { compareValues } from './compare-values.ts';
import type { AnswerWord, Reading } from './reading.ts';
import { wordsOf } from './shared-words.ts';

const EXCEPTIVE =
  /,?\s*\(?(?<!\p{L})(?:except(?:ing)?(?: for| that)?|excluding|other than|apart from|aside from|with the exception of|but not|excepto|salvo|a excepcion de|menos(?= (?:los|las|el|la|en)(?!\p{L}))|pero no|excluyendo)(?!\p{L})/u;
const NEGATOR = /(?<!\p{L})(?:not|no|never|without|none|nunca|sin|ni|ningun[oa]?)(?!\p{L})/u;

/** A rule and what it excepts, in the folded text. */
interface Exception {
  rule: string;
  /** Each thing that is excepted. */
  excepted: string[];
}

/** @returns the one exception of a rule that otherwise says yes, or null. Pure. */
function readException(quote: string): Exception | null {
  const folded = fold(quote);
  const found = EXCEPTIVE.exec(folded);
  if (found === null || found.index === 0) return null;
  const rule = folded.slice(0, found.index);
  const rest = folded.slice(found.index + found[0].length);
  const end = /[;:()—!?\n]|\.(?:\s|$)/.exec(rest)?.index ?? rest.length;
  if (NEGATOR.test(rule) || EXCEPTIVE.test(rest) || rest.slice(end).replace(/[).\s]/g, '') !== '')
    return null;
  return {
    rule,
    excepted: rest
      .slice(0, end)
      .split(/,|\s(?:and|or|y|o|ni|e|u)\s/)
      .map((part) => part.trim()),
  };
}

/** "All items, except sale items": the question is about what is excepted. Pure. */
export function exceptedWord({ asked, asks, quote, context, around }: Reading): AnswerWord | null {
  const exception = readException(quote);
  if (exception === null || asked.topics.length === 0) return null;
  const rule = wordsOf(exception.rule, context.locale);
  const meant = exception.excepted.find((part) => {
    const words = wordsOf(part, context.locale);
    return (
      words.tokens.length > 0 && words.tokens.every(asks) && asked.topics.some((topic) => words.has(topic))
    );
  });
  if (meant === undefined) return null;
  const words = wordsOf(meant, context.locale);
  const isCovered = asked.topics.every((topic) => words.has(topic) || rule.has(topic) || around.has(topic));
  return isCovered && compareValues(asked.statement, quote) === null ? 'no' : null;
}
