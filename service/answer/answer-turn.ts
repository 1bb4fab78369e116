import { lexemes } from '../../ingest/analysis/analyze.ts';
import type { FoundProduct } from '../../sql/search-products.ts';
import type { Citation } from '../schemas.ts';
import { defaultPassageLimit } from '../schemas.ts';
import type { Answerer, AnswerTask, DraftSentence, Evidence, Ground, Usage } from './answerer.ts';
import { applyFilters } from './apply-filters.ts';
import { sameColor } from './catalog/color-words.ts';
import { findProducts, nameProducts, productEvidence } from './catalog/find-products.ts';
import { asksAvailability, sayAvailability } from './catalog/product-availability.ts';
import type { CatalogQuery } from './catalog/read-catalog-query.ts';
import { type AnswerBuilder, makeAnswerBuilder } from './compose-answer.ts';
import { ANSWER_THRESHOLD, answerConfidence, MISSING } from './confidence.ts';
import type { TurnContext } from './make-answer-question.ts';
import { ModelUnavailable } from './model-unavailable.ts';
import { abstain, emptyTurn, suggestQuestions, type TurnResult } from './plain-turns.ts';
import { productCard } from './product-card.ts';
import type { QuestionTerm } from './question-terms.ts';
import { type RankedUnit, rankUnits } from './rank-units.ts';
import { rerank } from './rerank.ts';
import { retrieve } from './retrieve.ts';
import type { Understanding } from './understand.ts';

/** Passages that are ranked sentence by sentence before the best `limit` are answered from. */
export const CANDIDATES = 24;
/** Below this what was found has nothing to do with the question, and is not named to the shopper. */
const LEAST_NEARBY = 0.1;
/** Cards for the products that an answer speaks of. */
const MOST_CARDS = 8;

/** Products that lack more of the words asked for are not what was asked for ("a jacket with a heater"). */
const LEAST_ASKED = 0.75;

/** Everything found for a question, before anything is said. */
interface Findings {
  evidence: Evidence[];
  ranked: RankedUnit[];
  terms: QuestionTerm[];
  /** Products that the question asks for; empty when it asks for something else. */
  products: FoundProduct[];
  /** What the facts of a product called by name say of whether it can be bought, where that was asked. */
  stock: DraftSentence[];
  confidence: number;
  timings: { embed: number; search: number };
}

