import type { Citation } from '../schemas.ts';
import type { Evidence } from './answerer.ts';
import { productEvidence } from './catalog/find-products.ts';
import { makeAnswerBuilder } from './compose-answer.ts';
import type { Findings } from './find-answer.ts';
import { findForMarket } from './find-for-market.ts';
import type { TurnContext } from './make-answer-question.ts';
import { abstain, emptyTurn, suggestQuestions, type TurnResult } from './plain-turns.ts';
import { productCard } from './product-card.ts';
import { speak } from './speak.ts';

/** Below this what was found has nothing to do with the question, and is not named to the shopper. */
const LEAST_NEARBY = 0.1;
/** Cards for the products that an answer speaks of. */
const MOST_CARDS = 8;

/** Answers a question from the store, or abstains. */
export async function answerTurn(context: TurnContext): Promise<TurnResult> {
  const { deps, emit } = context;
  const found = await findForMarket(context);
  const turn: TurnResult = { ...emptyTurn(deps.extractive.model), confidence: round(found.confidence) };
  const timings = { ...found.timings, generate: 0, verify: 0 };
  const nearby = found.confidence < LEAST_NEARBY ? [] : found.evidence.map((piece) => piece.title);
  const generating = performance.now();

  const evidence =
    found.products.length > 0
      ? [
          ...productEvidence(found.products, 0),
          ...found.evidence.map((piece) => ({ ...piece, index: piece.index + found.products.length })),
        ]
      : found.evidence;
  const builder = makeAnswerBuilder(evidence, context.request.store);
  const spoken = await speak(context, found, evidence, builder);
  timings.verify = spoken.verifyMs;
  timings.generate = performance.now() - generating - spoken.verifyMs;
  const { model, usage } = spoken;
  const result = builder.result();
  if (result.parts.length === 0) return abstain({ ...turn, model, usage, timings }, nearby, context);

  const products = cardsFor(found, result.citations, evidence);
  if (products.length > 0) await emit({ type: 'products', products });
  const headings = new Set(result.citations.map((citation) => citation.heading.at(-1) ?? ''));
  return {
    ...turn,
    ...result,
    model,
    usage,
    timings,
    status: 'answered',
    products,
    suggestions: suggestQuestions(found.evidence, headings),
  };
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
