import { Embeddings } from '@langchain/core/embeddings';
import PQueue from 'p-queue';
import { countTokens } from '../tokens.ts';
import { type BatchLimits, batchTexts } from './batch-texts.ts';
import type { EmbeddingModel } from './embedding-model.ts';
import { knownOpenAIModels, openAIModelFacts } from './openai-models.ts';
import { makeEmbeddingRequest, type RequestOptions, type RequestVectors } from './openai-request.ts';

/** How an OpenAI-compatible server is called. */
export interface OpenAIEmbeddingOptions extends RequestOptions {
  limits?: BatchLimits;
  /** Requests at once for `embedDocuments`; a question's request does not wait for them. */
  concurrency?: number;
}

// The API takes 2,048 texts and 300,000 tokens a request; smaller ones lose less when one fails. The server's own
// tokenizer may count more than ours.
const LIMITS: BatchLimits = { maxTexts: 256, maxTokens: 100_000 };
const CONCURRENCY = 4;

/** LangChain's interface over requests that are batched, retried and checked. */
class RemoteEmbeddings extends Embeddings {
  private readonly request: RequestVectors;
  private readonly queue: PQueue;
  private readonly limits: BatchLimits;

  constructor(request: RequestVectors, limits: BatchLimits, concurrency: number) {
    super({});
    this.request = request;
    this.limits = limits;
    this.queue = new PQueue({ concurrency });
  }

  async embedDocuments(documents: string[]): Promise<number[][]> {
    const stop = new AbortController();
    const batches = batchTexts(documents, countTokens, this.limits);
    // One failed batch fails the call: those still waiting are not worth their price.
    const answers = batches.map((batch) =>
      this.queue.add(async () => {
        stop.signal.throwIfAborted();
        try {
          return await this.request(batch);
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
    const [vector] = await this.request([document]);
    if (!vector) throw new Error('Expected one vector for a question, got none');
    return vector;
  }
}

/**
 * Opens an embedding model of OpenAI, or of a server that speaks its protocol. For a model whose dimension is not
 * known here, one short text is embedded to learn it.
 * @param model the name without `openai:`.
 * @throws Error when the key is missing or refused, the model is unknown to OpenAI, or the server cannot be reached;
 * the message says which setting to look at and holds no key. So do the errors of the model's calls.
 */
export async function openOpenAIEmbeddingModel(
  model: string,
  options: OpenAIEmbeddingOptions = {},
): Promise<EmbeddingModel> {
  const facts = openAIModelFacts(model);
  if (!options.baseUrl) {
    if (!facts) {
      throw new Error(
        `Unknown EMBEDDING_MODEL openai:${model}. Expected one of ${knownOpenAIModels().join(', ')}, or ` +
          'OPENAI_BASE_URL set to the server that has this model.',
      );
    }
    if (!options.apiKey) {
      throw new Error(
        `EMBEDDING_MODEL openai:${model} needs OPENAI_API_KEY, which is not set. Set it, set OPENAI_BASE_URL to a ` +
          'server that needs no key, or use EMBEDDING_MODEL=local.',
      );
    }
  } else if (!/^https?:$/.test(URL.parse(options.baseUrl)?.protocol ?? '')) {
    throw new Error(
      `Expected OPENAI_BASE_URL to be a URL such as http://127.0.0.1:11434/v1, got "${options.baseUrl}"`,
    );
  }
  const request = await makeEmbeddingRequest(model, options);
  const dimensions = facts?.dimensions ?? (await request(['dimension']))[0]?.length ?? 0;
  const check = async (texts: string[]) => {
    const vectors = await request(texts);
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
    name: `openai:${model}`,
    dimensions,
    embeddings: new RemoteEmbeddings(check, options.limits ?? LIMITS, options.concurrency ?? CONCURRENCY),
    usdPerMillionTokens: facts?.usdPerMillionTokens ?? 0,
    // Not measured, for want of a key: these models are far better alone than word vectors, but their cosines differ
    // less between passages, so that half weighs less than it seems. Measure it before relying on one.
    languages: null,
    fusionWeight: 0.5,
  };
}
