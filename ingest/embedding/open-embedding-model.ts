import { checkModelSettings, type ModelSettings } from './check-model-settings.ts';
import type { EmbeddingModel } from './embedding-model.ts';
import { openLocalEmbeddingModel } from './local-embedding-model.ts';
import { openOpenAIEmbeddingModel } from './openai-embedding-model.ts';

/**
 * Opens the embedding model that `EMBEDDING_MODEL` names: `local`, or `openai:` and the name of a model.
 * @throws Error when the name is not accepted, saying what is, and where the model itself cannot be opened.
 */
export async function openEmbeddingModel(
  name: string,
  options: ModelSettings & { signal?: AbortSignal | undefined; fetch?: typeof fetch | undefined } = {},
): Promise<EmbeddingModel> {
  checkModelSettings(name, options);
  return name === 'local'
    ? openLocalEmbeddingModel()
    : openOpenAIEmbeddingModel(name.slice('openai:'.length), options);
}
