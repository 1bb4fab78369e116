import type { BenchRow } from '../table.ts';
import { type QuestionResult, shareOf } from './question-results.ts';
import type { RankedDocuments } from './rank-documents.ts';

/**
 * R@1, the share of questions whose own document comes first, after each step of retrieval; and how often it is among
 * the documents that are answered from at all. Pure.
 */
export function retrievalRows<Q>(
  results: readonly Pick<QuestionResult<Q>, 'question' | 'ranked'>[],
  wanted: (question: Q) => string,
  { atLeast, lexicalNote, fusedNote }: { atLeast?: number; lexicalNote?: string; fusedNote?: string } = {},
): BenchRow[] {
  const first = (step: keyof RankedDocuments) =>
    shareOf(results, ({ question, ranked }) => ranked[step][0] === wanted(question));
  return [
    {
      what: 'passage R@1',
      value: first('reranked'),
      ...(atLeast === undefined ? {} : { target: { atLeast } }),
    },
    { what: '… before reranking', value: first('fused'), ...note(fusedNote) },
    { what: '… BM25 alone', value: first('lexical'), ...note(lexicalNote) },
    {
      what: 'passage among those answered from',
      value: shareOf(results, ({ question, ranked }) => ranked.reranked.includes(wanted(question))),
    },
  ];
}

function note(text: string | undefined): Pick<BenchRow, 'note'> {
  return text === undefined ? {} : { note: text };
}
