import { openAIModelFacts } from '../../ingest/embedding/openai-models.ts';
import type { Environment } from '../../ingest/environment.ts';

/**
 * Calls that are replayed reach no server: whoever replays them needs neither a key, nor the address of the server that an
 * embedding model stands on which is not OpenAI's. Pure.
 */
export function asReplayed(environment: Environment): Environment {
  const [, model] = /^openai:(.+)$/u.exec(environment.embeddingModel) ?? [];
  const elsewhere = model !== undefined && openAIModelFacts(model) === undefined;
  return {
    ...environment,
    openaiApiKey: environment.openaiApiKey ?? 'none',
    openaiBaseUrl: environment.openaiBaseUrl ?? (elsewhere ? 'http://replayed.invalid/v1' : null),
  };
}
