import { join } from 'node:path';
import { areaUnderCurve } from '../../metrics/area-under-curve.ts';
import type { Benchmark } from '../benchmark.ts';
import { loadClapnq } from '../load-clapnq.ts';
import { withTextStore } from './open-text-store.ts';
import { askAll, shareOf } from './question-results.ts';
import { retrievalRows } from './retrieval-rows.ts';

/** ClapNQ: all passages one store; half of the questions have no answer in theirs. */
export const clapnqBenchmark: Benchmark = {
  group: 'answers',
  title: 'ClapNQ',
  dataset: 'clapnq',
  run: async (context) => {
    const { passages, questions } = await loadClapnq(join(context.dataFolder, 'clapnq'));
    const results = await withTextStore(passages, 'en', context, (store) =>
      askAll(questions, store, context),
    );
    const answerable = results.filter(({ question }) => question.answerable);
    const unanswerable = results.filter(({ question }) => !question.answerable);
    const isAnswered = ({ response }: (typeof results)[number]) => response.status === 'answered';
    return [
      ...retrievalRows(answerable, (question) => question.passageId, {
        atLeast: 0.93,
        lexical: 0.913,
        fused: 0.93,
      }),
      {
        what: "answer's quotes touch the support",
        value: shareOf(answerable, ({ question, response }) =>
          response.citations.some(({ quote }) =>
            question.support.some((sentence) => sentence.includes(quote) || quote.includes(sentence)),
          ),
        ),
        note: 'a quote is, holds or is within a sentence that the annotators chose',
      },
      {
        what: 'AUC of confidence, answerable or not',
        value: areaUnderCurve(
          results.map(({ question, response }) => ({
            score: response.confidence,
            positive: question.answerable,
          })),
        ),
        baseline: 0.697,
        target: { atLeast: 0.8 },
        note: 'baseline: the top BM25 score alone; 0.5 is chance',
      },
      { what: 'answered, of the answerable', value: shareOf(answerable, isAnswered) },
      { what: 'answered, of the unanswerable', value: shareOf(unanswerable, isAnswered) },
    ];
  },
};
