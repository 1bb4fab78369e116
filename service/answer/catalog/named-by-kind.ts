import { lexemes } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { emptyFilter } from '../../../sql/search-products.ts';
import type { TurnContext } from '../make-answer-question.ts';
import { mainQuestion } from '../understand/main-question.ts';
import { questionTerms } from '../understand/question-terms.ts';
import { shopperMarket } from '../understand/shopper-market.ts';
import { isStoreTopic } from '../understand/store-topics.ts';
import { sayNamedFacts } from './describe-named.ts';
import { asksForContents, asksForDescription } from './describe-product.ts';
import { productEvidence } from './find-products.ts';
import type { NamedProducts } from './named-products.ts';
import { type CatalogQuery, readCatalogQuery } from './read-catalog-query.ts';
import { searchCatalog } from './search-catalog.ts';

/** More products of a kind than these are a choice to make, not the things that are meant. */
const MOST_MEANT = 4;
/** What is done to a thing has a price of its own: "how much does it cost to resole boots?" */
const SERVICE =
  /\b(?:cost|costs|charge|charges|price|pay|how much(?: is it)?)\b.*\bto (?!(?:buy|get|order|purchase|have|own)\b)\p{L}{3,}|\bcuanto (?:me |os )?(?:cuesta|cobr\p{L}+|vale|sale|costaria)\s(?!comprar)\p{L}+(?:ar|er|ir)(?:l[aeo]s?)?\b/u;
const COMPARES = /\b(?:compar\p{L}*|differen\p{L}*|diferencia\p{L}*)\b/u;

/**
 * The few products of the kind of thing that a question calls by its kind alone, or with its make, and asks a fact of, or wants compared: "air
 * fryer how many quarts", "which mixer is lighter", "compare the two kettles".
 * @returns null where it asks for anything else, or of more products; `compares` whether it sets them side by side.
 */
export async function namedByKind({
  understood,
  loaded,
  deps,
  request,
}: TurnContext): Promise<(NamedProducts & { compares: boolean }) | null> {
  const { standalone, asked, locale } = understood;
  const { vocabulary } = loaded;
  if (SERVICE.test(fold(standalone)) || isOfStore(standalone, locale)) return null;
  const query = understood.catalog ?? readCatalogQuery(standalone, locale, vocabulary, deps.similarity, true);
  // "Which waterproof jackets do you have" asks for the jackets, and for no fact of theirs.
  if (understood.catalog?.lists === true) return null;
  if (query === null || !callsKind(query, understood.catalog === null)) return null;
  const isOrdered = query.sort !== 'relevance';
  const asksBest = isOrdered && (query.count ?? 0) > 1 && COMPARES.test(fold(standalone));
  if (isOrdered && !asksBest) return null;
  const kinds = query.lexemes.filter(({ required }) => required);
  const found = await searchCatalog(
    deps.pool,
    request.store,
    { ...query, filter: { ...emptyFilter(), brands: query.filter.brands }, lexemes: kinds },
    shopperMarket(request),
  );
  const all = found.products.filter(({ product, locale: own }) => {
    const name = new Set(lexemes(`${product.name} ${product.category ?? ''}`, own));
    return kinds.every(({ lexeme }) => name.has(lexeme));
  });
  const called = asksBest ? all.slice(0, query.count ?? all.length) : all;
  if (found.relaxed.length > 0 || called.length === 0 || called.length > MOST_MEANT) return null;
  const names = called.map(({ product }) => product.name);
  const known = new Set([
    ...kinds.map(({ lexeme }) => lexeme),
    ...vocabulary.kinds,
    ...called.flatMap(({ product }) => lexemes(`${product.name} ${product.category ?? ''}`, locale)),
  ]);
  const question = mainQuestion(asked, locale);
  const compares = called.length > 1 && COMPARES.test(fold(standalone));
  const isAnswered =
    compares ||
    // The only nebuliser of a make is as good as named by it.
    (query.filter.brands.length > 0 && called.length === 1 && understood.catalog === null) ||
    (asksForContents(question) && asksForDescription(question, questionTerms(question, locale), known)) ||
    sayNamedFacts(question, productEvidence(called, 0), { locale, known, open: false }).length > 0;
  if (!isAnswered) return null;
  return {
    names: [...new Set(names)],
    documentIds: called.map(({ documentId }) => documentId),
    lexemes: known,
    compares,
  };
}

/** "Puntos" are what a shop gives for a purchase, though it sells knitwear ("punto") as well. */
function isOfStore(question: string, locale: string): boolean {
  return questionTerms(question, locale).some(({ lexeme }) => isStoreTopic({ lexeme, synonyms: new Set() }));
}

/** Whether a question names a kind of thing, and nothing that some of it are and others are not. */
function callsKind({ lexemes: words, constraints }: CatalogQuery, isSentence: boolean): boolean {
  const { attributes = {}, categories: _, words: __, sort: ___, brands: ____, ...limits } = constraints;
  // "Is the rain jacket waterproof?" asks for what "a waterproof jacket" wants.
  const isAsked = isSentence && Object.values(attributes).every((values) => values.join() === 'yes');
  return (
    words.some(({ required }) => required) &&
    Object.keys(limits).length === 0 &&
    (isAsked || Object.keys(attributes).length === 0)
  );
}
