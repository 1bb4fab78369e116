import type { Usage } from '../answerer.ts';
import { tokenCost } from './price-table.ts';

export interface UsageMeter {
  /** The running total: one object, brought up to date in place. */
  readonly usage: Usage;
  /** Adds what one call has used, as the provider has billed it. */
  add(inputTokens: number, outputTokens: number): void;
}

/**
 * Adds up the tokens of all calls that an answer took, and their list price.
 * @param model the model as configured, `provider:model`
 */
export function makeUsageMeter(model: string): UsageMeter {
  const usage: Usage = { inputTokens: 0, outputTokens: 0, costUsd: 0 };
  return {
    usage,
    add(inputTokens, outputTokens) {
      usage.inputTokens += inputTokens;
      usage.outputTokens += outputTokens;
      usage.costUsd = tokenCost(model, usage.inputTokens, usage.outputTokens);
    },
  };
}
