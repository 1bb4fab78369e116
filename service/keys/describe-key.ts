import type { KeyRow } from '../../sql/keys.ts';

/** What may be told of a key, to people and as JSON: all but its hash. Pure. */
export function keyFacts({ hash: _, ...facts }: KeyRow) {
  return {
    ...facts,
    createdAt: facts.createdAt.toISOString(),
    lastUsedAt: facts.lastUsedAt?.toISOString() ?? null,
    revokedAt: facts.revokedAt?.toISOString() ?? null,
  };
}

/** A key in a few lines. Pure. */
export function describeKey(key: KeyRow): string {
  const facts: [string, string][] = [
    ['may', key.scopes.join(', ')],
    ['stores', key.stores?.join(', ') ?? 'all'],
    ...(key.kind === 'publishable' ? [['origins', key.origins.join(', ')] as [string, string]] : []),
    ['limits', describeLimits(key)],
    ['made', day(key.createdAt)],
    ['last used', key.lastUsedAt === null ? 'never' : minute(key.lastUsedAt)],
    ...(key.revokedAt === null ? [] : [['revoked', minute(key.revokedAt)] as [string, string]]),
  ];
  const title = `${key.keyId}  ${key.kind}${key.revokedAt === null ? '' : ', revoked'}${key.name === null ? '' : `  "${key.name}"`}`;
  return [title, ...facts.map(([name, value]) => `  ${name.padEnd(10)}${value}`)].join('\n');
}

function describeLimits({ perMinute, perDay, budgetUsd }: KeyRow): string {
  const limits = [
    perMinute === null ? [] : [`${perMinute} requests a minute`],
    perDay === null ? [] : [`${perDay} questions a day`],
    budgetUsd === null ? [] : [`$${budgetUsd} a day`],
  ].flat();
  return limits.length === 0 ? 'none' : limits.join(', ');
}

const day = (date: Date): string => date.toISOString().slice(0, 10);
const minute = (date: Date): string => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
