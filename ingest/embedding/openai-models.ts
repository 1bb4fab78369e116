/** What is known of an OpenAI embedding model. */
export interface OpenAIModelFacts {
  dimensions: number;
  /** US dollars for a million input tokens, from OpenAI's price list of 2025. */
  usdPerMillionTokens: number;
}

const MODELS = new Map<string, OpenAIModelFacts>([
  ['text-embedding-3-small', { dimensions: 1536, usdPerMillionTokens: 0.02 }],
  ['text-embedding-3-large', { dimensions: 3072, usdPerMillionTokens: 0.13 }],
  ['text-embedding-ada-002', { dimensions: 1536, usdPerMillionTokens: 0.1 }],
]);

/** Facts of a model by its name, or undefined for one that only its server knows. */
export function openAIModelFacts(model: string): OpenAIModelFacts | undefined {
  return MODELS.get(model);
}

/** The names of the models with known facts. */
export function knownOpenAIModels(): string[] {
  return [...MODELS.keys()];
}
