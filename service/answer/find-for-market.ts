import { ANSWER_THRESHOLD } from './confidence.ts';
import { type Findings, findAnswer } from './find-answer.ts';
import type { TurnContext } from './make-answer-question.ts';
import { shopperMarket } from './shopper-market.ts';

/**
 * Finds what a question can be answered from in the shopper's market: in its own sources and in those for all. Only where
 * these have nothing on it, another market's may answer, and then one alone: what differs from country to country is
 * never mixed. Of a shopper whose market is not known, or that the store has no sources for, all are searched.
 */
export async function findForMarket(context: TurnContext): Promise<Findings> {
  const { loaded, request, understood } = context;
  const market = shopperMarket(request);
  const languages = market === null ? undefined : loaded.markets.get(market);
  if (languages === undefined) return findAnswer(context);
  const own = await findAnswer(context, market);
  // What the market's own sources say in another language than the question's may answer it without being found.
  if (answers(own) || !languages.has(understood.locale)) return own;
  const best = await findAnswer(context);
  const other = best.products[0]?.market ?? best.ranked[0]?.evidence.market ?? null;
  if (other === null || other === market || !answers(best)) return own;
  const elsewhere = await findAnswer(context, other);
  return answers(elsewhere) ? elsewhere : own;
}

function answers({ products, stock, confidence }: Findings): boolean {
  return products.length > 0 || stock.length > 0 || confidence >= ANSWER_THRESHOLD;
}
