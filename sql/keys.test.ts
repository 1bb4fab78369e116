import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listKeys, type NewKey, noteKeysUsed, revokeKey, saveKey } from './keys.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const newKey = (changes: Partial<NewKey> = {}): NewKey => ({
  keyId: `key_${randomBytes(4).toString('hex')}`,
  kind: 'publishable',
  hash: randomBytes(32),
  name: null,
  scopes: ['answer'],
  stores: ['shop'],
  origins: ['https://shop.example'],
  perMinute: 600,
  perDay: null,
  budgetUsd: 0.5,
  ...changes,
});

test('a key comes back as it was kept, numbers as numbers, its hash as bytes', async () => {
  const key = newKey({ name: 'web "shop"' });
  const row = await saveKey(database.pool, key);
  expect(row).toMatchObject({ ...key, lastUsedAt: null, revokedAt: null, createdAt: expect.any(Date) });
  expect(await listKeys(database.pool)).toContainEqual(row);
});

test('revoking says whether the key was live, and keeps it', async () => {
  const { keyId } = await saveKey(database.pool, newKey());
  const first = await revokeKey(database.pool, keyId);
  expect(first).toMatchObject({ wasLive: true, key: { keyId, revokedAt: expect.any(Date) } });
  expect(await revokeKey(database.pool, keyId)).toEqual({ ...first, wasLive: false });
  expect(await revokeKey(database.pool, 'key_nope')).toBeNull();
  expect((await listKeys(database.pool)).map((key) => key.keyId)).toContain(keyId);
});

test('use is noted to the minute', async () => {
  const { keyId } = await saveKey(database.pool, newKey());
  const lastUse = async () =>
    (await listKeys(database.pool)).find((key) => key.keyId === keyId)?.lastUsedAt ?? null;
  expect(await lastUse()).toBeNull();
  await noteKeysUsed(database.pool, [keyId]);
  const first = await lastUse();
  expect(first).toBeInstanceOf(Date);
  await noteKeysUsed(database.pool, [keyId]);
  expect(await lastUse()).toEqual(first);
});

test.each<[string, Partial<NewKey>]>([
  ['a publishable key without an origin', { origins: [] }],
  ['a publishable key for all stores', { stores: null }],
  ['a publishable key that may do more than ask', { scopes: ['answer', 'admin'] }],
  ['a key without scopes', { kind: 'secret', scopes: [] }],
  ['a hash that is none', { hash: randomBytes(31) }],
  ['a budget of nothing', { budgetUsd: 0 }],
])('the database itself refuses %s', async (_name, changes) => {
  await expect(saveKey(database.pool, newKey(changes))).rejects.toThrow(/check constraint/);
});

test('no two keys have one hash', async () => {
  const hash = randomBytes(32);
  await saveKey(database.pool, newKey({ hash }));
  await expect(saveKey(database.pool, newKey({ hash }))).rejects.toThrow(/duplicate key/);
});
