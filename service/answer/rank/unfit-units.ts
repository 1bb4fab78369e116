import { holdsPersonalData } from '../understand/personal-data.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';
import { tellsOfOffer } from './offers.ts';
import type { RankedUnit } from './rank-units.ts';

/** A heading that has all of the question leaves nothing to ask of the lines under it. */
const ALL_ABOVE = 0.95;
const AMOUNT = /[$€£¥]\s?\d|\d\s?(?:[$€£¥]|(?:euros?|dollars?|pounds|usd|eur|gbp|pesos)\b)/i;
const OPINION_WORDS =
  /^(?:review\w*|opinion\w*|rese(?:ñ|n)as?|valoracion\w*|experiences?|testimonial\w*|customers?|clientes?)$/i;

/** Whether a unit answers nothing, whatever was asked: it is beside the point, or holds no longer. Pure. */
export function isUnfit(unit: RankedUnit): boolean {
  return isBesideThePoint(unit) || isOldOffer(unit) || isNotToBePassedOn(unit);
}

/** What customers wrote says nothing about the store's rules or its products' facts. Pure. */
export function asksForOpinions(terms: QuestionTerm[]): boolean {
  return terms.some((term) => OPINION_WORDS.test(term.word));
}

/** Of a product's page, which is all about it, a line without anything that is asked says nothing. */
function isBesideThePoint({ evidence, features }: RankedUnit): boolean {
  return evidence.kind === 'product' && features.silent === 1 && features.heading < ALL_ABOVE;
}

/** What an article says of a price or an offer was so on its day. */
function isOldOffer({ evidence, text }: RankedUnit): boolean {
  return evidence.genre === 'article' && (AMOUNT.test(text) || tellsOfOffer(text));
}

/** Who a customer is concerns nobody, and what they say of discounts is no offer of the store's. */
function isNotToBePassedOn({ evidence, text }: RankedUnit): boolean {
  return evidence.voice === 'customer' && (holdsPersonalData(text) || tellsOfOffer(text));
}
