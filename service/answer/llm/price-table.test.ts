import { expect, it } from 'vitest';
import { tokenCost } from './price-table.ts';

it('knows prices by model, dated snapshots included, and 0 for what it does not know', () => {
  expect(tokenCost('openai:gpt-4o-mini', 1e6, 1e6)).toBeCloseTo(0.75);
  expect(tokenCost('openai:gpt-4o-mini-2024-07-18', 1e6, 0)).toBeCloseTo(0.15);
  expect(tokenCost('openai:toString', 1e6, 0)).toBe(0);
  expect(tokenCost('ollama:gpt-4o', 1e6, 0)).toBe(0);
});