/** Answers a question from the store, or abstains. */
export async function answerTurn(context: TurnContext): Promise<TurnResult> {
  const { deps, emit } = context;
  const found = await find(context);
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

async function find({ deps, request, understood }: TurnContext): Promise<Findings> {
  const limit = request.limit ?? defaultPassageLimit;
  const searched = await retrieve(deps, {
    storeId: request.store,
    question: understood.standalone,
    terms: understood.terms,
    locale: understood.locale,
    limit: Math.max(CANDIDATES, limit),
    documentIds: understood.named?.documentIds ?? [],
  });
  const all = rankUnits(
    searched.terms,
    understood,
    aboutNamed(searched.evidence, understood),
    deps.similarity,
  );
  const { evidence, ranked } = rerank(all, limit);
  const confidence = speaksOf(ranked[0], searched.terms, understood)
    ? answerConfidence(ranked, searched.terms)
    : 0;
  const { catalog } = understood;
  const started = performance.now();
  const products =
    catalog === null
      ? []
      : await findProducts(deps.pool, request.store, {
          ...catalog,
          filter: applyFilters(catalog.filter, request.filters),
        });
  const timings = { ...searched.timings, search: searched.timings.search + performance.now() - started };
  const asked = catalog === null ? 0 : catalogCoverage(products, catalog.lexemes);
  const store = ranked.find((unit) => unit.evidence.kind !== 'product');
  // "Do you have a size guide for boots?" names boots, but a page covers more of it than any product does.
  const isCatalog = products.length > 0 && asked >= LEAST_ASKED && asked >= (store?.features.covered ?? 0);
  const stock =
    asksAvailability(request.question) && asksNothingElse(understood, evidence)
      ? stockOf(understood, evidence)
      : [];
  return {
    evidence,
    ranked,
    terms: searched.terms,
    stock,
    products: isCatalog ? products : [],
    confidence: isCatalog ? Math.max(asked, confidence) : confidence,
    timings,
  };
}

/** Whether a question about a product has no topic but its name, its versions and its availability. */
function asksNothingElse({ named, terms, locale }: Understanding, evidence: Evidence[]): boolean {
  if (named === null) return false;
  const facts = evidence
    .filter((piece) => named.documentIds.includes(piece.documentId))
    .flatMap(({ product }) => [product?.category ?? '', ...Object.values(product?.attributes ?? {}).flat()]);
  const known = new Set([...named.lexemes, ...facts.flatMap((value) => lexemes(value, locale))]);
  return terms.every(
    ({ lexeme, word }) =>
      known.has(lexeme) ||
      known.has(word) ||
      STOCK_WORDS.test(word) ||
      sameColor(word).some((color) => known.has(color)),
  );
}

const STOCK_WORDS =
  /^(?:stock|available|availability|sold|out|left|size|sizes|colou?r|colou?rs|have|buy|order|still|back|disponibles?|disponibilidad|agotad[oa]s?|existencias|quedan?|tallas?|color|colores|numero|comprar|hay|tiene[ns]?)$/;

/** Availability of each product called by name, from the passage of its facts. */
function stockOf({ named, standalone, locale }: Understanding, evidence: Evidence[]): DraftSentence[] {
  return evidence
    .filter((piece) => piece.shape === 'facts' && named?.documentIds.includes(piece.documentId))
    .flatMap((piece) => sayAvailability(standalone, piece, locale) ?? []);
}

/** Of a product called by name something is asked: false where the best unit says nothing of that. */
function speaksOf(best: RankedUnit | undefined, terms: QuestionTerm[], { named }: Understanding): boolean {
  if (named === null || best === undefined) return true;
  const open = terms
    .map((term, index) => ({ term, index }))
    .filter(({ term }) => !named.lexemes.has(term.lexeme));
  return open.length === 0 || open.some(({ index }) => (best.credits[index] ?? 0) >= MISSING);
}

/** Of the products, only those that the question calls by name: another one's facts are no answer. */
function aboutNamed(evidence: Evidence[], { named, terms, expected }: Understanding): Evidence[] {
  if (named === null) return evidence;
  // Asked for a product's price alone, the store's other pages can only tell an older one.
  const factsOnly = terms.every(({ lexeme }) => named.lexemes.has(lexeme) || expected?.cues.has(lexeme));
  return evidence.filter(
    (piece) => named.documentIds.includes(piece.documentId) || (piece.kind !== 'product' && !factsOnly),
  );
}

/** Share of the words asked for, by their weight, that the best product has; 1 when only facts were asked for. */
function catalogCoverage(products: FoundProduct[], words: CatalogQuery['lexemes']): number {
  const total = words.reduce((sum, word) => sum + word.weight, 0);
  const matched = products.map(({ matched: has }) =>
    words.reduce((sum, word) => sum + (has.includes(word.lexeme) ? word.weight : 0), 0),
  );
  return total === 0 ? 1 : Math.max(0, ...matched) / total;
}

interface Spoken {
  model: string;
  usage: Usage;
  verifyMs: number;
}

/** Lets the answerer speak: every sentence is verified, then sent. Falls back to extractive while nothing was sent. */
async function speak(
  context: TurnContext,
  found: Findings,
  evidence: Evidence[],
  builder: AnswerBuilder,
): Promise<Spoken> {
  const { deps, understood, loaded, history, signal } = context;
  const task: AnswerTask = {
    question: understood.standalone,
    locale: understood.locale,
    storeName: loaded.store.name,
    evidence,
    ranked: found.ranked,
    history,
    signal,
  };
  if (deps.llm !== null) {
    try {
      return await sendVerified(context, deps.llm, task, builder);
    } catch (error) {
      if (!(error instanceof ModelUnavailable) || builder.result().parts.length > 0) throw error;
      deps.logger.error(
        { model: deps.llm.model, status: error.status },
        `${error.message} Answering without it.`,
      );
    }
  }
  if (found.products.length > 0) {
    const named = nameProducts(evidence.slice(0, found.products.length), understood.locale);
    return sendVerified(
      context,
      { model: deps.extractive.model, answer: () => sentencesOf(named) },
      task,
      builder,
    );
  }
  const stock = found.stock;
  if (stock.length > 0) {
    return sendVerified(
      context,
      { model: deps.extractive.model, answer: () => sentencesOf(stock) },
      task,
      builder,
    );
  }
  if (found.confidence < ANSWER_THRESHOLD) {
    return { model: deps.extractive.model, usage: sentencesOf([]).usage, verifyMs: 0 };
  }
  return sendVerified(context, deps.extractive, task, builder);
}

function sentencesOf(drafts: DraftSentence[]): { sentences: AsyncIterable<DraftSentence>; usage: Usage } {
  const usage = { inputTokens: 0, outputTokens: 0, costUsd: 0 };
  async function* each(): AsyncIterable<DraftSentence> {
    yield* drafts;
  }
  return { sentences: each(), usage };
}

async function sendVerified(
  { deps, emit }: TurnContext,
  answerer: Answerer,
  task: AnswerTask,
  builder: AnswerBuilder,
): Promise<Spoken> {
  let verifyMs = 0;
  const { sentences, usage } = answerer.answer(task);
  for await (const sentence of sentences) {
    const started = performance.now();
    const verdict = deps.verify(sentence.text, groundsOf(sentence, task.evidence));
    verifyMs += performance.now() - started;
    if (!verdict.ok) {
      deps.logger.debug({ model: answerer.model, reason: verdict.reason }, 'a sentence was not sent');
      continue;
    }
    const added = builder.add(sentence);
    await emit({ type: 'delta', text: added.delta });
    for (const citation of added.citations) await emit({ type: 'citation', citation });
  }
  return { model: answerer.model, usage, verifyMs };
}

function groundsOf(sentence: DraftSentence, evidence: Evidence[]): Ground[] {
  return sentence.quotes.flatMap((quote) => {
    const piece = evidence[quote.evidence];
    if (piece === undefined) return [];
    const text = piece.text.slice(quote.start - piece.start, quote.end - piece.start);
    return [{ text, context: [piece.title, ...piece.heading], locale: piece.locale, product: piece.product }];
  });
}

/** Cards of the products asked for, else of those whose pages the answer quotes. */
function cardsFor(found: Findings, citations: Citation[], evidence: Evidence[]): TurnResult['products'] {
  const quoted = new Set(citations.map((citation) => citation.documentId));
  const facts =
    found.products.length > 0
      ? found.products.map((one) => one.product)
      : evidence.filter((piece) => quoted.has(piece.documentId)).map((piece) => piece.product);
  const bySku = new Map(
    facts.flatMap((product) => (product === null ? [] : [[product.url, product] as const])),
  );
  return [...bySku.values()].slice(0, MOST_CARDS).map(productCard);
}

function round(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
