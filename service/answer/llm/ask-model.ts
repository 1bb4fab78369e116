import { setTimeout as sleep } from 'node:timers/promises';
import { ModelUnavailable } from '../turns/model-unavailable.ts';
import { schemaOptions } from './response-schema.ts';
import { retryDelay } from './retry-delay.ts';
import { type ModelCall, type StreamTextDeps, streamText } from './stream-text.ts';

export interface AskModelDeps extends StreamTextDeps {
  /** How often a request is repeated that failed before its first token. */
  maxRetries: number;
  /** Waits; rejects when the signal is aborted. */
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
  random?: () => number;
  /** Told of each request that the provider took the key, or refused it (status 401 or 403). */
  onKey?: (key: 'ok' | 'refused') => void;
}

/** Asks for text in the form of a schema. @throws as `streamText` does */
export type AskModel = (call: ModelCall, schema: 'answer' | 'question') => AsyncGenerator<string, void>;

/**
 * Makes a function that asks a model, again when it is rate limited or fails, as long as it has written nothing. A server that
 * refuses the JSON schema (status 400 or 422) is asked by prompt alone, from then on.
 */
export function makeAskModel({
  maxRetries,
  wait = (milliseconds, signal) => sleep(milliseconds, undefined, { signal }),
  random = Math.random,
  onKey = () => {},
  ...deps
}: AskModelDeps): AskModel {
  let takesSchema = true;

  return async function* ask(call, schema) {
    let withSchema = takesSchema;
    for (let failures = 0; ; ) {
      let started = false;
      const options = withSchema ? schemaOptions(deps.model, schema) : {};
      try {
        for await (const text of streamText(deps, call, options)) {
          if (!started) onKey('ok');
          started = true;
          if (!withSchema) takesSchema = false;
          yield text;
        }
        return;
      } catch (error) {
        if (started || !(error instanceof ModelUnavailable)) throw error;
        if (error.status === 401 || error.status === 403) onKey('refused');
        if (withSchema && (error.status === 400 || error.status === 422) && Object.keys(options).length > 0) {
          withSchema = false;
          continue;
        }
        failures++;
        const left = call.deadline - performance.now();
        const delay = retryDelay(error, failures, maxRetries, left, random());
        if (delay === null) throw error;
        await wait(delay, call.signal);
      }
    }
  };
}
