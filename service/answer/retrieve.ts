import type { Logger } from 'pino';
import type { EmbeddingModel } from '../../ingest/embedding/embedding-model.ts';
import type { Queryable } from '../../sql/queryable.ts';
import { type FoundPassage, type PassageQuery, searchPassages } from '../../sql/search-passages.ts';
import type { Evidence } from './answerer.ts';
import { correctSpelling } from './correct-spelling.ts';
import { type QuestionTerm, searchLexemes, withIdf } from './question-terms.ts';

/** A passage in another language than the question's is rarely what the shopper wants to read. */
const OTHER_LOCALE_FACTOR = 0.5;

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
  limit: number;
  /** Documents whose passages are looked through besides, such as those of a product that is called by name. */
  documentIds: string[];
}

export interface RetrieveDeps {
  pool: Queryable;
  embeddingModel: EmbeddingModel;
  logger: Pick<Logger, 'warn'>;
}

/** Finds the passages to answer a question from, by words and by vector, in one round trip. */
export async function retrieve(deps: RetrieveDeps, options: RetrieveOptions): Promise<Retrieval> {
  const started = performance.now();
  const { name, fusionWeight } = deps.embeddingModel;
  const speaks = deps.embeddingModel.languages?.includes(options.locale) ?? true;
  const values = speaks ? await embedQuestion(deps, options.question) : null;
  const embedded = performance.now();
  const query: PassageQuery = {
    storeId: options.storeId,
    lexemes: searchLexemes(options.terms),
    vector: values === null ? null : { model: name, values },
    fusionWeight,
    locale: options.locale,
    otherLocaleFactor: OTHER_LOCALE_FACTOR,
    kinds: null,
    documentIds: null,
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
  { embeddingModel, logger }: RetrieveDeps,
  question: string,
): Promise<number[] | null> {
  try {
    return await embeddingModel.embeddings.embedQuery(question);
  } catch (error) {
    logger.warn(
      { err: error, model: embeddingModel.name },
      'The embedding model failed. Searching by words alone.',
    );
    return null;
  }
}

/** A found passage as an answerer sees it. */
function toEvidence(passage: FoundPassage, index: number): Evidence {
  const { bm25: _, fetchedAt, ...rest } = passage;
  return { ...rest, index, fetchedAt: fetchedAt.toISOString() };
}
