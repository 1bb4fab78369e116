/** A provider that LangChain's `initChatModel` knows, as far as Aisle must treat it in its own way. */
export interface ChatProvider {
  /** The environment variable that holds its key; null where it needs none, or more than one. */
  keyVariable: string | null;
  /** How it takes a JSON schema for its answer, as a call option; null: only the prompt asks for JSON. */
  schemaOption: 'response_format' | 'format' | null;
}

const openAiLike = (keyVariable: string | null): ChatProvider => ({
  keyVariable,
  schemaOption: 'response_format',
});
const promptOnly = (keyVariable: string | null): ChatProvider => ({ keyVariable, schemaOption: null });

/** By the prefix of a model's name. Names as in LangChain's `MODEL_PROVIDER_CONFIG`. */
const providers: Record<string, ChatProvider> = {
  openai: openAiLike('OPENAI_API_KEY'),
  azure_openai: openAiLike('AZURE_OPENAI_API_KEY'),
  deepseek: openAiLike('DEEPSEEK_API_KEY'),
  xai: openAiLike('XAI_API_KEY'),
  groq: openAiLike('GROQ_API_KEY'),
  mistralai: openAiLike('MISTRAL_API_KEY'),
  fireworks: openAiLike('FIREWORKS_API_KEY'),
  together: openAiLike('TOGETHER_AI_API_KEY'),
  cerebras: openAiLike('CEREBRAS_API_KEY'),
  perplexity: openAiLike('PERPLEXITY_API_KEY'),
  ollama: { keyVariable: null, schemaOption: 'format' },
  anthropic: promptOnly('ANTHROPIC_API_KEY'),
  cohere: promptOnly('COHERE_API_KEY'),
  google: promptOnly('GOOGLE_API_KEY'),
  'google-genai': promptOnly('GOOGLE_API_KEY'),
  'google-vertexai': promptOnly(null),
  'google-vertexai-web': promptOnly(null),
  bedrock: promptOnly(null),
  aws: promptOnly(null),
};

/**
 * Splits a configured name at its first colon: `ollama:qwen3:8b` is the model `qwen3:8b` of `ollama`. A name without a colon
 * has the provider ''.
 */
export function splitModelName(name: string): { provider: string; model: string } {
  const colon = name.indexOf(':');
  if (colon < 0) return { provider: '', model: name };
  return { provider: name.slice(0, colon), model: name.slice(colon + 1) };
}

/** What is known of the provider of a configured model name; a provider not listed here is asked by prompt alone. */
export function chatProvider(name: string): ChatProvider {
  const { provider } = splitModelName(name);
  return (Object.hasOwn(providers, provider) ? providers[provider] : undefined) ?? promptOnly(null);
}

/** Provider prefixes to name in an error message. */
export const knownProviders: readonly string[] = Object.keys(providers);
