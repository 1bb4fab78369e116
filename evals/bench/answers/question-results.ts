import type { AnswerResponse } from '../../../service/schemas/answer-response.ts';
import { containsFact } from '../../metrics/contains-fact.ts';
import type { BenchContext } from '../benchmark.ts';
import type { TextStore } from './open-text-store.ts';
import type { RankedDocuments } from './rank-documents.ts';

/** How often a long benchmark says how far it is, in questions. */
const PROGRESS_STEP = 10;

/** What came of one question to a store of texts. */
export interface QuestionResult<Q> {
  question: Q;
  ranked: RankedDocuments;
  response: AnswerResponse;
}

/** Asks every question, one after the other. */
export async function askAll<Q extends { question: string }>(
  questions: readonly Q[],
  store: TextStore,
  { signal, onProgress }: Pick<BenchContext, 'signal' | 'onProgress'>,
): Promise<QuestionResult<Q>[]> {
  const results: QuestionResult<Q>[] = [];
  for (const question of questions) {
    signal.throwIfAborted();
    const ranked = await store.rank(question.question);
    results.push({ question, ranked, response: await store.answer(question.question) });
    if (results.length % PROGRESS_STEP === 0) onProgress(`question ${results.length}/${questions.length}`);
  }
  return results;
}

/** Ranks the texts for every question, without answering any. */
export async function rankAll<Q extends { question: string }>(
  questions: readonly Q[],
  store: Pick<TextStore, 'rank'>,
  { signal, onProgress }: Pick<BenchContext, 'signal' | 'onProgress'>,
): Promise<Omit<QuestionResult<Q>, 'response'>[]> {
  const results: Omit<QuestionResult<Q>, 'response'>[] = [];
  for (const question of questions) {
    signal.throwIfAborted();
    results.push({ question, ranked: await store.rank(question.question) });
    if (results.length % PROGRESS_STEP === 0) onProgress(`question ${results.length}/${questions.length}`);
  }
  return results;
}

/** Share of the items that a test holds for; null for none at all. */
export function shareOf<T>(items: readonly T[], holds: (item: T) => boolean): number | null {
  return items.length === 0 ? null : items.filter(holds).length / items.length;
}

/** Whether the quotes of an answer, taken together, hold one of the gold answers; compared as facts are. */
export function quotesHold(
  { citations }: Pick<AnswerResponse, 'citations'>,
  gold: readonly string[],
): boolean {
  const quotes = citations.map(({ quote }) => quote).join('\n');
  return gold.some((answer) => containsFact(quotes, answer));
}
