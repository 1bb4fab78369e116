import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listKeys } from '../../sql/keys.ts';
import { ensureStore } from '../../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { hashKey, readKeyKind } from '../access/key-format.ts';
import { makeReadKeys } from '../access/key-ring.ts';
import { runKeysCommand } from './keys-command.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await ensureStore(database.pool, 'shop', null);
});
afterAll(() => database.close());

/** As a second process would: while the first, this one, has the database open. */
async function run(...args: string[]) {
  const out = { stdout: '', stderr: '' };
  const { url, dataDir } = database.options;
  const status = await runKeysCommand(args, {
    environment: () => ({ databaseUrl: url, dataDir }),
    stdout: (text) => {
      out.stdout += text;
    },
    stderr: (text) => {
      out.stderr += text;
    },
  });
  return { status, ...out };
}

const publishable = ['create', '--publishable', '--origin', 'https://Shop.example/', '--store', 'shop'];

test('makes a publishable key, shows it once, and keeps its hash alone', async () => {
  const { status, stdout, stderr } = await run(...publishable, '--name', 'web', '--budget-usd', '0.25');
  expect([status, stderr]).toEqual([0, '']);
  const key = stdout.split('\n')[0] ?? '';
  expect(readKeyKind(key)).toBe('publishable');
  expect(stdout).toContain('shown this once');
  const row = (await listKeys(database.pool)).find(({ hash }) => hash.equals(hashKey(key)));
  expect(row).toMatchObject({
    kind: 'publishable',
    name: 'web',
    scopes: ['answer'],
    stores: ['shop'],
    origins: ['https://shop.example'],
    perMinute: 600,
    perDay: 50_000,
    budgetUsd: 0.25,
  });
  const { rows } = await database.pool.query('select access_keys::text as text from access_keys');
  expect(JSON.stringify(rows)).not.toContain(key.slice(3, 20));
  expect((await run('list')).stdout).not.toContain(key);
});

test('makes a secret key as JSON; several scopes and origins, none for no limit', async () => {
  const { status, stdout } = await run(
    'create',
    '--secret',
    '--scope',
    'admin,answer',
    '--per-minute',
    'none',
    '--json',
  );
  expect(status).toBe(0);
  const made = JSON.parse(stdout);
  expect(made).toMatchObject({
    kind: 'secret',
    scopes: ['answer', 'admin'],
    stores: null,
    perMinute: null,
    budgetUsd: null,
  });
  expect(readKeyKind(made.key)).toBe('secret');
  expect(made).not.toHaveProperty('hash');
  const listed = JSON.parse((await run('list', '--json')).stdout);
  expect(listed.map(({ keyId }: { keyId: string }) => keyId)).toContain(made.keyId);
  expect(JSON.stringify(listed)).not.toContain(made.key);
});

test('a key for a store that is not there yet is made, and that is said', async () => {
  const { status, stderr } = await run(...publishable, '--store', 'later');
  expect(status).toBe(0);
  expect(stderr).toContain('later (there: shop)');
});

test('a running service sees a key that was made, and refuses it soon after it was revoked', async () => {
  let now = 0;
  const readKeys = makeReadKeys({ load: () => listKeys(database.pool), now: () => now });
  const { stdout } = await run(...publishable, '--json');
  const { key, keyId } = JSON.parse(stdout);
  expect((await readKeys()).find(key)).toMatchObject({ keyId, revokedAt: null });
  const revoked = await run('revoke', keyId);
  expect([revoked.status, revoked.stdout]).toEqual([0, expect.stringContaining('within 5 seconds')]);
  now = 5_000;
  expect((await readKeys()).find(key)?.revokedAt).toBeInstanceOf(Date);
  expect((await run('revoke', key)).stdout).toContain('had been revoked before');
});

test('an unknown id is told, with what lists the ids', async () => {
  const { status, stderr } = await run('revoke', 'key_nope');
  expect(status).toBe(1);
  expect(stderr).toContain('npm run keys -- list');
});

describe('wrong usage', () => {
  test.each<[string[], RegExp]>([
    [[], /Usage/],
    [['create'], /--publishable .* --secret/],
    [['create', '--publishable', '--secret'], /expected one of/],
    [['create', '--publishable', '--store', 'shop'], /needs --origin/],
    [['create', '--publishable', '--origin', 'https://a.example'], /needs --store/],
    [
      ['create', '--publishable', '--origin', 'https://*.a.example', '--store', 'shop'],
      /without path or wildcard/,
    ],
    [['create', '--publishable', '--origin', 'https://a.example/chat', '--store', 'shop'], /without path/],
    [[...publishable, '--scope', 'admin'], /no --scope/],
    [['create', '--secret'], /needs --scope/],
    [['create', '--secret', '--scope', 'root'], /answer, ingest, admin, got "root"/],
    [['create', '--secret', '--scope', 'answer', '--origin', 'https://a.example'], /never stand in a page/],
    [[...publishable, '--per-minute', '0'], /whole number from 1/],
    [[...publishable, '--budget-usd', '-1'], /US dollars/],
    [[...publishable, '--name', 'a\u001b[2Jb'], /1 to 100 characters/],
    [[...publishable, '--store', 'no store'], /letters, digits/],
    [['revoke'], /missing required argument/],
    [['forget'], /unknown command/],
  ])('%j exits 2 and says what was expected', async (args, words) => {
    const { status, stdout, stderr } = await run(...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
  });
});
