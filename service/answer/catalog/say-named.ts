import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import type { DraftSentence, Evidence } from '../answerer.ts';
import type { Findings } from '../find-answer.ts';
import type { TurnContext } from '../make-answer-question.ts';
import { ANSWER_THRESHOLD } from '../rank/confidence.ts';
import { priceWord } from '../understand/expected-answer.ts';
import { mainQuestion } from '../understand/main-question.ts';
import { questionTerms } from '../understand/question-terms.ts';
import { isStoreTopic } from '../understand/store-topics.ts';
import { readQuantities } from '../within/ranges.ts';
import { readYesNoQuestion } from '../yes-no/read-yes-no-question.ts';
import { compareProducts } from './compare-products.ts';
import { listProducts } from './describe-list.ts';
import { sayNamedFacts } from './describe-named.ts';
import {
  asksForContents,
  asksForDescription,
  describeContents,
  describeProduct,
  firstSentence,
} from './describe-product.ts';
import { asksStockOnly } from './describe-stock.ts';
import { asksAvailability } from './product-availability.ts';
import type { NamedFacts } from './read-named.ts';
import { sayStockOf } from './say-stock.ts';
import { compareTold, tellSize } from './tell-told.ts';

/** Of this the price tells, as it names the one before. */
const ON_SALE = /\b(?:on sale|a sale|discounted|reduced|rebajad[oa]s?|en oferta)\b/;
/** Asks for values, not whether there is one. */
const WHICH = /\b(?:which|what|whats|que|cual(?:es)?|cuant[oa]s|how many)\b/;

/**
 * What the facts of products called by name answer by themselves: a comparison, whether one can be bought, a fact of it. Pure.
 * @param told the passages that describe them.
 * @returns null where reading must find the answer.
 */
export function sayNamed(
  context: TurnContext,
  found: Findings,
  products: NamedFacts,
  told: Evidence[] = [],
): DraftSentence[] | null {
  const { named, facts, compares, isSeveral } = products;
  const { standalone, asked, locale } = context.understood;
  const known = knownWords(context, products);
  if (isOfStore(context, known)) return found.stock.length > 0 ? found.stock : null;
  const question = mainQuestion(asked, locale);
  const sure = found.confidence >= ANSWER_THRESHOLD;
  const sideBySide = (): DraftSentence[] =>
    compareProducts(standalone, facts, locale, { names: named.lexemes, told: sentencesOf(told), compares });
  const sayFacts = (open: boolean): DraftSentence[] => {
    const drafts = sayNamedFacts(question, facts, { locale, known, open });
    const compared = drafts.length > 0 && facts.length > 1 ? sideBySide() : [];
    return compared.length > 0 ? compared : drafts;
  };
  const isStock = asksAvailability(standalone) && asksStockOnly(standalone, locale, known);
  // A question that asks whether something is so is read, where there is something to read.
  const isRead = sure && readYesNoQuestion(asked, locale) !== null && !ON_SALE.test(fold(question));
  const steps: (() => DraftSentence[])[] = [
    () => (isSeveral && (compares || isStock) ? sideBySide() : []),
    () => (WHICH.test(fold(question)) ? sayFacts(false) : []),
    () =>
      tellsPrice(asked, locale, known)
        ? sayNamedFacts(priceWord(locale), facts, { locale, known, open: false })
        : [],
    () => sayStockOf(standalone, found.stock, facts, { locale, known }),
    () => (isRead ? [] : sayFacts(!sure)),
    () => (isSeveral ? compareTold(question, told, locale, known) : []),
    () => (sure ? [] : tellSize(question, told)),
  ];
  for (const step of steps) {
    const drafts = step();
    if (drafts.length > 0) return drafts;
  }
  return null;
}

/** Between things that are asked of one product: "shots per charge and weight". */
const AND = /\s*[,&+]\s*|\s+(?:and|y|e|plus|as well as|asi como)\s+/u;

/**
 * What facts say of one part of a question whose other part is read: of "shots per charge and weight?" the weight. Pure.
 * @returns none where facts answer no part, or every one.
 */
export function sayBeside(context: TurnContext, found: Findings, products: NamedFacts): DraftSentence[] {
  const { asked, locale } = context.understood;
  const known = knownWords(context, products);
  if (found.confidence < ANSWER_THRESHOLD || isOfStore(context, known)) return [];
  const said = mainQuestion(asked, locale)
    .split(AND)
    .map((part) => sayNamedFacts(part, products.facts, { locale, known, open: false }));
  return said.some((drafts) => drafts.length === 0) ? said.flat() : [];
}

/** "Why is the Larch 2 $259?" says nothing of it but a price, which may be another one. */
function tellsPrice(asked: string, locale: string, known: ReadonlySet<string>): boolean {
  const amounts = readQuantities(asked).flatMap(({ kind, written }) => (kind === 'money' ? [written] : []));
  const open = questionTerms(asked, locale).filter(
    ({ lexeme, word }) => !known.has(lexeme) && !known.has(word),
  );
  return amounts.length > 0 && open.every(({ word }) => amounts.some((amount) => amount.includes(word)));
}

/** Whether a question asks for the product as such, so that a short description answers it. */
export function wantsDescription(context: TurnContext, products: NamedFacts): boolean {
  const { standalone, locale } = context.understood;
  const known = knownWords(context, products);
  if (products.isSeveral || isOfStore(context, known)) return false;
  // "Does the cot come with a mattress?" asks of another thing, and not for all of the cot.
  const isYesNo = readYesNoQuestion(standalone, locale) !== null;
  const terms = questionTerms(standalone, locale);
  return asksForDescription(standalone, terms, isYesNo ? ownWords(context, products) : known);
}

/** What is said of one product as such. Of several that one word names, which there are. */
export function sayDescription(
  facts: Evidence[],
  description: Evidence | null,
  locale: string,
  question = '',
): DraftSentence[] {
  const [only, ...more] = facts;
  if (only === undefined || more.length > 0) return listProducts(facts, locale);
  return asksForContents(question)
    ? describeContents(only, description, locale)
    : describeProduct(only, description, locale);
}

/** Lexemes that name the products, or say what kind of thing they or others are. */
function knownWords(context: TurnContext, products: NamedFacts): Set<string> {
  return new Set([...ownWords(context, products), ...context.loaded.vocabulary.kinds]);
}

/** … or say what kind of thing they are themselves. */
function ownWords({ understood }: TurnContext, { named, facts }: NamedFacts): Set<string> {
  const words = facts.flatMap(({ product }) =>
    product === null
      ? []
      : lexemes(`${product.name} ${product.brand ?? ''} ${product.category ?? ''}`, understood.locale),
  );
  return new Set([...named.lexemes, ...words]);
}

/** Whether it is about the store's rules or services as well. */
function isOfStore({ understood }: TurnContext, known: ReadonlySet<string>): boolean {
  // By the word itself: another word for it may mean a topic of the store ("max" and "mayor").
  const isTopic = (lexeme: string): boolean => isStoreTopic({ lexeme, synonyms: new Set() });
  return (
    understood.intent !== 'product' ||
    questionTerms(understood.standalone, understood.locale).some(
      ({ lexeme }) => isTopic(lexeme) && !known.has(lexeme),
    )
  );
}

/** How products are described first, by their URL. */
function sentencesOf(told: Evidence[]): Map<string, DraftSentence> {
  return new Map(
    told.flatMap((piece) =>
      firstSentence(piece).map((sentence) => [piece.product?.url ?? '', sentence] as const),
    ),
  );
}
