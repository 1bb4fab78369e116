import type { BenchRow } from '../table.ts';
import { type QuestionResult, shareOf } from './question-results.ts';

/**
 * R@1, the share of questions whose own document comes first, after each step of retrieval; and how often it is among
 * the documents that are answered from at all. Pure.
 * @param lexical, fused R@1 of plain BM25 and of its plain fusion with the cosine, measured before there was a service.
 */
export function retrievalRows<Q>(
  results: readonly Pick<QuestionResult<Q>, 'question' | 'ranked'>[],
  wanted: (question: Q) => string,
  { atLeast, lexical, fused }: { atLeast?: number; lexical?: number; fused?: number } = {},
): BenchRow[] {
  const first = (step: 'lexical' | 'fused' | 'reranked') =>
    shareOf(results, ({ question, ranked }) => ranked[step][0] === wanted(question));
  return [
    {
      what: 'passage R@1',
      value: first('reranked'),
      ...baseline(
        fused ?? lexical,
        fused === undefined ? 'plain BM25' : 'plain BM25 and cosine, fused 7 : 3',
      ),
      ...(atLeast === undefined ? {} : { target: { atLeast } }),
    },
    ...endpointRows(results, wanted, first('reranked')),
    {
      what: '… before reranking',
      value: first('fused'),
      ...baseline(fused, 'plain BM25 and cosine, fused 7 : 3'),
    },
    { what: '… BM25 alone', value: first('lexical'), ...baseline(lexical, 'plain BM25') },
    {
      what: 'passage among those answered from',
      value: shareOf(results, ({ question, ranked }) => ranked.reranked.includes(wanted(question))),
    },
  ];
}

/** The same R@1 with the rerank endpoint, beside that without it; none where no endpoint is configured. */
function endpointRows<Q>(
  results: readonly Pick<QuestionResult<Q>, 'question' | 'ranked'>[],
  wanted: (question: Q) => string,
  without: number | null,
): BenchRow[] {
  const asked = results.filter(({ ranked }) => ranked.endpoint !== undefined);
  if (asked.length === 0) return [];
  const scored = asked.filter(({ ranked }) => ranked.endpoint?.scored);
  return [
    {
      what: '… with the rerank endpoint',
      value: shareOf(asked, ({ question, ranked }) => ranked.endpoint?.order[0] === wanted(question)),
      ...(without === null ? {} : { baseline: without }),
      note: `baseline: without RERANK_URL; it gave scores for ${scored.length} of ${asked.length} questions`,
    },
  ];
}

function baseline(value: number | undefined, note: string): Pick<BenchRow, 'baseline' | 'note'> {
  return value === undefined ? {} : { baseline: value, note: `baseline: ${note}` };
}
