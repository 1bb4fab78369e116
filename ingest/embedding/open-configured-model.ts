import type { Environment } from '../environment.ts';
import type { EmbeddingModel } from './embedding-model.ts';
import { openEmbeddingModel } from './open-embedding-model.ts';

/** Opens the embedding model that the environment names, with its key and server. @throws as `openEmbeddingModel`. */
export function openConfiguredModel(
  { embeddingModel, openaiApiKey, openaiBaseUrl }: Environment,
  signal?: AbortSignal,
): Promise<EmbeddingModel> {
  return openEmbeddingModel(embeddingModel, {
    apiKey: openaiApiKey ?? undefined,
    baseUrl: openaiBaseUrl ?? undefined,
    signal,
  });
}
