import { type Findings, findAnswer } from '../find-answer.ts';
import type { TurnContext } from '../make-answer-question.ts';
import { ANSWER_THRESHOLD } from '../rank/confidence.ts';
import { namedMarket, shopperMarket } from '../understand/shopper-market.ts';

/**
 * Finds what a question can be answered from in the shopper's market: in its own sources and pages and in those for all. Only
 * where these have nothing on it, another market's may answer, and then one alone: what differs from country to country is
 * never mixed. Of a shopper whose market is not known, the country that the question names comes first; else, and where the
 * store has nothing for the market alone, all are searched.
 */
export async function findForMarket(context: TurnContext): Promise<Findings> {
  const { loaded, request, understood } = context;
  const market = shopperMarket(request);
  if (market === null) return findForNamed(context);
  const languages = loaded.markets.get(market);
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

/** "Do you ship to Mexico?" is answered from the pages for Mexico where there are any, and else from all. */
async function findForNamed(context: TurnContext): Promise<Findings> {
  const { loaded, understood } = context;
  const named = namedMarket(understood.asked, loaded.regions);
  if (named === null || loaded.markets.get(named)?.has(understood.locale) !== true)
    return findAnswer(context);
  const own = await findAnswer(context, named);
  return answers(own) ? own : findAnswer(context);
}

function answers({ products, stock, confidence }: Findings): boolean {
  return products.length > 0 || stock.length > 0 || confidence >= ANSWER_THRESHOLD;
}
