import { expect, test, vi } from 'vitest';
import { testKey } from './gate.fixture.ts';
import { collectKeys, makeReadKeys } from './key-ring.ts';

test('keys are read again beside the requests after two seconds, and waited for after five', async () => {
  let now = 0;
  const { row } = testKey('secret');
  const load = vi.fn(async () => [row]);
  const readKeys = makeReadKeys({ load, now: () => now });
  await Promise.all([readKeys(), readKeys()]);
  expect(load).toHaveBeenCalledTimes(1);
  now = 1_999;
  await readKeys();
  expect(load).toHaveBeenCalledTimes(1);
  now = 2_000;
  await readKeys();
  expect(load).toHaveBeenCalledTimes(2);
});

test('a revoked key is refused five seconds later at the latest, also when reading the keys hangs or fails', async () => {
  let now = 0;
  const { text, row } = testKey('secret');
  const load = vi.fn(async () => [row]);
  const readKeys = makeReadKeys({ load, now: () => now });
  expect((await readKeys()).find(text)?.revokedAt).toBeNull();
  load.mockRejectedValue(new Error('down'));
  now = 4_999;
  expect((await readKeys()).find(text)?.revokedAt).toBeNull();
  await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(2));
  now = 5_000;
  await expect(readKeys()).rejects.toThrow('down');
  load.mockResolvedValue([{ ...row, revokedAt: new Date() }]);
  expect((await readKeys()).find(text)?.revokedAt).not.toBeNull();
});

test('a key that was made just now is found when it is looked for; looking is bounded', async () => {
  let now = 0;
  const { row } = testKey('secret');
  const load = vi.fn(async () => [row]);
  const readKeys = makeReadKeys({ load, now: () => now });
  await readKeys();
  now = 499;
  await readKeys('newest');
  expect(load).toHaveBeenCalledTimes(1);
  const made = testKey('secret');
  load.mockResolvedValue([row, made.row]);
  now = 500;
  const found = await Promise.all(Array.from({ length: 9 }, () => readKeys('newest')));
  expect(found.every((keys) => keys.find(made.text) !== null)).toBe(true);
  expect(load).toHaveBeenCalledTimes(2);
});

test('origins are those of live keys alone, and a revoked key still counts as one that was made', () => {
  const revoked = testKey('publishable', { origins: ['https://old.example'], revokedAt: new Date() });
  const keys = collectKeys([testKey('publishable').row, revoked.row]);
  expect([keys.allowsOrigin('https://shop.example'), keys.allowsOrigin('https://old.example')]).toEqual([
    true,
    false,
  ]);
  expect(collectKeys([revoked.row]).any).toBe(true);
  expect(collectKeys([]).any).toBe(false);
});

test('until a first key is made, pages of this machine may call, and no others', () => {
  const none = collectKeys([]);
  for (const origin of [
    'http://localhost:3000',
    'https://shop.localhost',
    'http://127.0.0.1:5173',
    'http://[::1]:80',
  ]) {
    expect(none.allowsOrigin(URL.parse(origin)?.origin ?? ''), origin).toBe(true);
    expect(collectKeys([testKey('secret').row]).allowsOrigin(origin), origin).toBe(false);
  }
  for (const origin of [
    'null',
    'https://shop.example',
    'http://localhost.shop.example',
    'http://evil@localhost',
    'http://localhost:3000/x',
    'file://',
  ]) {
    expect(none.allowsOrigin(origin), origin).toBe(false);
  }
});
