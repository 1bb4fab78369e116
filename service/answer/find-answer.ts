import { fold } from '../../ingest/analysis/stem.ts';
import type { FoundProduct } from '../../sql/search-products.ts';
import { defaultPassageLimit } from '../schemas/answer-request.ts';
import type { DraftSentence, Evidence } from './answerer.ts';
import { speaksOfTrouble } from './catalog/asks-for-products.ts';
import { calledAs } from './catalog/called-as.ts';
import { isOf } from './catalog/fit-products.ts';
import { judgeProducts } from './catalog/judge-products.ts';
import { aboutNamed, sayStock, speaksOf, withoutOtherProducts } from './catalog/named-product.ts';
import { readCatalogQuery } from './catalog/read-catalog-query.ts';
import { type CatalogFindings, searchCatalog } from './catalog/search-catalog.ts';
import type { Conflict } from './conflicts/find-conflicts.ts';
import { settleConflicts } from './conflicts/settle-conflicts.ts';
import { pickUnits } from './extractive/pick-units.ts';
import type { TurnContext } from './make-answer-question.ts';
import { ANSWER_THRESHOLD, answerConfidence, NEARBY_THRESHOLD } from './rank/confidence.ts';
import { leavesOpen } from './rank/leaves-open.ts';
import { tellInOtherLanguage } from './rank/other-language.ts';
import { type RankedUnit, rankUnits } from './rank/rank-units.ts';
import { rerank } from './rank/rerank.ts';
import { rulesFirst } from './rank/rules-first.ts';
import { lacksAskedKind } from './rank/unanswered-kind.ts';
import { lacksAskedName } from './rank/unanswered-name.ts';
import { rerankEvidence } from './rerank-endpoint/rerank-evidence.ts';
import { withoutOtherOffers } from './retrieve/other-offers.ts';
import { ownRegionAlone } from './retrieve/own-region.ts';
import { retrieve } from './retrieve/retrieve.ts';
import { applyFilters } from './understand/apply-filters.ts';
import { askedMeasure, showsMeasure } from './understand/asked-measure.ts';
import { lacksOrigin } from './understand/asked-relation.ts';
import { asksForOwnAffairs, asksOfTheWorld } from './understand/off-topic.ts';
import type { QuestionTerm } from './understand/question-terms.ts';
import { lightenStory } from './understand/story-terms.ts';
import { withoutSoldThings } from './words/sold-things.ts';

/** Passages that are ranked sentence by sentence before the best `limit` are answered from. */
export const CANDIDATES = 24;
/** Everything found for a question, before anything is said. */
export interface Findings {
  evidence: Evidence[];
  /** Every unit that was looked at, best first. */
  settled: RankedUnit[];
  ranked: RankedUnit[];
  /** What the catalog has for the question, before it was held against anything. */
  catalog: CatalogFindings;
  /** The question's terms, which the units' matches are of. */
  terms: QuestionTerm[];
  /** Products that the question asks for; empty when it asks for something else. */
  products: FoundProduct[];
  /** How many products there are of those asked for, of which `products` are the first. */
  total: number;
  /** Words of what the products are needed for that none of them speaks of. */
  unsaid: string[];
  /** What comes near, where no product is all that was asked for; else null. */
  almost: CatalogFindings | null;
  /** Statements that another page of the store contradicts and outranks. */
  conflicts: Conflict[];
  /** What the facts of a product called by name say of whether it can be bought, where that was asked. */
  stock: DraftSentence[];
  confidence: number;
  timings: { embed: number; search: number; rerank?: number };
}

/**
 * Retrieves, ranks and judges what a question can be answered from.
 * @param market ISO 3166-1 alpha-2: sources for another one are left out; null: all sources alike.
 */
