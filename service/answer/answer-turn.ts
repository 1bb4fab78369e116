import type { Citation } from '../schemas/citation.ts';
import type { Evidence } from './answerer.ts';
import { narrowDown } from './catalog/clarify-search.ts';
import { productEvidence } from './catalog/find-products.ts';
import { missingProductTurn, nearProducts } from './catalog/near-products.ts';
import { productCard } from './catalog/product-card.ts';
import { type NamedFacts, readDescriptionsOf, readNamed, withNamed } from './catalog/read-named.ts';
import { sayBeside, sayDescription, sayNamed, wantsDescription } from './catalog/say-named.ts';
import { asksForRestock, sayRestock } from './catalog/say-stock.ts';
import { makeAnswerBuilder } from './compose/compose-answer.ts';
import { messagesFor } from './compose/messages.ts';
import { reportConflicts } from './conflicts/settle-conflicts.ts';
import type { Findings } from './find-answer.ts';
import type { TurnContext } from './make-answer-question.ts';
import { ANSWER_THRESHOLD, NEARBY_THRESHOLD } from './rank/confidence.ts';
import { retrievedPassages } from './rank/retrieved-passages.ts';
import { findForMarket } from './retrieve/find-for-market.ts';
import { type Ready, speak } from './speak.ts';
import { abstainWith } from './turns/abstain-with.ts';
import { offerAfterNothing } from './turns/offer-handoff.ts';
import { abstain, emptyTurn, suggestQuestions, type TurnResult } from './turns/plain-turns.ts';
import { applyFilters } from './understand/apply-filters.ts';
import { shopperMarket } from './understand/shopper-market.ts';

/** Cards for the products that an answer speaks of. */
const MOST_CARDS = 8;

/** How sure an answer is that a product's facts give by themselves. */
const SAID_BY_FACTS = 0.9;

/** Answers a question from the store, or abstains. */
export async function answerTurn(given: TurnContext): Promise<TurnResult> {
  const read = await readNamed(given);
  const { context } = read;
  const { deps, emit, understood } = context;
  const found = await findForMarket(context);
  context.onRetrieved?.(retrievedPassages(found.settled));
  const turn: TurnResult = {
    ...emptyTurn(deps.extractive.model),
    confidence: round(found.confidence),
    conflicts: reportConflicts(found.conflicts),
  };
  const timings = { ...found.timings, generate: 0, verify: 0 };
  const nearby = found.confidence <= NEARBY_THRESHOLD ? [] : found.evidence.map((piece) => piece.title);
  if (read.named?.named.missing !== undefined)
    return missingProductTurn({ ...turn, timings }, read.named, context);
  if ((understood.catalog?.skip ?? 0) > 0 && found.products.length === 0)
    return abstainWith(
      { ...turn, timings },
      { answer: messagesFor(understood.locale).noMore, handoff: null },
      context,
    );
  const generating = performance.now();

  const { evidence, ready, isGone } = await getReady(context, found, read.named);
  const builder = makeAnswerBuilder(
    evidence,
    context.request.store,
    understood.locale,
    shopperMarket(context.request),
  );
  const spoken = await speak(context, found, evidence, builder, ready);
  timings.verify = spoken.verifyMs;
  timings.generate = performance.now() - generating - spoken.verifyMs;
  const { model, usage } = spoken;
  const result = builder.result();
  const silent = { ...turn, model, usage, timings };
  if (result.parts.length === 0)
    return (await nearProducts(silent, found, context)) ?? abstain(silent, nearby, context);

  const clarify = await askToNarrow(context, found);
  const suffix = afterword(context, {
    more: found.products.length > 0 ? found.total - result.parts.length : 0,
    question: clarify?.question ?? null,
    unsaid: found.unsaid,
    isGone,
  });
  if (suffix !== '') await emit({ type: 'delta', text: suffix });

  const products = cardsFor(found, result.citations, evidence);
  if (products.length > 0) await emit({ type: 'products', products });
  const headings = new Set(result.citations.map((citation) => citation.heading.at(-1) ?? ''));
  return {
    ...turn,
    ...result,
    confidence: ready === null || isGone ? turn.confidence : Math.max(turn.confidence, SAID_BY_FACTS),
    answer: result.answer + suffix,
    model,
    usage,
    timings,
    status: isGone ? 'abstained' : clarify === null ? 'answered' : 'clarify',
    clarify,
    handoff: isGone ? offerAfterNothing(context) : null,
    products,
    suggestions: suggestQuestions(found.evidence, headings),
  };
}

