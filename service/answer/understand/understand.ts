import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { languageOf } from '../../../ingest/analysis/language-of.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { Turn } from '../../../sql/answers.ts';
import type { AnswerRequest } from '../../schemas/answer-request.ts';
import type { QuestionIntent } from '../../schemas/understood.ts';
import { hasOwnName, meansKind, onlyDescribes } from '../catalog/describing-name.ts';
import { MOST_NAMED } from '../catalog/find-products.ts';
import { findNamedProducts, type NamedProducts } from '../catalog/named-products.ts';
import { withoutNegated } from '../catalog/negated-spans.ts';
import { type CatalogQuery, readCatalogQuery } from '../catalog/read-catalog-query.ts';
import { isTelling } from '../catalog/spoken-names.ts';
import { claimedValue } from '../extractive/claimed-value.ts';
import { type Carried, carryOver } from '../follow-up/follow-up.ts';
import { wordsOfHours } from '../rank/opening-hours.ts';
import type { WordSimilarity } from '../rank/rank-units.ts';
import type { LoadedStore } from '../retrieve/store-cache.ts';
import { readPlaces } from '../within/places.ts';
import { readQuantities } from '../within/ranges.ts';
import { spellOut } from '../words/chat-spelling.ts';
import { translateTerms } from '../words/translate-terms.ts';
import { detectLocale, readLanguage } from './detect-locale.ts';
import { addressWord, type Expectation, expectedAnswer, priceWord } from './expected-answer.ts';
import { fixWriting } from './fix-writing.ts';
import { type Intent, isComplaint, readIntent, withoutGreeting } from './intent.ts';
import { mainQuestion } from './main-question.ts';
import { otherSellers } from './other-sellers.ts';
import { type QuestionTerm, questionTerms } from './question-terms.ts';
import { isStoreTopic } from './store-topics.ts';
import { asTrouble } from './trouble-term.ts';
import { withoutAskingFrame } from './without-asking-frame.ts';
import { withoutClaimFrame } from './without-claim-frame.ts';

