import type { KeyRow } from '../../sql/keys.ts';
import type { Caller, Scope } from './caller.ts';

/** A key as the service uses it. */
export type AccessKey = Omit<KeyRow, 'name' | 'createdAt' | 'lastUsedAt'>;

/** Every scope there is. */
export const SCOPES = ['answer', 'ingest', 'admin'] as const satisfies readonly Scope[];

/** Who a key speaks for. */
export function callerOf({ keyId, kind, stores, scopes, perMinute, perDay, budgetUsd }: AccessKey): Caller {
  return {
    keyId,
    kind,
    stores,
    scopes: SCOPES.filter((scope) => scopes.includes(scope)),
    limits: { perMinute, perDay, budgetUsd },
  };
}
