import type { AnswerResponse } from '../../schemas/answer-response.ts';
import type { Citation } from '../../schemas/citation.ts';
import { citedSource } from '../cited-source.ts';

/** A source of a completion, as OpenAI writes it (`ChatCompletionMessage.Annotation` of their client). */
export interface Annotation {
  type: 'url_citation';
  url_citation: {
    /** UTF-16 code units into the content, as `slice` of JavaScript takes them. */
    start_index: number;
    /** Exclusive. */
    end_index: number;
    url: string;
    title: string;
  };
}

/** One annotation for each piece of the answer that a citation supports, in the order of the text. Pure. */
export function annotationsOf({
  answer,
  citations,
}: Pick<AnswerResponse, 'answer' | 'citations'>): Annotation[] {
  return citations
    .flatMap((citation) => {
      const { url, title } = citedSource(citation);
      return spansOf(citation, answer).map(({ start, end }) => ({
        type: 'url_citation' as const,
        url_citation: { start_index: start, end_index: end, url, title },
      }));
    })
    .sort((a, b) => a.url_citation.start_index - b.url_citation.start_index);
}

/** What it supports; where that is not told its marks, and without one the whole answer: no source goes missing. */
function spansOf({ id, answerSpans }: Citation, answer: string): Citation['answerSpans'] {
  if (answerSpans.length > 0) return answerSpans;
  const marks = [...answer.matchAll(new RegExp(`\\[${id}\\]`, 'g'))];
  if (marks.length === 0) return [{ start: 0, end: answer.length }];
  return marks.map(({ 0: mark, index }) => ({ start: index, end: index + mark.length }));
}
