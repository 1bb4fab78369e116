import type pg from 'pg';
import { pino } from 'pino';
import type { EmbeddingModel } from '../../ingest/embedding/embedding-model.ts';
import { wordSimilarity } from '../../ingest/embedding/load-word-vectors.ts';
import type { AnswerQuestion } from '../answer-question.ts';
import { makeExtractiveAnswerer } from './extractive/extractive-answerer.ts';
import { type AnswerDeps, makeAnswerQuestion } from './make-answer-question.ts';
import { makeVerify } from './verify/verify.ts';

/** What the pipeline is made of without a chat model, in silence. */
export const offlineAnswerDeps = (pool: pg.Pool, embeddingModel: EmbeddingModel): AnswerDeps => ({
  pool,
  embeddingModel,
  similarity: wordSimilarity,
  verify: makeVerify(wordSimilarity),
  extractive: makeExtractiveAnswerer(),
  llm: null,
  rewrite: null,
  logger: pino({ level: 'silent' }),
});

/** The real pipeline without a chat model, in silence. @param more replaces what it is made of */
export function makeOfflineAnswer(
  pool: pg.Pool,
  embeddingModel: EmbeddingModel,
  more: Partial<AnswerDeps> = {},
): AnswerQuestion {
  return makeAnswerQuestion({ ...offlineAnswerDeps(pool, embeddingModel), ...more });
}
