import { Embeddings } from '@langchain/core/embeddings';
import PQueue from 'p-queue';
import { countTokens } from '../tokens.ts';
import { type BatchLimits, batchTexts } from './batch-texts.ts';
import type { EmbeddingModel } from './embedding-model.ts';
import { failFast } from './fail-fast.ts';
import { clipText, fitTexts } from './fit-texts.ts';
import { openAIModelFacts } from './openai-models.ts';
import { makeEmbeddingRequest, type RequestOptions, type RequestVectors } from './openai-request.ts';

/** How an OpenAI-compatible server is called. */
export interface OpenAIEmbeddingOptions extends RequestOptions {
  limits?: BatchLimits;
  /** Requests at once for `embedDocuments`; a question's request does not wait for them. */
  concurrency?: number;
  /** How a question is asked, where it differs from texts. */
  question?: Pick<RequestOptions, 'timeout' | 'retries' | 'maxWait'>;
}

// The API takes 2,048 texts and 300,000 tokens a request; smaller ones lose less when one fails. The server's own
// tokenizer may count more than ours.
const LIMITS: BatchLimits = { maxTexts: 256, maxTokens: 100_000 };
const CONCURRENCY = 4;
/** The API takes 8,192 tokens a text. */
const MAX_TEXT_TOKENS = 8_000;
// A shopper waits: words alone find most of what a late vector would.
const QUESTION_PATIENCE = { timeout: 3_000, retries: 1, maxWait: 1_000 } as const;

/** LangChain's interface over requests that are batched, retried and checked. */
class RemoteEmbeddings extends Embeddings {
  private readonly texts: RequestVectors;
  private readonly question: RequestVectors;
  private readonly queue: PQueue;
  private readonly limits: BatchLimits;

  constructor(
    requests: { texts: RequestVectors; question: RequestVectors },
    limits: BatchLimits,
    concurrency: number,
  ) {
    super({});
    this.texts = fitTexts(requests.texts);
    this.question = failFast(requests.question);
    this.limits = limits;
    this.queue = new PQueue({ concurrency });
  }

  async embedDocuments(documents: string[]): Promise<number[][]> {
    const stop = new AbortController();
    const texts = documents.map((text) => clipText(text, countTokens, MAX_TEXT_TOKENS));
    const batches = batchTexts(texts, countTokens, this.limits);
    // One failed batch fails the call: those still waiting are not worth their price.
    const answers = batches.map((batch) =>
      this.queue.add(async () => {
        stop.signal.throwIfAborted();
        try {
          return await this.texts(batch);
        } catch (error) {
          stop.abort(error);
          throw error;
        }
      }),
    );
    const settled = await Promise.allSettled(answers);
    stop.signal.throwIfAborted();
    return settled.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  }

  async embedQuery(document: string): Promise<number[]> {
    const [vector] = await this.question([document]);
    if (!vector) throw new Error('Expected one vector for a question, got none');
    return vector;
  }
}

/**
 * Opens an embedding model of OpenAI, or of a server that speaks its protocol. A server of one's own is asked for one
 * short text, which tells whether it works and how long its vectors are: another length than the name is known for
 * makes another model of it.
 * @param model the name without `openai:`; `checkModelSettings` has looked at it and at the options.
 * @throws Error when the key is refused, the model is unknown to the server, or the server cannot be reached; the
 * message says which setting to look at and holds no key. So do the errors of the model's calls.
 */
export async function openOpenAIEmbeddingModel(
  model: string,
  options: OpenAIEmbeddingOptions = {},
): Promise<EmbeddingModel> {
  const facts = openAIModelFacts(model);
  const request = await makeEmbeddingRequest(model, options);
  const ask = await makeEmbeddingRequest(model, { ...options, ...QUESTION_PATIENCE, ...options.question });
  const dimensions =
    facts && !options.baseUrl ? facts.dimensions : ((await request(['dimension']))[0]?.length ?? 0);
  const known = dimensions === facts?.dimensions ? facts : undefined;
  const check =
    (by: RequestVectors): RequestVectors =>
    async (texts) => {
      const vectors = await by(texts);
      for (const { length } of vectors) {
        if (length !== dimensions) {
          throw new Error(
            `Expected vectors of ${dimensions} numbers from openai:${model}, got one of ${length}`,
          );
        }
      }
      return vectors;
    };
  return {
    name: known ? `openai:${model}` : `openai:${model} ${dimensions}`,
    dimensions,
    embeddings: new RemoteEmbeddings(
      { texts: check(request), question: check(ask) },
      options.limits ?? LIMITS,
      options.concurrency ?? CONCURRENCY,
    ),
    usdPerMillionTokens: known?.usdPerMillionTokens ?? 0,
    priceKnown: known !== undefined,
    // Not measured, for want of a key: these models are far better alone than word vectors, but their cosines differ
    // less between passages, so that half weighs less than it seems. Measure it before relying on one.
    languages: null,
    fusionWeight: 0.5,
  };
}
