import type { Turn } from '../../sql/answers.ts';
import type { AnswerRequest } from '../schemas.ts';
import { findNamedProducts, type NamedProducts } from './catalog/named-products.ts';
import { type CatalogQuery, readCatalogQuery } from './catalog/read-catalog-query.ts';
import { detectLocale, languageOf } from './detect-locale.ts';
import { type Expectation, expectedAnswer } from './expected-answer.ts';
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
  expected: Expectation | null;
  /** The products it calls by name; null when it names none. */
  named: NamedProducts | null;
  /** Null when it does not ask what products there are. */
  catalog: CatalogQuery | null;
}

/** A word that a follow-up takes over counts less than one it says itself. */
const CARRIED_WEIGHT = 0.6;

/** Understands a question by rule, within its conversation. */
export async function understand(
  request: Pick<AnswerRequest, 'question' | 'locale'>,
  history: Turn[],
  { store, vocabulary }: LoadedStore,
  similarity: WordSimilarity,
): Promise<Understanding> {
  const { question } = request;
  const previous = history.at(-1) ?? null;
  const locale = request.locale
    ? languageOf(request.locale)
    : await detectLocale(question, store.locales, null);
  const carried = carryOver(question, previous?.standalone ?? null, locale);
  const terms = [
    ...questionTerms(question, locale),
    ...carried.terms.map((term) => ({ ...term, weight: CARRIED_WEIGHT })),
  ];
  const named = findNamedProducts(carried.standalone, locale, vocabulary);
  return {
    intent: readIntent(question),
    locale,
    standalone: carried.standalone,
    terms,
    expected: expectedAnswer(question, locale),
    named,
    catalog: named === null ? readCatalogQuery(carried.standalone, locale, vocabulary, similarity) : null,
  };
}
