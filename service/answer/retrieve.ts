import type { Logger } from 'pino';
import type { EmbeddingModel } from '../../ingest/embedding/embedding-model.ts';
import type { Queryable } from '../../sql/queryable.ts';
import { type FoundPassage, type PassageQuery, searchPassages } from '../../sql/search-passages.ts';
import type { Evidence } from './answerer.ts';
import { correctSpelling } from './correct-spelling.ts';
import { type QuestionTerm, searchLexemes, withIdf } from './question-terms.ts';

/** A passage in another language than the question's is rarely what the shopper wants to read. */
const OTHER_LOCALE_FACTOR = 0.5;
/** What is for all markets says less of the shopper's own than what is for that alone, where both speak of it. */
const NO_MARKET_FACTOR = 0.8;

/** What was found for a question. */
export interface Retrieval {
  /** Best first. */
  evidence: Evidence[];
  /** The question's terms with their rarity in the store. */
  terms: QuestionTerm[];
  /** Milliseconds. */
  timings: { embed: number; search: number };
}

export interface RetrieveOptions {
  storeId: string;
  /** What is embedded: the standalone question. */
  question: string;
  terms: Omit<QuestionTerm, 'idf'>[];
  locale: string;
  /** The shopper's, ISO 3166-1 alpha-2; null: passages of all markets. */
  market?: string | null;
  limit: number;
  /** Documents whose passages are looked through besides, such as those of a product that is called by name. */
  documentIds: string[];
}

export interface RetrieveDeps {
  pool: Queryable;
  /** The one that the store's vectors are of. */
  embeddingModel: EmbeddingModel;
  logger: Pick<Logger, 'warn'>;
}

/** Finds the passages to answer a question from, by words and by vector, in one round trip. */
export async function retrieve(
  deps: Omit<RetrieveDeps, 'embeddingModel'> & {
    /** Null to search by words alone. */
    embeddingModel: RetrieveDeps['embeddingModel'] | null;
  },
  options: RetrieveOptions,
): Promise<Retrieval> {
  const started = performance.now();
  const model = deps.embeddingModel;
  const speaks = model?.languages?.includes(options.locale) ?? true;
  const values = model !== null && speaks ? await embedQuestion(model, deps.logger, options.question) : null;
  const embedded = performance.now();
  const query: PassageQuery = {
    storeId: options.storeId,
    lexemes: searchLexemes(options.terms),
    vector: model === null || values === null ? null : { model: model.name, values },
    fusionWeight: model?.fusionWeight ?? 0,
    locale: options.locale,
    otherLocaleFactor: OTHER_LOCALE_FACTOR,
    kinds: null,
    documentIds: null,
    market: options.market ?? null,
    noMarketFactor: NO_MARKET_FACTOR,
    limit: options.limit,
  };
  let terms = options.terms;
  let found = await searchPassages(deps.pool, query);
  const corrected = await correctSpelling(deps.pool, options.storeId, terms, found.frequencies);
  if (corrected !== terms) {
    terms = corrected;
    query.lexemes = searchLexemes(terms);
    found = await searchPassages(deps.pool, query);
  }
  const named =
    options.documentIds.length === 0
      ? []
      : (await searchPassages(deps.pool, { ...query, documentIds: options.documentIds })).passages;
  return {
    evidence: merge(found.passages, named).map(toEvidence),
    terms: withIdf(terms, found.total, found.frequencies),
    timings: { embed: embedded - started, search: performance.now() - embedded },
  };
}

/** Both, each passage once, best first. */
function merge(passages: FoundPassage[], more: FoundPassage[]): FoundPassage[] {
  const byPlace = new Map(
    [...passages, ...more].map((passage) => [`${passage.documentId} ${passage.start}`, passage]),
  );
  return [...byPlace.values()].sort((a, b) => b.score - a.score);
}

/** Without the model's vector the search goes on by words: a late answer is worse than a slightly poorer one. */
async function embedQuestion(
  model: EmbeddingModel,
  logger: RetrieveDeps['logger'],
  question: string,
): Promise<number[] | null> {
  try {
    return await model.embeddings.embedQuery(question);
  } catch (error) {
    logger.warn({ err: error, model: model.name }, 'The embedding model failed. Searching by words alone.');
    return null;
  }
}

/** A found passage as an answerer sees it. */
function toEvidence(passage: FoundPassage, index: number): Evidence {
  const { bm25: _, fetchedAt, ...rest } = passage;
  return { ...rest, index, fetchedAt: fetchedAt.toISOString() };
}
