import { setTimeout as sleep } from 'node:timers/promises';
import { type ProviderFailure, readProviderFailure } from './provider-failure.ts';

/** How requests are made and repeated. Times in milliseconds. */
export interface RequestOptions {
  apiKey?: string | undefined;
  /** Such as `http://127.0.0.1:11434/v1`; OpenAI's own when absent. */
  baseUrl?: string | undefined;
  /** Ends waiting and requests. */
  signal?: AbortSignal | undefined;
  /** Of one request; 60,000 when absent. */
  timeout?: number;
  /** Tries after the first; 5 when absent. */
  retries?: number;
  /** Wait before the first retry, 500 when absent; doubled for each further one, plus up to a quarter by chance. */
  retryDelay?: number;
}

/** Vectors of some texts, in their order, from one request. */
export type RequestVectors = (texts: string[]) => Promise<number[][]>;

const OPENAI_URL = 'https://api.openai.com/v1';
// A server that asks for more patience is reported, not waited for.
const MAX_WAIT = 60_000;

/**
 * Makes the function that asks an OpenAI-compatible server for vectors. Connection failures, timeouts, 408, 409, 425,
 * 429 and 5xx are retried, after Retry-After where it is given; other answers are not.
 * Loads `@langchain/openai`, which takes half a second.
 */
export async function makeEmbeddingRequest(model: string, options: RequestOptions): Promise<RequestVectors> {
  const { OpenAIEmbeddings } = await import('@langchain/openai');
  const {
    apiKey = '',
    baseUrl = OPENAI_URL,
    signal,
    timeout = 60_000,
    retries = 5,
    retryDelay = 500,
  } = options;

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
    configuration: { baseURL: baseUrl, ...(signal && { fetch: abortableFetch(signal) }) },
  });

  return async (texts) => {
    for (let attempt = 1; ; attempt += 1) {
      signal?.throwIfAborted();
      try {
        // The API refuses an empty text.
        const { data } = await client.create(texts.map((text) => text || ' '));
        return vectorsInOrder(data, texts.length, model);
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof WrongAnswer) throw error;
        const failure = readProviderFailure(error, apiKey, Date.now());
        const wait = failure.retryAfterMs ?? retryDelay * 2 ** (attempt - 1) * (1 + Math.random() / 4);
        if (!failure.retryable || attempt > retries || wait > MAX_WAIT) {
          // Without its cause, which holds the request's headers and so may hold the key.
          throw new Error(explain(failure, { model, baseUrl, attempt }));
        }
        await sleep(wait, undefined, signal ? { signal } : {});
      }
    }
  };
}

class WrongAnswer extends Error {}

function vectorsInOrder(
  data: { index?: number; embedding: number[] }[],
  count: number,
  model: string,
): number[][] {
  if (!Array.isArray(data) || data.length !== count) {
    const got = Array.isArray(data) ? `${data.length}` : 'none';
    throw new WrongAnswer(`Expected ${count} vectors from openai:${model}, got ${got}`);
  }
  const vectors: number[][] = new Array(count);
  data.forEach(({ index, embedding }, position) => {
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

// The embeddings classes of LangChain take no signal.
function abortableFetch(signal: AbortSignal): typeof fetch {
  return (input, init) =>
    fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([signal, init.signal]) : signal });
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
