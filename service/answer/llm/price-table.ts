import { splitModelName } from './chat-provider.ts';

interface Price {
  /** US dollars for a million input tokens, without discounts for cached ones. */
  input: number;
  /** US dollars for a million output tokens, reasoning included. */
  output: number;
}

/**
 * OpenAI's list prices (platform.openai.com/docs/pricing, standard tier). A model that is not here costs 0 in our reports,
 * which means "not known", not "free": local servers, other providers, and models newer than this table.
 */
const prices: Record<string, Price> = {
  'openai:gpt-4o': { input: 2.5, output: 10 },
  'openai:gpt-4o-mini': { input: 0.15, output: 0.6 },
  'openai:gpt-4.1': { input: 2, output: 8 },
  'openai:gpt-4.1-mini': { input: 0.4, output: 1.6 },
  'openai:gpt-4.1-nano': { input: 0.1, output: 0.4 },
  'openai:gpt-5': { input: 1.25, output: 10 },
  'openai:gpt-5-mini': { input: 0.25, output: 2 },
  'openai:gpt-5-nano': { input: 0.05, output: 0.4 },
  'openai:gpt-5-chat-latest': { input: 1.25, output: 10 },
  'openai:o3': { input: 2, output: 8 },
  'openai:o4-mini': { input: 1.1, output: 4.4 },
};

/**
 * What tokens cost at list price, in US dollars; 0 for a model whose price is not known. Dated snapshots
 * (`gpt-4o-mini-2024-07-18`) cost what their model costs.
 * @param name the model as configured, `provider:model`
 */
export function tokenCost(name: string, inputTokens: number, outputTokens: number): number {
  const { provider, model } = splitModelName(name);
  const key = `${provider}:${model.replace(/-\d{4}-\d{2}-\d{2}$/, '')}`;
  const price = Object.hasOwn(prices, key) ? prices[key] : undefined;
  return price ? (inputTokens * price.input + outputTokens * price.output) / 1e6 : 0;
}
