import type { MessageRow } from '../../sql/handoff-messages.ts';
import type { HandoffRow } from '../../sql/handoffs.ts';
import type { KeptTurn } from '../../sql/read-conversation.ts';
import type { AnswerResponse } from '../schemas/answer-response.ts';
import type { HandoffView } from '../schemas/handoff.ts';
import { renderMail } from './render-mail.ts';

type Message = HandoffView['messages'][number];
type TranscriptTurn = HandoffView['transcript'][number];

/** A handoff as people get it: what the shopper wants, and the conversation that led to it, nothing else. Pure. */
export function viewHandoff(
  { storeId, handoffId, createdAt, answerId: _, ...rest }: HandoffRow,
  messages: readonly MessageRow[],
  turns: readonly KeptTurn[],
  email: string | null,
): HandoffView {
  const view = {
    id: handoffId,
    store: storeId,
    ...rest,
    createdAt: createdAt.toISOString(),
    messages: messages.map(showMessage),
    transcript: turns.map(toTranscript),
    email,
  };
  return { ...view, text: renderMail(view) };
}

export function showMessage({ at, ...message }: MessageRow): Message {
  return { ...message, at: at.toISOString() };
}

function toTranscript({ answerId, askedAt, question, response }: KeptTurn): TranscriptTurn {
  // Written by `saveAnswer`, by this version or an earlier one, which had all of these.
  const { status, answer, citations, products } = response as AnswerResponse;
  return {
    answerId,
    askedAt: askedAt.toISOString(),
    question,
    status,
    answer,
    citations: citations.map(({ id, title, url, link, quote }) => ({ id, title, url, link, quote })),
    products: products.map(({ sku, name, url }) => ({ sku, name, url })),
  };
}
