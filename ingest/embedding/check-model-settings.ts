import { knownOpenAIModels, openAIModelFacts } from './openai-models.ts';

/** Key and server of models that are not in-process. */
export interface ModelSettings {
  apiKey?: string | undefined;
  baseUrl?: string | undefined;
}

/**
 * Looks, without asking any server, whether the model that `EMBEDDING_MODEL` names can be opened with these settings.
 * @throws Error when the name is not accepted, saying what is, and when the key or the server is missing or wrong.
 */
export function checkModelSettings(name: string, { apiKey, baseUrl }: ModelSettings): void {
  if (name === 'local') return;
  const model = /^openai:(\S+)$/.exec(name)?.[1];
  if (!model) {
    throw new Error(
      `Expected EMBEDDING_MODEL to be local, or openai: and a model's name (${knownOpenAIModels()
        .map((known) => `openai:${known}`)
        .join(', ')}, or any that the server at OPENAI_BASE_URL has), got "${name}"`,
    );
  }
  if (baseUrl) {
    if (/^https?:$/.test(URL.parse(baseUrl)?.protocol ?? '')) return;
    throw new Error(
      `Expected OPENAI_BASE_URL to be a URL such as http://127.0.0.1:11434/v1, got "${baseUrl}"`,
    );
  }
  if (!openAIModelFacts(model)) {
    throw new Error(
      `Unknown EMBEDDING_MODEL ${name}. Expected one of ${knownOpenAIModels().join(', ')}, or ` +
        'OPENAI_BASE_URL set to the server that has this model.',
    );
  }
  if (!apiKey) {
    throw new Error(
      `EMBEDDING_MODEL ${name} needs OPENAI_API_KEY, which is not set. Set it, set OPENAI_BASE_URL to a ` +
        'server that needs no key, or use EMBEDDING_MODEL=local.',
    );
  }
}
