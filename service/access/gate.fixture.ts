import { makeCounters } from '../limits/counters.ts';
import type { AccessKey } from './access-key.ts';
import type { Gate } from './gate.ts';
import { hashKey, type KeyKind, makeKey } from './key-format.ts';
import { collectKeys } from './key-ring.ts';

export const SHOP = 'https://shop.example';

/** A key of the store `sample`, with its text. */
export function testKey(kind: KeyKind, changes: Partial<AccessKey> = {}): { text: string; row: AccessKey } {
  const text = makeKey(kind);
  const row: AccessKey = {
    keyId: `key_${text.slice(3, 9)}`,
    kind,
    hash: hashKey(text),
    scopes: ['answer'],
    stores: ['sample'],
    origins: kind === 'publishable' ? [SHOP] : [],
    perMinute: null,
    perDay: null,
    budgetUsd: null,
    revokedAt: null,
    ...changes,
  };
  return { text, row };
}

/** A gate over keys that are given, limits off. */
export function testGate(keys: { row: AccessKey }[], changes: Partial<Gate> = {}): Gate {
  const rows = keys.map(({ row }) => row);
  return {
    readKeys: async () => collectKeys(rows),
    pageKey: null,
    openToAll: false,
    noteUsed: () => {},
    counters: makeCounters(null),
    addressLimits: { perMinute: null, perDay: null, budgetUsd: null },
    trustProxy: 0,
    ...changes,
  };
}
