import type { Logger } from 'pino';
import type { Environment } from '../ingest/environment.ts';
import { countTokens } from '../ingest/tokens.ts';
import type { Answerer, Verify } from './answer/answerer.ts';
import { selectQuote } from './answer/extractive/select-quote.ts';
import type { Rewrite } from './answer/make-answer-question.ts';
import type { ChatModelWatch } from './watch-chat-model.ts';

/** For one answer of a chat model, corrections included. */
const ANSWER_TIMEOUT_MS = 60_000;

/** The chat model's two uses; null where answers are extractive. */
export interface ChatModels {
  llm: Answerer | null;
  rewrite: Rewrite | null;
}

/**
 * Opens the chat model that CHAT_MODEL names. Nothing of LangChain is loaded for `extractive`.
 * @param onKey told of each request whether the provider took the key
 * @param modelFetch sends the requests; default: the platform's
 * @throws ModelUnavailable when the name, the key or the provider's package is missing.
 */
export async function openChatModels(
  environment: Environment,
  verify: Verify,
  logger: Logger,
  onKey: ChatModelWatch['note'],
  modelFetch?: typeof fetch,
): Promise<ChatModels> {
  const { chatModel: model, openaiApiKey, openaiBaseUrl } = environment;
  if (model === 'extractive') return { llm: null, rewrite: null };
  const { openChatModel } = await import('./answer/llm/open-chat-model.ts');
  const { makeLlmAnswerer } = await import('./answer/llm/llm-answerer.ts');
  const { makeQuestionRewriter } = await import('./answer/llm/question-rewriter.ts');
  const ofOpenAi = model.startsWith('openai:');
  const chatModel = await openChatModel(model, {
    ...(ofOpenAi && openaiApiKey !== null ? { apiKey: openaiApiKey } : {}),
    ...(ofOpenAi && openaiBaseUrl !== null ? { baseUrl: openaiBaseUrl } : {}),
    ...(modelFetch && { fetch: modelFetch }),
  });
  return {
    llm: makeLlmAnswerer({
      chatModel,
      model,
      selectQuote,
      verify,
      countTokens,
      timeoutMs: ANSWER_TIMEOUT_MS,
      log: logger,
      onKey,
    }),
    rewrite: makeQuestionRewriter({ chatModel, model, countTokens, log: logger, onKey }),
  };
}
