import type { FoundProduct } from '../../sql/search-products.ts';
import { defaultPassageLimit } from '../schemas.ts';
import type { DraftSentence, Evidence } from './answerer.ts';
import { applyFilters } from './apply-filters.ts';
import { askedMeasure, showsMeasure } from './asked-measure.ts';
import type { CatalogQuery } from './catalog/read-catalog-query.ts';
import { type CatalogFindings, isAllAskedFor, searchCatalog } from './catalog/search-catalog.ts';
import { answerConfidence, MISSING } from './confidence.ts';
import type { Conflict } from './conflicts/find-conflicts.ts';
import { settleConflicts } from './conflicts/settle-conflicts.ts';
import type { TurnContext } from './make-answer-question.ts';
import { aboutNamed, sayStock, speaksOf } from './named-product.ts';
import { asksOfTheWorld } from './off-topic.ts';
import { withoutOtherOffers } from './other-offers.ts';
import { pickUnits } from './pick-units.ts';
import type { QuestionTerm } from './question-terms.ts';
import { type RankedUnit, rankUnits } from './rank-units.ts';
import { rerank } from './rerank.ts';
import { rerankEvidence } from './rerank-endpoint/rerank-evidence.ts';
import { retrieve } from './retrieve.ts';

/** Passages that are ranked sentence by sentence before the best `limit` are answered from. */
export const CANDIDATES = 24;
/** Products that lack more of the words asked for are not what was asked for ("a jacket with a heater"). */
const LEAST_ASKED = 0.75;

/** Everything found for a question, before anything is said. */
export interface Findings {
  evidence: Evidence[];
  /** Every passage that was looked at, best first, with the score of its best unit. */
  passages: Evidence[];
  ranked: RankedUnit[];
  /** Products that the question asks for; empty when it asks for something else. */
  products: FoundProduct[];
  /** How many products there are of those asked for, of which `products` are the first. */
  total: number;
  /** What comes near, where no product is all that was asked for; else null. */
  almost: CatalogFindings | null;
  /** Statements that another page of the store contradicts and outranks. */
  conflicts: Conflict[];
  /** What the facts of a product called by name say of whether it can be bought, where that was asked. */
  stock: DraftSentence[];
  confidence: number;
  timings: { embed: number; search: number; rerank?: number };
}

/** The passages of ranked units, each with its best unit's score. */
function passagesOf(ranked: readonly RankedUnit[]): Evidence[] {
  const best = new Map<Evidence, number>();
  for (const { evidence, score } of ranked) if (!best.has(evidence)) best.set(evidence, score);
  return [...best].map(([evidence, score]) => ({ ...evidence, score }));
}

/**
 * Retrieves, ranks and judges what a question can be answered from.
 * @param market ISO 3166-1 alpha-2: sources for another one are left out; null: all sources alike.
 */
export async function findAnswer(
  { deps, request, understood, loaded, signal }: TurnContext,
  market: string | null = null,
): Promise<Findings> {
  const limit = request.limit ?? defaultPassageLimit;
  const embeddingModel =
    typeof deps.embeddingModel === 'function' ? await deps.embeddingModel(loaded.store) : deps.embeddingModel;
  const searched = await retrieve(
    { ...deps, embeddingModel },
    {
      storeId: request.store,
      question: understood.standalone,
      terms: understood.terms,
      locale: understood.locale,
      market,
      limit: Math.max(CANDIDATES, limit),
      documentIds: understood.named?.documentIds ?? [],
    },
  );
  const { evidence: offered, timings: reranking } = await rerankEvidence(
    deps,
    understood.standalone,
    withoutOtherOffers(aboutNamed(searched.evidence, understood), market),
    signal,
  );
  const { ranked: settled, conflicts } = settleConflicts(
    offered,
    rankUnits(searched.terms, { ...understood, market }, offered, deps.similarity),
    { logger: deps.logger, storeId: request.store },
  );
  const { evidence, ranked } = rerank(settled, limit);
  const measure = askedMeasure(understood.asked);
  const isOfThis =
    speaksOf(ranked[0], searched.terms, understood) &&
    !(asksOfTheWorld(understood.asked) && leavesOpen(ranked[0], searched.terms)) &&
    (measure === null || pickUnits(ranked).some(({ unit }) => showsMeasure(unit.text, measure)));
  const confidence = isOfThis ? answerConfidence(ranked, searched.terms, understood.standalone) : 0;
  const { catalog } = understood;
  const started = performance.now();
  const found: CatalogFindings =
    catalog === null
      ? { products: [], total: 0, relaxed: [] }
      : await searchCatalog(
          deps.pool,
          request.store,
          { ...catalog, filter: applyFilters(catalog.filter, request.filters) },
          market,
        );
  const timings = {
    ...searched.timings,
    ...reranking,
    search: searched.timings.search + performance.now() - started,
  };
  const isAll = isAllAskedFor(found);
  const products = isAll ? found.products : [];
  const asked = catalog === null ? 0 : catalogCoverage(found.products, catalog.lexemes);
  const store = ranked.find((unit) => unit.evidence.kind !== 'product');
  // "Do you have a size guide for boots?" names boots, but a page covers more of it than any product does.
  const isCatalog =
    found.products.length > 0 && asked >= LEAST_ASKED && asked >= (store?.features.covered ?? 0);
  return {
    evidence,
    passages: passagesOf(settled),
    ranked,
    stock: sayStock(request.question, understood, evidence),
    products: isCatalog ? products : [],
    total: isCatalog ? found.total : 0,
    almost: isCatalog && !isAll ? found : null,
    conflicts,
    confidence: isCatalog && isAll ? Math.max(asked, confidence) : confidence,
    timings,
  };
}

/** Whether a word of the question is nowhere near the best unit: "the capital of Australia", where Australia is shipped to. */
function leavesOpen(best: RankedUnit | undefined, terms: QuestionTerm[]): boolean {
  return terms.some((_, index) => (best?.credits[index] ?? 0) < MISSING);
}

/** Share of the words asked for, by their weight, that the best product has; 1 when only facts were asked for. */
function catalogCoverage(products: FoundProduct[], words: CatalogQuery['lexemes']): number {
  const total = words.reduce((sum, word) => sum + word.weight, 0);
  const matched = products.map(({ matched: has }) =>
    words.reduce((sum, word) => sum + (has.includes(word.lexeme) ? word.weight : 0), 0),
  );
  return total === 0 ? 1 : Math.max(0, ...matched) / total;
}
