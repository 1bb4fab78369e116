import type { AnswerResponse } from '../../schemas/answer-response.ts';
import { annotationsOf } from './annotations.ts';

/** Names a completion after its answer. */
export function completionId(answerId: string): string {
  return `chatcmpl-${answerId.replace(/^ans_/, '')}`;
}

/** A whole completion. @param created in seconds since 1970 */
export function makeCompletion(response: AnswerResponse, model: string, created: number) {
  return {
    id: completionId(response.id),
    object: 'chat.completion' as const,
    created,
    model,
    choices: [
      {
        index: 0,
        message: {
          role: 'assistant' as const,
          content: response.answer,
          refusal: null,
          annotations: annotationsOf(response),
        },
        logprobs: null,
        finish_reason: 'stop' as const,
      },
    ],
    usage: usageOf(response),
    aisle: aisleOf(response),
  };
}

/** Tokens that the chat model was billed for; 0 without one. */
export function usageOf({ usage: { inputTokens, outputTokens } }: AnswerResponse) {
  return {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
  };
}

/** What a completion has no field for. */
export function aisleOf(response: AnswerResponse) {
  const { id, conversationId, store, locale, sourceLocale, status, confidence, suggestions } = response;
  const { citations, products, clarify, handoff } = response;
  return {
    id,
    conversationId,
    store,
    locale,
    ...(sourceLocale === undefined ? {} : { sourceLocale }),
    status,
    citations,
    products,
    clarify,
    handoff,
    confidence,
    suggestions,
  };
}
