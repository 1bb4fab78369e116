import type { AnswerResponse } from '../../service/schemas/answer-response.ts';
import { checkAnswers } from '../checks/check-answers.ts';
import { checkCaseGates } from '../checks/check-case-gates.ts';
import { checkCitations } from '../checks/check-citations.ts';
import { checkCited } from '../checks/check-cited.ts';
import { checkClarify } from '../checks/check-clarify.ts';
import { checkFacts } from '../checks/check-facts.ts';
import { checkForbidden } from '../checks/check-forbidden.ts';
import { checkHandoff } from '../checks/check-handoff.ts';
import { checkLocale } from '../checks/check-locale.ts';
import { checkNotProducts } from '../checks/check-not-products.ts';
import { checkProducts } from '../checks/check-products.ts';
import { checkProductsOrder } from '../checks/check-products-order.ts';
import { checkProven } from '../checks/check-proven.ts';
import { checkQuotes } from '../checks/check-quotes.ts';
import { checkStatus } from '../checks/check-status.ts';
import type { AnswerCheck } from '../checks/judged-answer.ts';
import type { CaseGates, Expectation } from '../suite.ts';
import type { CaseScores, Check, ReportedCitation } from './case-result.ts';
import { cardTexts, spokenText } from './spoken-text.ts';

/** In the order in which reports show them; the last two are held against every answer. */
const CHECKS: readonly AnswerCheck[] = [
  checkStatus,
  checkFacts,
  checkAnswers,
  checkForbidden,
  checkCitations,
  checkQuotes,
  checkProducts,
  checkProductsOrder,
  checkNotProducts,
  checkLocale,
  checkClarify,
  checkHandoff,
  checkCited,
  checkProven,
];

interface Scored {
  citations: readonly ReportedCitation[];
  detectedLanguage: string | null;
  scores: CaseScores;
}

/**
 * One check for each expectation of a case and for each of its gates, and two that every answer is held to: what is
 * answered is cited, and every quote is proven. A case passes when all its checks do.
 *
 * @throws RangeError where a pattern of the case takes too long on this answer. Otherwise pure.
 */
export function checkAnswer(
  expect: Expectation,
  response: AnswerResponse,
  { citations, detectedLanguage, scores }: Scored,
  gates: CaseGates = {},
): Check[] {
  const judged = {
    response,
    spoken: spokenText(response),
    cards: cardTexts(response),
    citations,
    detectedLanguage,
  };
  return [...CHECKS.flatMap((check) => check(expect, judged) ?? []), ...checkCaseGates(gates, scores)];
}
