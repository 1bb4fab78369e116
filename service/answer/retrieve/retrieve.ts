import type { Logger } from 'pino';
import type { EmbeddingModel } from '../../../ingest/embedding/embedding-model.ts';
import type { Queryable } from '../../../sql/queryable.ts';
import { type FoundPassage, type PassageQuery, searchPassages } from '../../../sql/search-passages.ts';
import type { Evidence } from '../answerer.ts';
import { correctSpelling, spelledWords } from '../understand/correct-spelling.ts';
import { type QuestionTerm, searchLexemes, withIdf } from '../understand/question-terms.ts';
import { collapseCopies } from './collapse-copies.ts';

/** A passage in another language than the question's is rarely what the shopper wants to read. */
const OTHER_LOCALE_FACTOR = 0.5;
/** What is for all markets says less of the shopper's own than what is for that alone, where both speak of it. */
const NO_MARKET_FACTOR = 0.8;

/** So many times the passages that are wanted are searched for, as some are copies of others. */
const WITH_COPIES = 2;
/** … and so many where copies took most of their places. */
const MANY_COPIES = 16;

/** What was found for a question. */
export interface Retrieval {
  /** Best first. */
  evidence: Evidence[];
  /** The question's terms with their rarity in the store. */
  terms: QuestionTerm[];
  /** Whether the model that knows the question's language could not be used. */
  byWordsAlone: boolean;
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
  /** Regions of pages' locales that tell a market, ISO 3166-1 alpha-2. */
  regions?: readonly string[];
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

/**
 * Finds the passages to answer a question from, by words and by vector, in one round trip; in one more where words are
 * misspelled, and in another where copies crowd out the rest.
 */
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
    documentIds: options.documentIds,
    market: options.market ?? null,
    regions: options.regions ?? [],
    noMarketFactor: NO_MARKET_FACTOR,
    spelled: spelledWords(options.terms),
    limit: WITH_COPIES * options.limit,
  };
  let found = await searchPassages(deps.pool, query);
  const terms = correctSpelling(options.terms, found.frequencies, found.nearWords, options.locale);
  if (terms !== options.terms) {
    query.lexemes = searchLexemes(terms);
    found = await searchPassages(deps.pool, query);
  }
  const preference = { locale: options.locale, market: query.market ?? null, documentIds: query.documentIds };
  let passages = collapseCopies(found.passages, preference, options.limit);
  if (passages.length < options.limit && found.full) {
    found = await searchPassages(deps.pool, { ...query, limit: MANY_COPIES * options.limit });
    passages = collapseCopies(found.passages, preference, options.limit);
  }
  return {
    evidence: passages.map(toEvidence),
    terms: withIdf(terms, found.total, found.frequencies),
    byWordsAlone: speaks && values === null,
    timings: { embed: embedded - started, search: performance.now() - embedded },
  };
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
  const { bm25: _, fetchedAt, modifiedAt, ...rest } = passage;
  return {
    ...rest,
    index,
    fetchedAt: fetchedAt.toISOString(),
    modifiedAt: modifiedAt?.toISOString() ?? null,
  };
}