interface Prepared {
  evidence: Evidence[];
  /** What product facts say by themselves; null where there is reading to do. */
  ready: Ready | null;
  /** Whether it asks when a product is back of which only is known that it cannot be bought. */
  isGone: boolean;
}

/** Puts what product facts say beside what was found. */
async function getReady(context: TurnContext, found: Findings, given: NamedFacts | null): Promise<Prepared> {
  if (found.products.length > 0) {
    const products = productEvidence(found.products, 0);
    const others = found.evidence.map((piece) => ({ ...piece, index: piece.index + products.length }));
    return { evidence: [...products, ...others], ready: null, isGone: false };
  }
  if (given === null) return { evidence: found.evidence, ready: null, isGone: false };
  const { evidence, named } = withNamed(found.evidence, given);
  if (asksForRestock(context.understood.standalone)) {
    const told = await readDescriptionsOf(context, named, evidence.length);
    const { drafts, isGone } = sayRestock(context, found, named, told);
    const ready = drafts.length > 0 ? { drafts, only: true } : null;
    return { evidence: [...evidence, ...told], ready, isGone };
  }
  const isDescribed = wantsDescription(context, named);
  const told =
    isDescribed || named.isSeveral || found.confidence < ANSWER_THRESHOLD
      ? await readDescriptionsOf(context, named, evidence.length)
      : [];
  const drafts = isDescribed
    ? sayDescription(named.facts, told[0] ?? null, context.understood.locale, context.understood.standalone)
    : sayNamed(context, found, named, told);
  const beside = drafts === null ? sayBeside(context, found, named) : [];
  const ready: Ready | null =
    drafts !== null
      ? { drafts, only: false }
      : beside.length > 0
        ? { drafts: beside, only: false, afterRead: true }
        : null;
  return { evidence: [...evidence, ...told], ready, isGone: false };
}

/** The question that narrows many products down, unless it was asked before. */
async function askToNarrow(
  { deps, request, understood, loaded, history }: TurnContext,
  found: Findings,
): Promise<TurnResult['clarify']> {
  const { catalog, standalone, locale } = understood;
  if (catalog === null || found.products.length === 0) return null;
  const market = shopperMarket(request);
  return narrowDown(
    deps.pool,
    request.store,
    { ...catalog, filter: applyFilters(catalog.filter, request.filters) },
    {
      question: standalone,
      shown: found.products,
      total: found.total,
      locale,
      market: market !== null && loaded.markets.has(market) ? market : null,
      asked: [
        ...history.flatMap((turn) => turn.clarify?.attribute ?? []),
        ...Object.keys(request.filters ?? {}),
      ],
    },
  );
}

/** What is said after an answer, of which nothing is claimed of the store: how many more there are, and what to do next. */
function afterword(
  { understood }: TurnContext,
  {
    more,
    question,
    unsaid,
    isGone,
  }: { more: number; question: string | null; unsaid: string[]; isGone: boolean },
): string {
  const messages = messagesFor(understood.locale);
  const said = [
    ...(more > 0 ? [more === 1 ? messages.oneMore : messages.more.replace('{count}', String(more))] : []),
    ...(unsaid.length === 0 ? [] : [messages.noneSays.replace('{words}', unsaid.join(', '))]),
    ...(question === null ? [] : [question]),
    ...(isGone ? [messages.unknownRestock, messages.offerPerson] : []),
  ];
  return said.length === 0 ? '' : `\n\n${said.join(' ')}`;
}

/** Cards of the products asked for, else of those whose pages the answer quotes. */
function cardsFor(found: Findings, citations: Citation[], evidence: Evidence[]): TurnResult['products'] {
  const quoted = new Set(citations.map((citation) => citation.documentId));
  const facts =
    found.products.length > 0
      ? found.products.map((one) => one.product)
      : evidence.filter((piece) => quoted.has(piece.documentId)).map((piece) => piece.product);
  const byUrl = new Map(
    facts.flatMap((product) => (product === null ? [] : [[product.url, product] as const])),
  );
  return [...byUrl.values()].slice(0, MOST_CARDS).map(productCard);
}

function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