/** A question as understood. */
export interface Understanding {
  /** What the words alone tell: a question, the wish for a person, or which small talk. */
  wants: Intent;
  /** What it is about; `off_topic` only once nothing was found. */
  intent: QuestionIntent;
  /** Anger is heard. */
  complaint: boolean;
  /** Language to answer in. */
  locale: string;
  /** ISO 639 language of the question where it is none that is answered in; else null. */
  language: string | null;
  /** The question made to stand alone. */
  standalone: string;
  /** What of it is asked now: the rest is the earlier question that it stands behind. */
  asked: string;
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
/** One of a class that a rule is for as a whole. */
const INSTANCE_WEIGHT = 0.1;
/** What is told around a question helps to find the page, but need not be in the answer. */
const STORY_WEIGHT = 0.4;

/** "I typed in the wrong address, can I fix it?" asks about the address, which only the story names. */
const REFERS_BACK =
  /\b(?:it|this|that|them|these|those|esto|eso|(?:\p{L}+[aei]r)l[oa]s?)\b(?! (?:is|are|was|were)\b)/iu;

/** Understands a question by rule, within its conversation. */
export async function understand(
  request: Pick<AnswerRequest, 'question' | 'locale'>,
  history: Turn[],
  { store, vocabulary }: Pick<LoadedStore, 'store' | 'vocabulary'>,
  similarity: WordSimilarity,
): Promise<Understanding> {
  const wants = readIntent(request.question);
  const previous = history.at(-1)?.locale ?? null;
  const language = await readLanguage(request.question, store.locales);
  const locale = request.locale
    ? languageOf(request.locale)
    : await detectLocale(request.question, store.locales, previous);
  const question = spellOut(request.question, language ?? locale);
  const carried: Carried =
    wants === 'question'
      ? carryOver(plainly(withoutGreeting(question), locale), history, { locale, vocabulary })
      : { standalone: question, asked: question, terms: [] };
  const { asked } = carried;
  const claimed = withoutClaimFrame(asked);
  const expected =
    expectedAnswer(asked, locale) ?? (claimed === asked ? null : claimedValue(claimed, locale));
  const catalog = withoutStoreName(
    readCatalogQuery(carried.standalone, locale, vocabulary, similarity),
    lexemes(store.name, vocabulary.locale),
  );
  // A price limit or "the cheapest" asks for products of a kind, whatever their names have in common with it.
  const ranges = catalog !== null && hasLimits(catalog);
  const calling = withoutName(carried.standalone, store.name);
  const found = findNamedProducts(withoutNegated(calling, fold(calling)), locale, vocabulary);
  const asksForKind = catalog?.lexemes.some(
    ({ lexeme, required }) => required && !found?.lexemes.has(lexeme),
  );
  const isKind =
    found !== null &&
    ((asksForKind && onlyDescribes(found, carried.standalone, locale, vocabulary)) ||
      (catalog?.asksThings === true && !hasOwnName(found, carried.standalone, locale, vocabulary)) ||
      (catalog !== null && meansKind(found, carried.standalone, locale, vocabulary, headOfQuery(catalog))));
  const called = isKind ? null : found;
  const named = ranges && !(isOfOne(called, vocabulary) && catalog.sort === 'measure') ? null : called;
  const own = vocabulary.synonyms ?? null;
  const asking = mainQuestion(claimed, locale);
  const asks = questionTerms(asking, locale, 1, own);
  const main = new Set(asks.map((term) => term.lexeme));
  // "How many days do I have?" asks of what was told before it as well.
  const refersBack = REFERS_BACK.test(asking) || asks.every(({ need }) => need < 1);
  // "I live in Denver and …": where the shopper is decides, wherever it is told.
  const places = new Set(readPlaces(asked).flatMap(({ written }) => lexemes(written, locale)));
  const sellers = otherSellers(asked);
  const weightOf = (term: Omit<QuestionTerm, 'idf'>): number => {
    const { lexeme } = term;
    if (expected?.cues.has(lexeme)) return CUE_WEIGHT;
    if (sellers.has(fold(term.word))) return INSTANCE_WEIGHT;
    if (named?.lexemes.has(lexeme)) return NAME_WEIGHT;
    if (main.has(lexeme) || places.has(lexeme)) return 1;
    return refersBack && isStoreTopic(term) ? 1 : STORY_WEIGHT;
  };
  // Of a product what was asked before is not what is asked now, but for its name.
  const carriedWeight = (lexeme: string): number =>
    named === null ? CARRIED_WEIGHT : named.lexemes.has(lexeme) ? NAME_WEIGHT : ASKED_BEFORE_WEIGHT;
  const terms = [
    ...questionTerms(claimed, locale, 1, own).map((term) => ({
      ...term,
      weight: term.weight * weightOf(term),
    })),
    ...carried.terms.map((term) => ({ ...term, weight: term.weight * carriedWeight(term.lexeme) })),
  ];
  if (expected?.kind === 'money') terms.push(...wordTerm(priceWord(locale), terms, locale));
  if (expected?.kind === 'address') terms.push(...wordTerm(addressWord(locale), terms, locale));
  terms.push(...bulkTerm(terms, asked, locale));
  if (expected?.kind === 'hours')
    for (const term of terms) if (expected.cues.has(term.lexeme)) term.phrase = wordsOfHours();
  return {
    wants,
    intent: intentOf(wants, terms, { isProduct: named !== null || catalog !== null, vocabulary }),
    complaint: isComplaint(question),
    locale,
    language: request.locale || wants !== 'question' ? null : language,
    asked,
    standalone: carried.standalone,
    terms: translateTerms(fixWriting(asTrouble(terms, asked, locale), locale), locale, store.locales),
    expected,
    named,
    catalog: named === null ? afterPages(catalog, carried.pages ?? 0) : null,
  };
}

function plainly(question: string, locale: string): string {
  return languageOf(locale) === 'es' ? withoutAskingFrame(question) : question;
}

/** What comes after those that were shown already. */
function afterPages(catalog: CatalogQuery | null, pages: number): CatalogQuery | null {
  return catalog === null || pages === 0 ? catalog : { ...catalog, skip: pages * MOST_NAMED };
}

function headOfQuery({ lexemes: words }: CatalogQuery): string | null {
  return words.find(({ head }) => head === true)?.lexeme ?? null;
}

function hasLimits(query: CatalogQuery): boolean {
  return query.sort !== 'relevance' || hasPrice(query) || excludes(query);
}

/** A question about products that also has a word of the store's rules is about both. */
function intentOf(
  wants: Intent,
  terms: Omit<QuestionTerm, 'idf'>[],
  { isProduct, vocabulary }: { isProduct: boolean; vocabulary: LoadedStore['vocabulary'] },
): QuestionIntent {
  if (wants === 'person') return 'person';
  if (wants !== 'question') return 'small_talk';
  if (!isProduct) return 'store';
  return terms.some((term) => isStoreTopic(term) && !vocabulary.nouns.has(term.lexeme)) ? 'both' : 'product';
}

/** "The widest tyre that fits the Finch" asks for a fact of the one product that has the name, and not which is the widest. */
function isOfOne(called: NamedProducts | null, vocabulary: LoadedStore['vocabulary']): boolean {
  if (called === null || called.names.length !== 1) return false;
  return [...called.lexemes].some((lexeme) => isTelling(lexeme, vocabulary.locale, vocabulary));
}

function hasPrice({ filter }: CatalogQuery): boolean {
  return filter.minPrice !== null || filter.maxPrice !== null;
}

/** "A trombone, not plastic" is one of several. */
function excludes({ filter }: CatalogQuery): boolean {
  return filter.notCalled.length > 0 || Object.keys(filter.notAttributes).length > 0;
}

/** "How much is it" asks for a price without the word, which is what a fact or a table's column is called. */
function wordTerm(
  word: string,
  terms: Omit<QuestionTerm, 'idf'>[],
  locale: string,
): Omit<QuestionTerm, 'idf'>[] {
  const [named] = questionTerms(word, locale);
  if (named === undefined || terms.some((term) => term.synonyms === named.synonyms)) return [];
  return [{ ...named, weight: CUE_WEIGHT }];
}

/** Of so many of a thing a discount is one for large orders, whatever it is called. */
const BULK = 10;
const IMPLIED = 0.5;

/** "We need 30 packs, is there a discount?" asks for the prices of large orders without the word. */
function bulkTerm(
  terms: Omit<QuestionTerm, 'idf'>[],
  asked: string,
  locale: string,
): Omit<QuestionTerm, 'idf'>[] {
  const isDiscount = terms.some(({ synonyms }) => synonyms.has('discount'));
  const folded = fold(asked);
  // So many things, and no age or number alone.
  const isMany = readQuantities(asked).some(
    ({ kind, value, written }) =>
      kind === 'count' &&
      value >= BULK &&
      new RegExp(`(?<!\\p{L})${written}\\s+(?!(?:por|per|anos|years)\\b)\\p{L}{3,}`, 'u').test(folded),
  );
  const [bulk] = isDiscount && isMany ? questionTerms(locale === 'es' ? 'mayorista' : 'bulk', locale) : [];
  if (bulk === undefined || terms.some((term) => term.synonyms === bulk.synonyms)) return [];
  // It is meant, and not said.
  return [{ ...bulk, need: IMPLIED }];
}

/** Of a shop for kitchens "a kitchen knife" is a knife: a word of the store's name tells nothing of its products apart. */
function withoutStoreName(catalog: CatalogQuery | null, names: string[]): CatalogQuery | null {
  if (catalog === null) return null;
  const isTold = ({ lexeme, head }: CatalogQuery['lexemes'][number]): boolean =>
    head === true || !names.includes(lexeme);
  return catalog.lexemes.some((word) => word.head)
    ? { ...catalog, lexemes: catalog.lexemes.filter(isTold) }
    : catalog;
}

/** "When was Tarn & Timber founded" asks for no product, though the shop has a Tarn bottle. */
function withoutName(question: string, storeName: string): string {
  const at = question.toLowerCase().indexOf(storeName.toLowerCase());
  return at < 0 ? question : `${question.slice(0, at)} ${question.slice(at + storeName.length)}`;
}
