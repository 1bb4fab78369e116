import type { EmbeddingModel } from './embedding-model.ts';
import { openLocalEmbeddingModel } from './local-embedding-model.ts';
import { openOpenAIEmbeddingModel } from './openai-embedding-model.ts';
import { knownOpenAIModels } from './openai-models.ts';

/**
 * Opens the embedding model that `EMBEDDING_MODEL` names: `local`, or `openai:` and the name of a model.
 * @throws Error when the name is not accepted, saying what is, and where the model itself cannot be opened.
 */
export async function openEmbeddingModel(
  name: string,
  options: {
    apiKey?: string | undefined;
    baseUrl?: string | undefined;
    signal?: AbortSignal | undefined;
  } = {},
): Promise<EmbeddingModel> {
  if (name === 'local') return openLocalEmbeddingModel();
  const remote = /^openai:(\S+)$/.exec(name)?.[1];
  if (remote) return openOpenAIEmbeddingModel(remote, options);
  throw new Error(
    `Expected EMBEDDING_MODEL to be local, or openai: and a model's name (${knownOpenAIModels()
      .map((model) => `openai:${model}`)
      .join(', ')}, or any that the server at OPENAI_BASE_URL has), got "${name}"`,
  );
}
