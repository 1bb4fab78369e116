import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';
import { isClosedClass, isPlaceName } from '../words/closed-class.ts';
import { MISSING } from './confidence.ts';
import { missingThings } from './prefer-the-missing.ts';
import type { RankedUnit } from './rank-units.ts';

/** By what a thing is done: "pay with Klarna", "send it by FedEx", "do you use UPS". */
const MEANS =
  /(?<!\p{L})(?:(?:pay|paying|paid|ship|ships|shipped|shipping|send|sent|deliver|delivered|pagar|pago|pague|pagarlo|pagan|enviar|envian|enviais|mandan|mandais|entregan)(?!\p{L})[^.?!,;]{0,40}?(?<!\p{L})(?:with|by|via|through|using|con|por|mediante)|(?:use|using|usan|usais|trabajan con|trabajais con)(?=\s+\p{L}+(?:\s*[?.!,;]|\s*$|\s+(?:or|o|and|y|for|to|as|para|en)(?!\p{L}))))\s+(?:the |my |el |la |mi )?(\p{L}[\p{L}\p{N}]*)(?:\s+(?:or|o|and|y)\s+(\p{L}[\p{L}\p{N}]*))?/gu;
/** Words of language at large that tell of no thing: below this a word is one of them. */
const TELLING = 0.55;
/** What is told around a question weighs less. */
const ASKED = 0.8;

/**
 * Whether a question names what its answer has to speak of and nothing that was found does: by what something is done (payment,
 * carrier), or each thing that is asked about. A store's other words for it count. That one word of several is missing says
 * little: of XQuAD's questions whose modifier no sentence has, 21 of 22 are answered rightly. Pure.
 * @param named the products that it calls by name: what is asked of them their own pages may say in other words
 */
export function lacksAskedName(
  { asked, locale, named }: { asked: string; locale: string; named: unknown },
  terms: readonly QuestionTerm[],
  ranked: readonly RankedUnit[],
): boolean {
  const isNowhere = (index: number): boolean =>
    ranked.every(({ matches }) => (matches[index] ?? 0) < MISSING);
  const counts = ({ need, weight }: QuestionTerm): boolean => need === 1 && weight >= ASKED;
  const isThing = (term: QuestionTerm): boolean =>
    counts(term) &&
    term.synonyms.size === 0 &&
    term.rarity >= TELLING &&
    /^\p{L}+$/u.test(term.word) &&
    !isClosedClass(term.word) &&
    !isPlaceName(term.word);
  for (const [, ...words] of fold(asked).matchAll(MEANS)) {
    const means = words.flatMap((word) => {
      const lexeme = word && analyze(word, locale)[0]?.lexeme;
      const at = terms.findIndex((term) => fold(term.word) === word || term.lexeme === lexeme);
      return terms[at] !== undefined && isThing(terms[at]) ? [at] : [];
    });
    if (means.length > 0 && means.every(isNowhere)) return true;
  }
  // Of "a refund without a receipt" what is said of refunds answers nothing.
  const missing = named === null ? missingThings(terms, asked) : [];
  if (missing.length > 0 && missing.every(isNowhere)) return true;
  const asks = terms.flatMap((term, index) => (counts(term) ? [index] : []));
  return (
    named === null &&
    asks.length > 0 &&
    asks.every((index) => terms[index] !== undefined && isThing(terms[index]) && isNowhere(index))
  );
}
