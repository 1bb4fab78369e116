import type { Verify } from '../../service/answer/answerer.ts';
import type { AnswerResponse } from '../../service/schemas/answer-response.ts';
import { citationPrecision, citationRecall } from '../metrics/citation-match.ts';
import { citationValidity } from '../metrics/citation-validity.ts';
import { clarifyMatch } from '../metrics/clarify-match.ts';
import { type FactPlace, factsFound, locateFacts, nearestAnswer } from '../metrics/facts-found.ts';
import { handoffMatch } from '../metrics/handoff-match.ts';
import { languageMatch } from '../metrics/language-match.ts';
import { checkNumbers, type NumberCheck, numberExactness } from '../metrics/number-exactness.ts';
import { productOrder } from '../metrics/product-order.ts';
import { quoteFault } from '../metrics/quote-validity.ts';
import { retrievalScores } from '../metrics/retrieval-scores.ts';
import { notApplicable, type Score, scored, share } from '../metrics/score.ts';
import { describeFact, statesFact } from '../metrics/states-fact.ts';
import { findUnsupported, support, type UnsupportedSentence } from '../metrics/support.ts';
import type { CaseAnswer } from '../run/case-run.ts';
import type { Expectation } from '../suite.ts';
import type { CaseScores, ReportedCitation } from './case-result.ts';
import { expectsAnswer } from './expected-outcome.ts';
import { cardTexts, spokenText } from './spoken-text.ts';

/** An answer held against a case: its scores, and what they come from. */
export interface ScoredAnswer {
  scores: CaseScores;
  /** Expected facts, then those of the accepted answer that is nearest. */
  facts: { fact: string; foundIn: FactPlace }[];
  citations: ReportedCitation[];
  unsupported: UnsupportedSentence[];
  inexactNumbers: string[];
  detectedLanguage: string | null;
}

const NOT_SCORED = {
  answered: 'no answer is expected',
  statusAccuracy: 'no status is expected',
  forbiddenAvoided: 'nothing is forbidden',
  productRecall: 'no products are expected',
  productOrder: 'no order of products is expected',
} as const;

const NO_NUMBERS: NumberCheck = { total: 0, inexact: [] };

/**
 * @param verify the check of a sentence against its quotes.
 * @throws RangeError where a pattern of the case takes too long on this answer. Otherwise pure.
 */
export function scoreAnswer(expect: Expectation, run: CaseAnswer, verify: Verify): ScoredAnswer {
  const { response } = run;
  const spoken = spokenText(response);
  const cards = cardTexts(response);
  const { facts = [], forbidden = [], citations: globs = [], products = [] } = expect;
  const places = locateFacts(facts, spoken, cards);
  const nearest = nearestAnswer(expect.answers ?? [], spoken, cards);
  const says = forbidden.some((fact) => statesFact(spoken, fact));
  const citations = proveCitations(run);
  const urls = citations.map(({ url }) => url);
  const shown = response.products.map(({ sku }) => sku);
  const proven = new Set(citations.flatMap(({ id, fault }) => (fault === null ? [id] : [])));
  const unsupported = findUnsupported(response, proven, verify);
  const answered = response.status === 'answered';
  const numbers = answered ? checkNumbers(response) : NO_NUMBERS;
  return {
    facts: [...facts, ...(nearest?.facts ?? [])].map((fact, index) => ({
      fact: describeFact(fact),
      foundIn: [...places, ...(nearest?.places ?? [])][index] ?? null,
    })),
    citations,
    unsupported,
    inexactNumbers: numbers.inexact,
    detectedLanguage: run.detectedLanguage,
    scores: {
      answered: oneIf(expectsAnswer(expect), answered, NOT_SCORED.answered),
      cited: oneIf(answered, citations.length > 0, 'nothing was answered'),
      factsFound: factsFound(places, expect.factsMode, nearest?.places),
      forbiddenAvoided: oneIf(forbidden.length > 0, !says, NOT_SCORED.forbiddenAvoided),
      ...retrievalScores(run.retrieved, expect),
      citationRecall: citationRecall(urls, globs, expect.citationsMode),
      citationPrecision: citationPrecision(urls, globs),
      citationValidity: citationValidity(
        response.citations.map(({ documentId }) => run.documents.get(documentId) ?? null),
      ),
      quoteValidity: share(proven.size, citations.length, 'nothing is quoted'),
      support: support(response.parts.length, unsupported.length),
      numberExactness: numberExactness(numbers),
      productRecall: share(
        products.filter((sku) => shown.includes(sku)).length,
        products.length,
        NOT_SCORED.productRecall,
      ),
      productOrder: orderOf(expect, shown),
      clarifyMatch: clarifyMatch(expect.clarify, response),
      handoffMatch: handoffMatch(expect.handoff, response),
      statusAccuracy: statusAccuracy(expect, response.status),
      languageMatch: languageMatch(expect.locale ?? null, response.locale, run.detectedLanguage),
    },
  };
}

