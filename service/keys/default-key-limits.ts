import type { KeyLimits } from '../access/caller.ts';

/** What a new key is given that says nothing else. A publishable one can be copied by anybody, so it has a budget. */
export const DEFAULT_KEY_LIMITS = {
  publishable: { perMinute: 600, perDay: 50_000, budgetUsd: 50 },
  secret: { perMinute: 1_200, perDay: null, budgetUsd: null },
} as const satisfies Record<string, KeyLimits>;
