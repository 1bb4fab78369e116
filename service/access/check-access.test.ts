import { expect, test } from 'vitest';
import { UsageProblem } from '../../ingest/config/usage-problem.ts';
import { checkAccess } from './check-access.ts';
import { testGate, testKey } from './gate.fixture.ts';

test.each(['0.0.0.0', '::', '192.168.1.5', 'shop.example'])(
  'without a key the service does not start on %s, and says what to do',
  async (host) => {
    const refused = await checkAccess(testGate([]), host).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UsageProblem);
    for (const words of [host, 'npm run keys -- create', 'HOST=127.0.0.1', 'AISLE_OPEN=1'])
      expect(String(refused)).toContain(words);
  },
);

test('on loopback it starts, and says that this machine alone is served', async () => {
  expect((await checkAccess(testGate([]), '127.0.0.1')).said).toContain('this machine alone');
});

test('it starts anywhere with a key, or when everybody may ask', async () => {
  expect((await checkAccess(testGate([testKey('secret')]), '0.0.0.0')).said).toBe('Keys are asked for.');
  expect((await checkAccess(testGate([], { openToAll: true }), '0.0.0.0')).said).toContain('AISLE_OPEN=1');
});

test('a PAGE_KEY that will not work is told', async () => {
  const live = testKey('publishable');
  const gone = testKey('publishable', { revokedAt: new Date() });
  const warnings = async (pageKey: string) =>
    (await checkAccess(testGate([live, gone], { pageKey }), '127.0.0.1')).warnings.join();
  expect(await warnings(live.text)).toBe('');
  expect(await warnings(gone.text)).toContain('has been revoked');
  expect(await warnings(testKey('publishable').text)).toContain('is no key of this service');
});
