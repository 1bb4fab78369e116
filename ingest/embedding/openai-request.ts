import { setTimeout as sleep } from 'node:timers/promises';
import { type ProviderFailure, readProviderFailure } from './provider-failure.ts';

/** How requests are made and repeated. Times in milliseconds. */
export interface RequestOptions {
  apiKey?: string | undefined;
  /** Such as `http://127.0.0.1:11434/v1`; OpenAI's own when absent. */
  baseUrl?: string | undefined;
  /** Ends waiting and requests. */
  signal?: AbortSignal | undefined;
  /** Sends the requests; default: the platform's. */
  fetch?: typeof fetch | undefined;
  /** Of one request; 60,000 when absent. */
  timeout?: number;
  /** Tries after the first; 5 when absent. */
  retries?: number;
  /** Wait before the first retry, 500 when absent; doubled for each further one, plus up to a quarter by chance. */
  retryDelay?: number;
  /** A server that asks for a longer wait is reported, not waited for; 60,000 when absent. */
  maxWait?: number;
}

/** The server will not embed these texts as they are: too many of them, too long, or a wrong request altogether. */
export class TextsRefused extends Error {}

/** Vectors of some texts, in their order, from one request. */
export type RequestVectors = (texts: string[]) => Promise<number[][]>;

const OPENAI_URL = 'https://api.openai.com/v1';
// What servers answer to more or longer texts than they take: OpenAI and vLLM 400, TEI 413 or 422.
const REFUSES_TEXTS = new Set([400, 413, 422]);

/**
 * Makes the function that asks an OpenAI-compatible server for vectors. Connection failures, timeouts, 408, 409, 425,
 * 429 and 5xx are retried, after Retry-After where it is given, which holds for all its requests; other answers are not.
 * Loads `@langchain/openai`, which takes half a second.
 */
export async function makeEmbeddingRequest(model: string, options: RequestOptions): Promise<RequestVectors> {
  const { OpenAIEmbeddings } = await import('@langchain/openai');
  const {
    apiKey = '',
    baseUrl = OPENAI_URL,
    signal,
    fetch: send = fetch,
    timeout = 60_000,
    retries = 5,
    retryDelay = 500,
    maxWait = 60_000,
  } = options;
  let quietUntil = 0;

  /** LangChain's own `embedDocuments` ignores how many vectors came and in what order: this shows the whole answer. */
  class EmbeddingsClient extends OpenAIEmbeddings {
    create(input: string[]) {
      return this.embeddingWithRetry({ model, input, encoding_format: 'float' });
    }
  }
  // Retries are decided here alone. The key must be given, or the client would look for one in the environment.
  const client = new EmbeddingsClient({
    model,
    apiKey: apiKey || 'none',
    timeout,
    maxRetries: 0,
    maxConcurrency: Number.POSITIVE_INFINITY,
    configuration: { baseURL: baseUrl, fetch: signal ? abortableFetch(signal, send) : send },
  });

  return async (texts) => {
    for (let attempt = 1; ; attempt += 1) {
      signal?.throwIfAborted();
      await pause(quietUntil - Date.now(), signal);
      try {
        // The API refuses an empty text.
        const { data } = await client.create(texts.map((text) => text || ' '));
        return vectorsInOrder(data, texts.length, model);
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof WrongAnswer) throw error;
        const failure = readProviderFailure(error, apiKey, Date.now());
        const wait = failure.retryAfterMs ?? retryDelay * 2 ** (attempt - 1) * (1 + Math.random() / 4);
        if (!failure.retryable || attempt > retries || wait > maxWait) {
          // Without its cause, which holds the request's headers and so may hold the key.
          const message = explain(failure, { model, baseUrl, attempt });
          throw REFUSES_TEXTS.has(failure.status ?? 0) ? new TextsRefused(message) : new Error(message);
        }
        if (failure.retryAfterMs === null) await pause(wait, signal);
        else quietUntil = Math.max(quietUntil, Date.now() + wait);
      }
    }
  };
}

class WrongAnswer extends Error {}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, signal ? { signal } : {});
}

function vectorsInOrder(
  data: { index?: number; embedding: number[] | string }[],
  count: number,
  model: string,
): number[][] {
  if (!Array.isArray(data) || data.length !== count) {
    const got = Array.isArray(data) ? `${data.length}` : 'none';
    throw new WrongAnswer(`Expected ${count} vectors from openai:${model}, got ${got}`);
  }
  const vectors: number[][] = new Array(count);
  data.forEach(({ index, embedding: sent }, position) => {
    // Some servers answer in base64 whatever they were asked for.
    const embedding = typeof sent === 'string' ? decodeFloats(sent) : sent;
    if (!Array.isArray(embedding) || embedding.length === 0 || !embedding.every(Number.isFinite)) {
      throw new WrongAnswer(`Expected a vector of numbers from openai:${model}, got something else`);
    }
    vectors[index ?? position] = embedding;
  });
  for (let i = 0; i < count; i += 1) {
    if (!vectors[i])
      throw new WrongAnswer(`Expected one vector for each text from openai:${model}, found none for ${i}`);
  }
  return vectors;
}

/** 32-bit floats in little-endian order, as `encoding_format: base64` sends them; empty when it is none. */
function decodeFloats(base64: string): number[] {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length % 4 !== 0) return [];
  return Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4));
}

// The embeddings classes of LangChain take no signal.
function abortableFetch(signal: AbortSignal, send: typeof fetch): typeof fetch {
  return (input, init) =>
    send(input, { ...init, signal: init?.signal ? AbortSignal.any([signal, init.signal]) : signal });
}

function explain(
  { status, answered, retryable }: ProviderFailure,
  { model, baseUrl, attempt }: { model: string; baseUrl: string; attempt: number },
): string {
  const server = new URL(baseUrl).origin;
  if (status === 401 || status === 403) {
    return `The key in OPENAI_API_KEY was refused by ${server} for openai:${model}: ${answered}. Set a key that may use this model.`;
  }
  if (status === 404) {
    return `${server} does not have openai:${model}: ${answered}. Check EMBEDDING_MODEL and OPENAI_BASE_URL.`;
  }
  const tries = retryable ? ` after ${attempt} ${attempt === 1 ? 'try' : 'tries'}` : '';
  if (status === null) {
    return `No answer from ${server} for openai:${model}${tries}: ${answered}. Check OPENAI_BASE_URL and that the server runs.`;
  }
  return `${server} could not embed with openai:${model}${tries}: ${answered}`;
}
