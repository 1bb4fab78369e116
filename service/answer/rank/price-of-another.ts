import type { QuestionTerm } from '../understand/question-terms.ts';

/** Says what is paid with, or that it is paid. */
const MONEY_WORD =
  /^(?:\d.*|prices?|costs?|euros?|dollars?|pounds?|usd|eur|gbp|pesos|d[oó]lares|precios?|iva|vat|tax(?:es)?)$/i;

/**
 * Whether words of a question for a price that a line of the thing's own page lacks name something else: the price of the
 * lamp is not that of its delivery, of which its page says nothing. Pure.
 */
export function asksPriceOfAnother(lacked: readonly Pick<QuestionTerm, 'need' | 'word'>[]): boolean {
  return lacked.some(({ need, word }) => need === 1 && !MONEY_WORD.test(word));
}
