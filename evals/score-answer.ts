import type { CaseScores, ReportedCitation } from './case-result.ts';
import type { CaseAnswer } from './case-run.ts';
import { expectsAnswer } from './expected-outcome.ts';
import { citationPrecision, citationRecall } from './metrics/citation-match.ts';
import { containsFact } from './metrics/contains-fact.ts';
import { type FactPlace, factsFound, locateFacts } from './metrics/facts-found.ts';
import { languageMatch } from './metrics/language-match.ts';
import { quoteFault } from './metrics/quote-validity.ts';
import { notApplicable, type Score, scored, share } from './metrics/score.ts';
import { cardTexts, spokenText } from './spoken-text.ts';
import type { Expectation } from './suite.ts';

/** An answer held against a case: its scores, and what they come from. */
export interface ScoredAnswer {
  scores: CaseScores;
  facts: { fact: string; foundIn: FactPlace }[];
  /** Forbidden texts that it says. */
  said: string[];
  citations: ReportedCitation[];
  missingCitations: string[];
  missingProducts: string[];
  detectedLanguage: string | null;
}

const NOT_SCORED = {
  answered: 'no answer is expected',
  statusAccuracy: 'no status is expected',
  forbiddenAvoided: 'nothing is forbidden',
} as const;

/** Pure. */
export function scoreAnswer(expect: Expectation, run: CaseAnswer): ScoredAnswer {
  const { response } = run;
  const spoken = spokenText(response);
  const { facts = [], forbidden = [], citations: globs = [], products = [] } = expect;
  const places = locateFacts(facts, spoken, cardTexts(response));
  const said = forbidden.filter((text) => containsFact(spoken, text));
  const citations = proveCitations(run);
  const urls = citations.map((citation) => citation.url);
  const shown = new Set(response.products.map((product) => product.sku));
  const missingProducts = products.filter((sku) => !shown.has(sku));
  return {
    facts: facts.map((fact, index) => ({ fact, foundIn: places[index] ?? null })),
    said,
    citations,
    missingCitations: globs.filter((glob) => citationRecall(urls, [glob]).value === 0),
    missingProducts,
    detectedLanguage: run.detectedLanguage,
    scores: {
      answered: oneIf(expectsAnswer(expect), response.status === 'answered', NOT_SCORED.answered),
      cited: oneIf(response.status === 'answered', citations.length > 0, 'nothing was answered'),
      factsFound: factsFound(places, expect.factsMode),
      forbiddenAvoided: oneIf(forbidden.length > 0, said.length === 0, NOT_SCORED.forbiddenAvoided),
      citationRecall: citationRecall(urls, globs),
      citationPrecision: citationPrecision(urls, globs),
      productRecall: share(
        products.length - missingProducts.length,
        products.length,
        'no products are expected',
      ),
      statusAccuracy: oneIf(
        expect.status !== undefined,
        expect.status === response.status,
        NOT_SCORED.statusAccuracy,
      ),
      languageMatch: languageMatch(expect.locale ?? null, response.locale, run.detectedLanguage),
    },
  };
}

/** Scores of a case that got no answer: 0 wherever something was expected, so that an error never helps a score. */
export function scoreFailure(expect: Expectation): CaseScores {
  const zeroIf = (applies: boolean, reason: string) => oneIf(applies, false, reason);
  return {
    answered: zeroIf(expectsAnswer(expect), NOT_SCORED.answered),
    cited: notApplicable('nothing was answered'),
    factsFound: factsFound(
      (expect.facts ?? []).map(() => null),
      expect.factsMode,
    ),
    forbiddenAvoided: zeroIf(expect.forbidden !== undefined, NOT_SCORED.forbiddenAvoided),
    citationRecall: citationRecall([], expect.citations ?? []),
    citationPrecision: citationPrecision([], expect.citations ?? []),
    productRecall: share(0, expect.products?.length ?? 0, 'no products are expected'),
    statusAccuracy: zeroIf(expect.status !== undefined, NOT_SCORED.statusAccuracy),
    languageMatch: zeroIf(expect.locale !== undefined, 'no language is expected'),
  };
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
