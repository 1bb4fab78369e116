import { analyze } from '../../../ingest/analysis/analyze.ts';
import { fold } from '../../../ingest/analysis/stem.ts';
import { readDescriptions, readProducts } from '../../../sql/read-products.ts';
import type { TurnContext } from '../make-answer-question.ts';
import { shopperMarket } from '../understand/shopper-market.ts';
import { readYesNoQuestion } from '../yes-no/read-yes-no-question.ts';
import { calledAs } from './called-as.ts';
import { hasOwnName } from './describing-name.ts';
import { fittingWith } from './fits-with.ts';
import { findNamedProducts, type NamedProducts } from './named-products.ts';
import { type CatalogQuery, readCatalogQuery } from './read-catalog-query.ts';
import { searchCatalog } from './search-catalog.ts';
import { FOR_IT } from './take-values.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * The products of a kind that go with another one that a question calls by name: "a spare battery for the Norvik N5", "which
 * of your filters screws onto the 85 mm?".
 * @returns the search for them alone; null where it asks for no such thing, or nothing tells which they are.
 */
export async function findFitting({
  understood,
  loaded: { vocabulary },
  deps,
  request,
}: TurnContext): Promise<CatalogQuery | null> {
  const { standalone, locale } = understood;
  if (asksOfNamed(standalone, locale, vocabulary)) return null;
  const query = understood.catalog ?? readCatalogQuery(standalone, locale, vocabulary, deps.similarity);
  const head = query?.lexemes.find((word) => word.head === true);
  if (query === null || head === undefined) return null;
  const called = calledBeside(standalone, locale, head.lexeme, vocabulary);
  if (called === null) return null;
  const kinds = new Set([head.lexeme, ...(head.also ?? [])]);
  const [{ products }, others] = await Promise.all([
    searchCatalog(
      deps.pool,
      request.store,
      { ...query, filter: { ...query.filter, brands: [] }, lexemes: [head], sort: 'relevance' },
      shopperMarket(request),
    ),
    readProducts(deps.pool, request.store, called.documentIds),
  ]);
  const isOfKind = ({ product, locale: own }: (typeof products)[number]): boolean =>
    calledAs(product, own, kinds) === 2;
  // "The Norvik N7 body" is no body for an N7.
  const isFor = isSaidFor(standalone, locale, head.lexeme, called);
  if (!isFor && (!query.finds || others.some(isOfKind))) return null;
  const candidates = products.filter(isOfKind);
  const told = await readDescriptions(
    deps.pool,
    request.store,
    candidates.map(({ documentId }) => documentId),
  );
  // "A lens for portraits", of lenses that are called so, is one of them and for none.
  if (!hasOwnName(called, standalone, locale, vocabulary) && others.some(isOfKind)) return null;
  const only = fittingWith({ candidates, told, called, others: others.map(({ product }) => product) });
  if (only.length > 0) return { ...query, only, lexemes: [head] };
  // "A case for the Corvina violin" asks for no violin, though nothing tells which cases fit.
  return isFor && understood.named !== null && !others.some(isOfKind) ? query : null;
}

const FITS =
  /(?<!\p{L})(?:fit|fits|work|works|go|goes|compatible|vale|sirve|encaja|cabe|funciona|va)(?!\p{L})/u;

/** "Does the Vega base fit the Giro seat?" names the one thing as well as the other: its own page tells. */
function asksOfNamed(question: string, locale: string, vocabulary: Vocabulary): boolean {
  const fits = FITS.exec(fold(question));
  if (fits === null || readYesNoQuestion(question, locale) === null) return false;
  const subject = findNamedProducts(question.slice(0, fits.index), locale, vocabulary);
  return subject?.names.length === 1 && subject.lexemes.size >= NAME_WORDS;
}

/** One word may be a brand. */
const NAME_WORDS = 2;

/** What a question calls by name beside the words for the kind of thing that it asks for. */
function calledBeside(
  question: string,
  locale: string,
  head: string,
  vocabulary: Vocabulary,
): NamedProducts | null {
  const tokens = analyze(question, locale);
  const isKind = tokens.map(({ lexeme }) => lexeme === head);
  // "Spare" of a spare battery is no part of a name either.
  for (let at = tokens.length - 2; at >= 0; at--) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token === undefined || next === undefined || isKind[at] || !isKind[at + 1]) continue;
    const isBeside = /^\s$/.test(question.slice(token.end, next.start)) && vocabulary.nouns.has(token.lexeme);
    if (isBeside && !/\d/.test(token.word) && !vocabulary.brands.has(fold(token.word))) isKind[at] = true;
  }
  const rest = tokens.reduce(
    (text, { start, end }, at) =>
      isKind[at] ? text.slice(0, start) + ' '.repeat(end - start) + text.slice(end) : text,
    question,
  );
  const called = findNamedProducts(rest, locale, vocabulary);
  if (called === null || called.missing !== undefined) return null;
  // "A battery for my Versa": no thing of the store's own is called so, but other things for it are.
  return hasOwnName(called, rest, locale, vocabulary) || isSaidFor(question, locale, head, called)
    ? called
    : null;
}

/** Whether "for", "onto" or the like stands between the kind of thing and the name: "psi for the Rill hose" asks for no hose. */
function isSaidFor(question: string, locale: string, head: string, { lexemes }: NamedProducts): boolean {
  const tokens = analyze(question, locale);
  const first = tokens.find(({ lexeme }) => lexemes.has(lexeme));
  const kind = tokens.find(({ lexeme }) => lexeme === head);
  return (
    first !== undefined &&
    (kind === undefined || kind.start < first.start) &&
    FOR_IT.test(fold(question).slice(0, first.start))
  );
}
