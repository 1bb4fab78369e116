import type { AnswerResponse } from '../schemas/answer-response.ts';
import { splitEvents } from '../wire/server-sent-events.ts';
import type { StreamedEvent, WireFormat } from '../wire/wire-format.ts';
import { type EventPlace, type Said, writeEventId } from './event-id.ts';

/**
 * A finished answer as the rest of its stream: the text and the citations that a reader has not had, then all of it. Pure.
 * @param format a new one
 * @returns null when the place is none of this answer's, or does not tell what was said.
 */
export function replayAnswer(
  response: AnswerResponse,
  { number, said, isLast }: EventPlace,
  format: WireFormat,
): string | null {
  if (isLast) return '';
  if (said === null || said.text > response.answer.length || said.citations > response.citations.length)
    return null;
  const isFromStart = number === 0;
  const soFar: Said = { ...said };
  let written = '';
  for (const event of restOf(response, said, isFromStart)) {
    if (event.type === 'delta') soFar.text += event.text.length;
    if (event.type === 'citation') soFar.citations += 1;
    const events = splitEvents(format.event(event));
    for (const [at, text] of events.entries()) {
      const isEnd = event.type === 'done' && at === events.length - 1;
      written += `id: ${writeEventId(response.id, { number: null, said: soFar, isLast: isEnd })}\n${text}`;
    }
  }
  return written;
}

function restOf(response: AnswerResponse, said: Said, isFromStart: boolean): StreamedEvent[] {
  const { id, conversationId, store, locale, products } = response;
  const text = response.answer.slice(said.text);
  return [
    ...(isFromStart ? [{ type: 'start' as const, id, conversationId, store, locale }] : []),
    ...(text === '' ? [] : [{ type: 'delta' as const, text }]),
    ...response.citations.slice(said.citations).map((citation) => ({ type: 'citation' as const, citation })),
    // Sent whole each time, so that twice does no harm.
    ...(products.length > 0 ? [{ type: 'products' as const, products }] : []),
    { type: 'done', response },
  ];
}
