import { languageOf } from '../../ingest/analysis/language-of.ts';
import type { Turn } from '../../sql/answers.ts';
import type { AnswerRequest } from '../schemas.ts';
import { findNamedProducts, type NamedProducts } from './catalog/named-products.ts';
import { type CatalogQuery, readCatalogQuery } from './catalog/read-catalog-query.ts';
import { detectLocale } from './detect-locale.ts';
import { type Expectation, expectedAnswer, priceWord } from './expected-answer.ts';
import { carryOver } from './follow-up.ts';
import { type Intent, readIntent } from './intent.ts';
import { mainQuestion } from './main-question.ts';
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
const CARRIED_WEIGHT = 0.8;
const ASKED_BEFORE_WEIGHT = 0.1;
/** "How long" is answered by a duration, which need not repeat it. */
const CUE_WEIGHT = 0.4;
/** All that stands on a product's page is about it: what is asked of it are the other words. */
const NAME_WEIGHT = 0.4;
/** What is told around a question helps to find the page, but need not be in the answer. */
const STORY_WEIGHT = 0.4;

/** Understands a question by rule, within its conversation. */
export async function understand(
  request: Pick<AnswerRequest, 'question' | 'locale'>,
  history: Turn[],
  { store, vocabulary }: Pick<LoadedStore, 'store' | 'vocabulary'>,
  similarity: WordSimilarity,
): Promise<Understanding> {
  const { question } = request;
  const previous = history.at(-1) ?? null;
  const locale = request.locale
    ? languageOf(request.locale)
    : await detectLocale(question, store.locales, null);
  const carried = carryOver(question, previous?.standalone ?? null, locale);
  const expected = expectedAnswer(question, locale);
  const catalog = readCatalogQuery(carried.standalone, locale, vocabulary, similarity);
  // A price limit or "the cheapest" asks for products of a kind, whatever their names have in common with it.
  const ranges = catalog !== null && (catalog.sort !== 'relevance' || hasPrice(catalog));
  const named = ranges
    ? null
    : findNamedProducts(withoutName(carried.standalone, store.name), locale, vocabulary);
  const main = new Set(questionTerms(mainQuestion(question, locale), locale).map((term) => term.lexeme));
  const weightOf = (lexeme: string): number => {
    if (expected?.cues.has(lexeme)) return CUE_WEIGHT;
    if (named?.lexemes.has(lexeme)) return NAME_WEIGHT;
    return main.has(lexeme) ? 1 : STORY_WEIGHT;
  };
  // Of a product what was asked before is not what is asked now, but for its name.
  const carriedWeight = (lexeme: string): number =>
    named === null ? CARRIED_WEIGHT : named.lexemes.has(lexeme) ? NAME_WEIGHT : ASKED_BEFORE_WEIGHT;
  const terms = [
    ...questionTerms(question, locale).map((term) => ({
      ...term,
      weight: term.weight * weightOf(term.lexeme),
    })),
    ...carried.terms.map((term) => ({ ...term, weight: term.weight * carriedWeight(term.lexeme) })),
  ];
  if (expected?.kind === 'money') terms.push(...priceTerm(terms, locale));
  return {
    intent: readIntent(question),
    locale,
    standalone: carried.standalone,
    terms,
    expected,
    named,
    catalog: named === null ? catalog : null,
  };
}

function hasPrice({ filter }: CatalogQuery): boolean {
  return filter.minPrice !== null || filter.maxPrice !== null;
}

/** "How much is it" asks for a price without the word, which is what a fact or a table's column is called. */
function priceTerm(terms: Omit<QuestionTerm, 'idf'>[], locale: string): Omit<QuestionTerm, 'idf'>[] {
  const [price] = questionTerms(priceWord(locale), locale);
  if (price === undefined || terms.some((term) => term.synonyms === price.synonyms)) return [];
  return [{ ...price, weight: CUE_WEIGHT }];
}

/** "When was Tarn & Timber founded" asks for no product, though the shop has a Tarn bottle. */
function withoutName(question: string, storeName: string): string {
  const at = question.toLowerCase().indexOf(storeName.toLowerCase());
  return at < 0 ? question : `${question.slice(0, at)} ${question.slice(at + storeName.length)}`;
}
