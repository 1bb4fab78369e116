import type { Turn } from '../../sql/answers.ts';
import type { AnswerRequest } from '../schemas.ts';
import { type CatalogQuery, readCatalogQuery } from './catalog/read-catalog-query.ts';
import { detectLocale, languageOf } from './detect-locale.ts';
import { type ExpectedAnswer, expectedAnswer } from './expected-answer.ts';
import { carryOver } from './follow-up.ts';
import { type Intent, readIntent } from './intent.ts';
import { type QuestionTerm, questionTerms } from './question-terms.ts';
import type { WordSimilarity } from './rank-units.ts';
import type { LoadedStore } from './store-cache.ts';

/** A question as understood. */
export interface Understanding {
  intent: Intent;
  /** Language to answer in. */
  locale: string;
  /** The question made to stand alone. */
  standalone: string;
  terms: Omit<QuestionTerm, 'idf'>[];
  expected: ExpectedAnswer | null;
  /** Null when it does not ask for products. */
  catalog: CatalogQuery | null;
}

/** A word that a follow-up takes over counts less than one it says itself. */
const CARRIED_WEIGHT = 0.6;

/** Understands a question by rule, within its conversation. Pure. */
export function understand(
  request: Pick<AnswerRequest, 'question' | 'locale'>,
  history: Turn[],
  { store, vocabulary }: LoadedStore,
  similarity: WordSimilarity,
): Understanding {
  const { question } = request;
  const previous = history.at(-1) ?? null;
  const locale = request.locale ? languageOf(request.locale) : detectLocale(question, store.locales, null);
  const carried = carryOver(question, previous?.standalone ?? null, locale);
  const terms = [
    ...questionTerms(question, locale),
    ...carried.terms.map((term) => ({ ...term, weight: CARRIED_WEIGHT })),
  ];
  return {
    intent: readIntent(question),
    locale,
    standalone: carried.standalone,
    terms,
    expected: expectedAnswer(question),
    catalog: readCatalogQuery(carried.standalone, locale, vocabulary, similarity),
  };
}
