import { productFactLines } from '../../ingest/extract/product-text.ts';
import { type Claim, readClaims } from '../../service/answer/verify/claims.ts';
import { cardFacts, type GroundedAnswer, headingsOf, quoteLocale } from './part-grounds.ts';
import { type Score, share } from './score.ts';

/** Numbers of an answer, as written. */
export interface NumberCheck {
  total: number;
  /** Those that are in none of the quotes that they stand on. */
  inexact: string[];
}

/** Words of which another is never as good, which are no numbers; an age is there as a number too. */
const NO_NUMBER = /^(?:color|country|stock|weekday|currency|age):/;
const MARK = /\s*\[\d+\]/gu;
const DIGITS = /\d+(?:[.,]\d+)*/gu;

/**
 * Finds the numbers, prices, percentages, durations, measures, dates, times, codes and phone numbers of an answer and
 * looks for each in what it stands on. Those of a sentence must be in the quotes that the sentence cites, or in the facts
 * on the product cards; those that stand in no sentence (`parts`), in any quote or card, but for a bare count, such as how
 * many more products there are, which is the service's own. They are compared in one form
 * (`$129.00` and `129 dollars`, `2 weeks` and `14 days`); a number whose unit only one side names is the same, with
 * another unit it is another number. Digits that no reader of numbers understands must be there as written. Pure.
 */
export function checkNumbers(response: GroundedAnswer): NumberCheck {
  const check: NumberCheck = { total: 0, inexact: [] };
  const cards = response.products.flatMap((card) => {
    const facts = cardFacts(card);
    return [[facts.name, ...productFactLines(facts), ...productFactLines(facts, response.locale)].join('\n')];
  });
  let rest = response.answer.replace(MARK, '');
  for (const { text, citations } of response.parts) {
    // The answer has a part's words without its full stop, as the marks stand before that.
    rest = rest.replace(text.replace(/[.!?…]+$/u, ''), () => ' ');
    const cited = response.citations.filter(({ id }) => citations.includes(id));
    const sources = [...cited.map(({ quote }) => quote), ...headingsOf(cited), ...cards];
    compare(numbersOf(text, response.locale), sources, response, check);
  }
  const quotes = response.citations.map(({ quote }) => quote);
  const others = numbersOf(rest, response.locale).filter(({ key }) => !/^(?:number:|literal )/.test(key));
  compare(others, [...quotes, ...headingsOf(response.citations), ...cards], response, check);
  return check;
}

/**
 * Number exactness: the share of the numbers, prices, dates and codes of an answer that are, in one form, in the quotes
 * which it cites for them or in the products' facts (after the exact-number measures for data-to-text and summaries, as
 * in Zhao et al. 2020, "Reducing Quantity Hallucinations in Abstractive Summarization"). Range 0…1; a suite's is the mean
 * of its cases'. Not applicable where an answer says no number, or where nothing was answered: an abstention that names
 * products nearby states nothing. It tells whether a number is there, not whether it is said of the right thing.
 */
export function numberExactness({ total, inexact }: NumberCheck): Score {
  return share(total - inexact.length, total, 'the answer says no number');
}

type Said = Pick<Claim, 'key' | 'written' | 'bare'>;

function compare(
  said: readonly Said[],
  sources: readonly string[],
  response: GroundedAnswer,
  check: NumberCheck,
): void {
  if (said.length === 0) return;
  const stated = sources.flatMap((source) => readClaims(source, quoteLocale(response)));
  const keys = new Set(stated.map(({ key }) => key.replace(/^was /, '')));
  const literal = new Set(sources.flatMap((source) => source.match(DIGITS) ?? []));
  check.total += said.length;
  for (const claim of said) {
    const exact =
      keys.has(claim.key.replace(/^was /, '')) ||
      stated.some((other) => isSameWithoutUnit(claim, other)) ||
      (claim.key.startsWith(LITERAL) && literal.has(claim.written));
    if (!exact) check.inexact.push(claim.written);
  }
}

const LITERAL = 'literal ';

/** Each number once, however often it is said; digits that no claim holds come as they are written. */
function numbersOf(text: string, locale: string): Said[] {
  const claims = readClaims(text, locale).filter(({ key }) => !NO_NUMBER.test(key));
  const claimed = new Set(claims.flatMap(({ written }) => written.match(DIGITS) ?? []));
  const unread = (text.match(DIGITS) ?? []).filter((written) => !claimed.has(written));
  const said: Said[] = [
    ...claims,
    ...unread.map((written) => ({ key: `${LITERAL}${written}`, written, bare: null })),
  ];
  return [...new Map(said.map((one) => [one.key, one])).values()];
}

function isSameWithoutUnit(said: Said, stated: Said): boolean {
  if (said.bare === null || said.bare !== stated.bare) return false;
  return said.key.startsWith('number:') || stated.key.startsWith('number:');
}