export async function findAnswer(
  { deps, request, understood, loaded, signal, onDegraded }: TurnContext,
  market: string | null = null,
): Promise<Findings> {
  const limit = request.limit ?? defaultPassageLimit;
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
  const searchedProducts = performance.now() - started;
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
      regions: loaded.regions,
      limit: Math.max(CANDIDATES, limit),
      documentIds: understood.named?.documentIds ?? found.products.map(({ documentId }) => documentId),
    },
  );
  const terms = lightenStory(
    understood.named === null
      ? withoutSoldThings(searched.terms, understood.asked, loaded.vocabulary)
      : searched.terms,
    understood.standalone,
    understood.locale,
  );
  const {
    evidence: offered,
    scored,
    timings: reranking,
  } = await rerankEvidence(
    deps,
    understood.standalone,
    withoutOtherOffers(
      aboutFound(
        aboutKind(aboutNamed(searched.evidence, understood, loaded.vocabulary), understood, {
          ...loaded,
          ...deps,
        }),
        understood,
        found.products,
      ),
      market,
    ),
    signal,
  );
  if (searched.byWordsAlone || (deps.scorePassages && offered.length > 0 && !scored)) onDegraded?.();
  const { ranked: settled, conflicts } = settleConflicts(
    offered,
    ownRegionAlone(
      rulesFirst(
        withoutOtherProducts(
          rankUnits(terms, { ...understood, market }, offered, deps.similarity),
          understood.named,
          loaded.vocabulary,
        ),
        terms,
        loaded.vocabulary,
        understood.named === null && speaksOfTrouble(understood.asked),
      ),
      market,
      loaded.regions,
    ),
    { logger: deps.logger, storeId: request.store },
  );
  const sureOf = (units: RankedUnit[]): number => answerConfidence(units, terms, understood.standalone);
  const { evidence, ranked } = rerank(tellInOtherLanguage(settled, sureOf), limit);
  const measure = askedMeasure(understood.asked);
  const picked = pickUnits(ranked).map(({ unit }) => unit);
  const isOfThis =
    speaksOf(ranked[0], terms, understood) &&
    !lacksOrigin(understood.asked, ranked[0]) &&
    !(asksOfTheWorld(understood.asked) && leavesOpen(ranked[0], terms)) &&
    !asksForOwnAffairs(understood.asked) &&
    (measure === null || picked.some((unit) => showsMeasure(unit.text, measure))) &&
    !lacksAskedKind(understood, terms, picked);
  const sure = sureOf(ranked);
  const answers = isOfThis && !lacksAskedName(understood, terms, ranked);
  // What lacks the name that was asked about is near, and no answer.
  const confidence = sure * (answers ? 1 : isOfThis ? ANSWER_THRESHOLD : NEARBY_THRESHOLD);
  const judged =
    catalog === null ? null : judgeProducts(found, catalog, { ranked, units: settled, terms, confidence });
  const { products = [], total = 0, almost = null, share = 0, unsaid = [] } = judged ?? {};
  return {
    evidence,
    settled,
    ranked,
    catalog: found,
    terms,
    stock: sayStock(request.question, understood, evidence),
    products,
    total,
    unsaid: unsaid.flatMap((lexeme) => terms.find((term) => term.lexeme === lexeme)?.word ?? []),
    almost,
    conflicts,
    // Where products come near, a page or another product's text that has some of the words is no answer.
    confidence: products.length > 0 ? Math.max(share, confidence) : almost === null ? confidence : 0,
    timings: {
      ...searched.timings,
      ...reranking,
      search: searched.timings.search + searchedProducts,
    },
  };
}

/** "What do I buy so that my guitar does not crack?" */
const ASKS_FOR_OTHER =
  /\b(?:buy|need|use|using|recommend|suggest|get|should|help|compr\p{L}*|necesit\p{L}*|us[ao]r?|recomend\p{L}*|recomiend\p{L}*|sirve\p{L}*)(?!\p{L})/u;

/** "Is my down jacket machine washable?" is answered by no fact of a sleeping bag. */
function aboutKind(
  evidence: Evidence[],
  { named, catalog, asked, locale }: TurnContext['understood'],
  {
    vocabulary,
    similarity,
  }: Pick<TurnContext['loaded'], 'vocabulary'> & Pick<TurnContext['deps'], 'similarity'>,
): Evidence[] {
  if (named !== null || catalog !== null || ASKS_FOR_OTHER.test(fold(asked))) return evidence;
  const query = readCatalogQuery(asked, locale, vocabulary, similarity, true);
  const kinds = new Set(
    query?.lexemes.flatMap(({ lexeme, also = [], head }) => (head ? [lexeme, ...also] : [])),
  );
  const isOfKind = ({ product, locale: own }: Evidence): boolean =>
    product !== null && calledAs(product, own, kinds) > 0;
  return evidence.some(isOfKind)
    ? evidence.filter((piece) => piece.product === null || isOfKind(piece))
    : evidence;
}

/** Of a question for products no other product's text is evidence; of a trouble with a thing no facts of things to buy are. */
function aboutFound(
  evidence: Evidence[],
  { named, asked }: TurnContext['understood'],
  products: FoundProduct[],
): Evidence[] {
  if (products.length > 0)
    return evidence.filter(
      (piece) => piece.kind !== 'product' || products.some((found) => isOf(found, piece)),
    );
  return named === null && speaksOfTrouble(asked)
    ? evidence.filter(({ kind, shape }) => kind !== 'product' || shape !== 'facts')
    : evidence;
}