/** Scores of a case that got no answer: 0 wherever something was expected, so that an error never helps a score. */
export function scoreFailure(expect: Expectation): CaseScores {
  const zeroIf = (applies: boolean, reason: string) => oneIf(applies, false, reason);
  const nothing = notApplicable('nothing was answered');
  const nowhere = (list: readonly unknown[] = []) => list.map(() => null);
  return {
    answered: zeroIf(expectsAnswer(expect), NOT_SCORED.answered),
    cited: nothing,
    factsFound: factsFound(nowhere(expect.facts), expect.factsMode, nowhere(expect.answers?.[0])),
    forbiddenAvoided: zeroIf(expect.forbidden !== undefined, NOT_SCORED.forbiddenAvoided),
    ...retrievalScores([], expect),
    citationRecall: citationRecall([], expect.citations ?? []),
    citationPrecision: citationPrecision([], expect.citations ?? []),
    citationValidity: nothing,
    quoteValidity: nothing,
    support: nothing,
    numberExactness: nothing,
    productRecall: share(0, expect.products?.length ?? 0, NOT_SCORED.productRecall),
    productOrder: orderOf(expect, []),
    clarifyMatch: zeroIf(expect.clarify !== undefined, 'the case does not say whether to ask back'),
    handoffMatch: zeroIf(expect.handoff !== undefined, 'the case does not say whether to offer people'),
    statusAccuracy: zeroIf(expect.status !== undefined, NOT_SCORED.statusAccuracy),
    languageMatch: zeroIf(expect.locale !== undefined, 'no language is expected'),
  };
}

function statusAccuracy({ status }: Expectation, got: AnswerResponse['status']): Score {
  return oneIf(status !== undefined, status?.includes(got) === true, NOT_SCORED.statusAccuracy);
}

function orderOf({ products = [], productsOrder }: Expectation, shown: readonly string[]): Score {
  return productsOrder === 'listed' ? productOrder(shown, products) : notApplicable(NOT_SCORED.productOrder);
}

/** UTF-16 code units of the source that are shown on each side of a quote. */
const CONTEXT = 200;

function proveCitations({ response, documents }: CaseAnswer): ReportedCitation[] {
  return response.citations.map(({ id, url, title, quote, documentId, start, end }) => {
    const documentText = documents.get(documentId) ?? null;
    return {
      id,
      url,
      title,
      quote,
      documentId,
      start,
      end,
      context:
        documentText === null
          ? null
          : {
              before: documentText.slice(Math.max(0, start - CONTEXT), start),
              after: documentText.slice(end, end + CONTEXT),
            },
      fault: quoteFault({ quote, start, end, documentText }),
    };
  });
}

function oneIf(applies: boolean, met: boolean, reason: string): Score {
  return applies ? scored(met ? 1 : 0) : notApplicable(reason);
}
