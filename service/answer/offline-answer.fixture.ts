import type pg from 'pg';
import { pino } from 'pino';
import type { EmbeddingModel } from '../../ingest/embedding/embedding-model.ts';
import { wordSimilarity } from '../../ingest/embedding/load-word-vectors.ts';
import type { AnswerQuestion } from '../answer-question.ts';
import { makeExtractiveAnswerer } from './extractive/extractive-answerer.ts';
import { type AnswerDeps, makeAnswerQuestion } from './make-answer-question.ts';
import { makeVerify } from './verify/verify.ts';

/** The real pipeline without a chat model, in silence. @param more replaces what it is made of */
export function makeOfflineAnswer(
  pool: pg.Pool,
  embeddingModel: EmbeddingModel,
  more: Partial<AnswerDeps> = {},
): AnswerQuestion {
  return makeAnswerQuestion({
    pool,
    embeddingModel,
    similarity: wordSimilarity,
    verify: makeVerify(wordSimilarity),
    extractive: makeExtractiveAnswerer(),
    llm: null,
    rewrite: null,
    logger: pino({ level: 'silent' }),
    ...more,
  });
}
