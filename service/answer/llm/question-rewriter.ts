import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { Usage } from '../answerer.ts';
import { ModelUnavailable } from '../turns/model-unavailable.ts';
import { type AskModelDeps, makeAskModel } from './ask-model.ts';
import { dataLine } from './data-line.ts';
import { containsLink } from './hide-links.ts';
import { loadPrompt } from './load-prompt.ts';
import { makeUsageMeter } from './usage-meter.ts';
import { writtenLanguage, wrongLanguage } from './written-language.ts';

/** Earlier turns that are shown; what a question points to is seldom further back. */
const mostTurns = 4;
/** Characters of an answer that are shown. */
const longestAnswer = 600;
/** Characters, as `POST /answer` takes them. */
const longestQuestion = 2000;

export interface QuestionRewriterDeps {
  chatModel: Pick<BaseChatModel, 'stream'>;
  /** As configured, `provider:model`. */
  model: string;
  countTokens: (text: string) => number;
  /** In milliseconds; it delays every follow-up, so keep it short. Default 5,000. */
  timeoutMs?: number;
  /** Told of each request whether the provider refused the key. */
  onKey?: AskModelDeps['onKey'];
  log?: { warn(fields: Record<string, unknown>, message: string): void };
}

/** A question made to stand alone, and what that took. */
export interface Rewritten {
  /** As it was asked, where there was nothing to add or the model failed. */
  question: string;
  /** Also of a call that failed, as far as it was billed. */
  usage: Usage;
}

/** Makes a follow-up stand alone, in its own language; gives the question as it is where that fails. */
export type RewriteQuestion = (
  question: string,
  history: { question: string; answer: string }[],
  signal: AbortSignal,
) => Promise<Rewritten>;

/**
 * Makes a rewriter of follow-ups on a chat model. Without history no model is asked.
 * The returned function throws only the signal's reason.
 */
export function makeQuestionRewriter({
  chatModel,
  model,
  countTokens,
  timeoutMs = 5_000,
  onKey,
  log,
}: QuestionRewriterDeps): RewriteQuestion {
  const ask = makeAskModel({
    chatModel,
    model,
    countTokens,
    silenceMs: timeoutMs,
    maxRetries: 0,
    ...(onKey && { onKey }),
  });

  return async (question, history, signal) => {
    const meter = makeUsageMeter(model);
    const asItIs: Rewritten = { question, usage: meter.usage };
    if (history.length === 0) return asItIs;
    const turns = history
      .slice(-mostTurns)
      .map((turn) => dataLine({ asked: turn.question, answered: turn.answer.slice(0, longestAnswer) }));
    const prompt = {
      system: loadPrompt('rewrite-question'),
      user: [...turns, dataLine({ question })].join('\n'),
    };
    try {
      let text = '';
      const deadline = performance.now() + timeoutMs;
      for await (const chunk of ask({ prompt, signal, deadline, meter }, 'question')) {
        text += chunk;
        if (text.length > 4 * longestQuestion) break;
      }
      return { ...asItIs, question: readQuestion(text, question) ?? question };
    } catch (error) {
      signal.throwIfAborted();
      const reason = error instanceof ModelUnavailable ? error.message : 'unexpected error';
      log?.warn({ model, reason }, 'follow-up was not rewritten');
      return asItIs;
    }
  };
}

/** The question in what the model wrote; null where there is none that could be one, or it is in another language. */
function readQuestion(text: string, asked: string): string | null {
  const json = /\{\s*"question"\s*:\s*("(?:[^"\\]|\\.)*")\s*\}/s.exec(text.replace(/\n/g, ' '))?.[1];
  if (!json) return null;
  try {
    const question = String(JSON.parse(json)).replace(/\s+/g, ' ').trim();
    if (question === '' || question.length > longestQuestion || containsLink(question)) return null;
    const language = writtenLanguage(asked);
    return language !== null && wrongLanguage(question, language) !== null ? null : question;
  } catch {
    return null;
  }
}
