import type { AnswerResponse } from '../schemas/answer-response.ts';

/** One long answer out of several: their sentences, one paragraph each, citations numbered anew. Pure. */
export function joinAnswers(
  answers: readonly AnswerResponse[],
): Pick<AnswerResponse, 'answer' | 'parts' | 'citations'> {
  let answer = '';
  const parts: AnswerResponse['parts'] = [];
  const citations: AnswerResponse['citations'] = [];
  for (const each of answers) {
    if (answer !== '') answer += '\n\n';
    const first = citations.length;
    const start = answer.length;
    // A longer number moves what stands behind it.
    const moved = (at: number) => start + renumber(each.answer.slice(0, at), first).length;
    citations.push(
      ...each.citations.map((citation) => ({
        ...citation,
        id: citation.id + first,
        answerSpans: citation.answerSpans.map((span) => ({ start: moved(span.start), end: moved(span.end) })),
      })),
    );
    parts.push(...each.parts.map((part) => ({ ...part, citations: part.citations.map((id) => id + first) })));
    answer += renumber(each.answer, first);
  }
  return { answer, parts, citations };
}

function renumber(text: string, by: number): string {
  return text.replace(/\[(\d+)\]/g, (_mark, id) => `[${Number(id) + by}]`);
}
