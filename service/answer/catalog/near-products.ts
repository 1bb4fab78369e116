import { factWordsFor } from '../../../ingest/extract/fact-words/fact-words-for.ts';
import { messagesFor } from '../compose/messages.ts';
import type { Findings } from '../find-answer.ts';
import type { TurnContext } from '../make-answer-question.ts';
import { abstainWith } from '../turns/abstain-with.ts';
import { offerAfterNothing } from '../turns/offer-handoff.ts';
import type { TurnResult } from '../turns/plain-turns.ts';
import type { QuestionTerm } from '../understand/question-terms.ts';
import { productCard } from './product-card.ts';
import type { NamedFacts } from './read-named.ts';
import type { CatalogFindings } from './search-catalog.ts';

/** Cards of products that come near what was asked for. */
const MOST_NEAR = 4;
/** Share of the question's terms that products which come near may lack. */
const MOST_LACKING = 2 / 3;

/**
 * No product is all that was asked for: says so, and in what those differ that come near, whose cards are shown.
 * @returns null where nothing comes near either.
 */
export async function nearProducts(
  turn: TurnResult,
  { almost }: Findings,
  context: TurnContext,
): Promise<TurnResult | null> {
  if (almost === null || almost.products.length === 0) return null;
  const { locale, terms } = context.understood;
  const messages = messagesFor(locale);
  if (!comesNear(almost, terms)) return null;
  const lacks = lackingWords(almost, terms);
  const named = almost.relaxed.filter((name) => name !== 'words' || lacks.length === 0);
  const given = named.map((name) => messages.constraintNames[name] ?? attributeName(name, locale));
  const differ = [
    ...(lacks.length > 0 ? [messages.noneSays.replace('{words}', lacks.join(', '))] : []),
    ...(given.length > 0 ? [messages.without.replace('{given}', [...new Set(given)].join(', '))] : []),
  ].join(' ');
  return showNear(
    turn,
    { before: messages.nothingMatches, after: differ },
    almost.products.map(({ product }) => product),
    context,
  );
}

/** Whether products that are not all that was asked for are worth showing: what has one word of many comes near nothing. Pure. */
export function comesNear(
  almost: Pick<CatalogFindings, 'lacks'>,
  terms: readonly Pick<QuestionTerm, 'lexeme' | 'word'>[],
): boolean {
  return lackingWords(almost, terms).length <= MOST_LACKING * terms.length;
}

function lackingWords(
  { lacks = [] }: Pick<CatalogFindings, 'lacks'>,
  terms: readonly Pick<QuestionTerm, 'lexeme' | 'word'>[],
): string[] {
  return lacks.flatMap((lexeme) => terms.find((term) => term.lexeme === lexeme)?.word ?? []);
}

/** The shopper calls a product by a number that none of its namesakes has: there is none, but these are near. */
export function missingProductTurn(
  turn: TurnResult,
  { named, facts }: NamedFacts,
  context: TurnContext,
): Promise<TurnResult> {
  const messages = messagesFor(context.understood.locale);
  const before = messages.noSuchProduct.replace('{name}', named.missing ?? '');
  return showNear(
    turn,
    { before, after: messages.offerPerson },
    facts.flatMap(({ product }) => product ?? []),
    context,
  );
}

async function showNear(
  turn: TurnResult,
  { before, after }: { before: string; after: string },
  products: Parameters<typeof productCard>[0][],
  context: TurnContext,
): Promise<TurnResult> {
  const cards = products.slice(0, MOST_NEAR).map(productCard);
  const names = cards.map(({ name }) => name).join('; ');
  const messages = messagesFor(context.understood.locale);
  const answer = `${before} ${messages.nearby} ${names}. ${after}`;
  const handoff = offerAfterNothing(context);
  const abstained = await abstainWith(turn, { answer, handoff }, context);
  await context.emit({ type: 'products', products: cards });
  return { ...abstained, products: cards };
}

function attributeName(attribute: string, locale: string): string {
  const known = factWordsFor(locale).attributes;
  const label = Object.hasOwn(known, attribute) ? known[attribute] : undefined;
  return (typeof label === 'object' ? label.label : (label ?? attribute)).replace(/_/g, ' ').toLowerCase();
}
