import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { UsageMetadata } from '@langchain/core/messages';
import { ModelUnavailable } from '../turns/model-unavailable.ts';
import type { Prompt } from './answer-prompt.ts';
import { explainModelError } from './explain-model-error.ts';
import type { UsageMeter } from './usage-meter.ts';

/** One call of a model, as far as it is the same for each try. */
export interface ModelCall {
  prompt: Prompt;
  signal: AbortSignal;
  /** When the whole answer must be complete, on the clock of `performance.now()`. */
  deadline: number;
  meter: UsageMeter;
}

export interface StreamTextDeps {
  chatModel: Pick<BaseChatModel, 'stream'>;
  /** As configured, `provider:model`. */
  model: string;
  /** The longest silence of the model, before its first token or between two, in milliseconds. */
  silenceMs: number;
  /** Tokens of a text, for a provider that does not say what it has billed, or broke off before it did. */
  countTokens: (text: string) => number;
}

/**
 * Asks a model once and gives its text as it comes. Ends the request when the caller stops reading.
 * @param options call options of the provider, such as a JSON schema
 * @throws ModelUnavailable when the model cannot be reached, refuses, is too slow, or breaks off
 * @throws the signal's reason when it is aborted
 */
export async function* streamText(
  { chatModel, model, silenceMs, countTokens }: StreamTextDeps,
  { prompt, signal, deadline, meter }: ModelCall,
  options: Record<string, unknown>,
): AsyncGenerator<string, void> {
  signal.throwIfAborted();
  const request = abortable(signal);
  const total = setTimeout(() => request.abort(tooSlow(model)), Math.max(0, deadline - performance.now()));
  const inTime = async <T>(pending: Promise<T>): Promise<T> => {
    const silence = setTimeout(() => request.abort(tooSilent(model, silenceMs)), silenceMs);
    try {
      return await Promise.race([pending, request.aborted]);
    } finally {
      clearTimeout(silence);
    }
  };

  let written = '';
  let started = false;
  const billed = { input: 0, output: 0 };
  try {
    const messages: [string, string][] = [
      ['system', prompt.system],
      ['human', prompt.user],
    ];
    const stream = await inTime(chatModel.stream(messages, { ...options, signal: request.signal }));
    const chunks = stream[Symbol.asyncIterator]();
    for (;;) {
      const { done, value: chunk } = await inTime(chunks.next());
      if (done) break;
      started = true;
      // LangChain's chunks add up to their message, and so do the usages in them.
      const used = chunk.usage_metadata as UsageMetadata | undefined;
      billed.input += used?.input_tokens ?? 0;
      billed.output += used?.output_tokens ?? 0;
      if (chunk.text === '') continue;
      written += chunk.text;
      yield chunk.text;
    }
    request.signal.throwIfAborted();
  } catch (error) {
    throw request.signal.aborted ? request.signal.reason : explainModelError(error, model);
  } finally {
    clearTimeout(total);
    request.release();
    if (billed.input + billed.output > 0) meter.add(billed.input, billed.output);
    else if (started) meter.add(countTokens(`${prompt.system}\n${prompt.user}`), countTokens(written));
  }
}

/** A signal that follows another one until it is released, and a promise that rejects once it is aborted. */
function abortable(outer: AbortSignal) {
  const controller = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true });
  });
  aborted.catch(() => {});
  const follow = () => controller.abort(outer.reason);
  outer.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    aborted,
    abort: (reason: Error) => controller.abort(reason),
    release() {
      outer.removeEventListener('abort', follow);
      // Closes the connection if the answer was not read to its end.
      controller.abort();
    },
  };
}

function tooSlow(model: string): ModelUnavailable {
  return new ModelUnavailable(
    `${model} was too slow: the time for an answer was over before it ended. Try again, allow more time, or use a faster model.`,
    { retryable: true, timedOut: true },
  );
}

function tooSilent(model: string, silenceMs: number): ModelUnavailable {
  return new ModelUnavailable(
    `${model} was too slow: expected a token every ${silenceMs / 1000} s at least, found silence. Try again, allow more time, or use a faster model.`,
    { retryable: true, timedOut: true },
  );
}
