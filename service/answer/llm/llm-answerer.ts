import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { Answerer, AnswerTask, DraftSentence, Verify } from '../answerer.ts';
import { ModelUnavailable } from '../turns/model-unavailable.ts';
import { type AnswerDraft, makeAnswerDraft } from './answer-draft.ts';
import { answerPrompt, correctPrompt, type Prompt } from './answer-prompt.ts';
import { type AskModelDeps, makeAskModel } from './ask-model.ts';
import { choosePassages } from './choose-passages.ts';
import type { SelectQuote } from './draft-sentence.ts';
import { makePartsParser } from './parts-parser.ts';
import type { ModelCall } from './stream-text.ts';
import { makeUsageMeter, type UsageMeter } from './usage-meter.ts';

/** Sentences; the prompt asks for fewer. What a model writes beyond is not read. */
const mostSentences = 12;
/** How often an answer is asked for that broke off or held no JSON, with nothing sent of it. */
const mostTries = 2;

type Flaw = ModelUnavailable | null;

export interface LlmAnswererDeps {
  chatModel: Pick<BaseChatModel, 'stream'>;
  /** The model's name as configured, `provider:model`: for messages, usage and prices. */
  model: string;
  selectQuote: SelectQuote;
  /** Without it each sentence that has a quote is given; the pipeline verifies all the same before it sends. */
  verify?: Verify;
  /** Tokens of a text, for a provider that does not tell its usage. */
  countTokens: (text: string) => number;
  /** For the whole answer, corrections included, in milliseconds. */
  timeoutMs: number;
  /** The longest silence before the first token or between two, in milliseconds. Default: half of `timeoutMs`, at most 15,000. */
  silenceMs?: number;
  /** How often a rate-limited or failed request is repeated. Default 2. */
  maxRetries?: number;
  /** Told how often what happened, never any text. */
  log?: { warn(fields: Record<string, unknown>, message: string): void };
  wait?: AskModelDeps['wait'];
  /** Told of each request whether the provider refused the key. */
  onKey?: AskModelDeps['onKey'];
}

/**
 * Answers with a chat model. Each sentence is given as soon as the model has completed it and its quotes are found and verified.
 * Sentences that were refused, for what they say or for their language, go back to the model once, together, with what was
 * wrong; what is then refused is left out.
 * @throws ModelUnavailable from the iteration, only if no sentence was given before
 */
export function makeLlmAnswerer({
  model,
  timeoutMs,
  silenceMs = Math.min(timeoutMs / 2, 15_000),
  maxRetries = 2,
  log,
  ...deps
}: LlmAnswererDeps): Answerer {
  const { chatModel, countTokens, selectQuote, verify, wait, onKey } = deps;
  const ask = makeAskModel({
    chatModel,
    model,
    countTokens,
    silenceMs,
    maxRetries,
    ...(wait && { wait }),
    ...(onKey && { onKey }),
  });

  /**
   * Reads one answer of the model, and gives of it what holds. Returns what was wrong with an answer that began well but broke
   * off or was not in the form asked for: the same request may do better at once.
   */
  async function* read(call: ModelCall, draft: AnswerDraft): AsyncGenerator<DraftSentence, Flaw> {
    const parser = makePartsParser();
    let began = false;
    try {
      for await (const chunk of ask(call, 'answer')) {
        began = true;
        for (const part of parser.push(chunk)) {
          for (const sentence of draft.take(part)) {
            yield sentence;
            if (draft.given() >= mostSentences) return null;
          }
        }
        if (parser.full) break;
      }
    } catch (error) {
      const brokeOff = began && error instanceof ModelUnavailable && error.retryable && !error.timedOut;
      if (brokeOff) return error;
      throw error;
    }
    return parser.sawAnswer ? null : noJson(model);
  }

  /** Reads answers until one is read to its end. One of which a sentence was given is not asked for again. */
  async function* readFirst(call: ModelCall, draft: AnswerDraft): AsyncGenerator<DraftSentence, Flaw> {
    for (let tries = 1; ; tries++) {
      const flaw = yield* read(call, draft);
      if (!flaw || tries >= mostTries || draft.given() > 0) return flaw;
      draft.restart();
    }
  }

  async function* answer(task: AnswerTask, meter: UsageMeter): AsyncGenerator<DraftSentence, void> {
    const shown = choosePassages(task, countTokens);
    if (shown.length === 0) return;
    const draft = makeAnswerDraft(
      shown.map(({ evidence }) => evidence),
      task.locale,
      { selectQuote, verify },
    );
    const deadline = performance.now() + timeoutMs;
    const call = (prompt: Prompt): ModelCall => ({ prompt, signal: task.signal, deadline, meter });
    try {
      const flaw = yield* readFirst(call(answerPrompt(task, shown)), draft);
      if (flaw) throw flaw;
      const rejections = draft.rejections();
      if (rejections.length === 0 || draft.given() >= mostSentences) return;
      draft.restart();
      const stillFlawed = yield* read(call(correctPrompt(task, rejections)), draft);
      if (stillFlawed) throw stillFlawed;
      // Better in the pages' own language, which the answer then begins by saying, than not at all.
      if (draft.given() === 0) yield* draft.foreign();
    } catch (error) {
      task.signal.throwIfAborted();
      if (draft.given() === 0 || !(error instanceof ModelUnavailable)) throw error;
      log?.warn({ model, status: error.status, timedOut: error.timedOut }, 'model broke off; kept what held');
    } finally {
      const dropped = draft.dropped();
      if (Object.keys(dropped).length > 0)
        log?.warn({ model, dropped }, 'sentences of the model were dropped');
    }
  }

  return {
    model,
    answer(task) {
      const meter = makeUsageMeter(model);
      return { sentences: answer(task, meter), usage: meter.usage };
    },
  };
}

function noJson(model: string): ModelUnavailable {
  return new ModelUnavailable(
    `${model} wrote no usable answer: expected JSON with "parts", found none. Use a model that follows JSON schemas, or CHAT_MODEL=extractive.`,
    { retryable: true },
  );
}
