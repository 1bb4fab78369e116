import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'aisle-start-'));
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

test('npm start refuses to serve other machines without a key, before it ingests anything', async () => {
  const { url } = database.options;
  const { promise, resolve } = Promise.withResolvers<{ code: unknown; stderr: string }>();
  const env = {
    PATH: process.env.PATH,
    HOST: '0.0.0.0',
    PORT: '0',
    SAMPLE_STORE_PORT: '0',
    AISLE_DATA: join(folder, 'data'),
    ...(url !== null && { DATABASE_URL: url }),
  };
  execFile(process.execPath, [main], { env, cwd: folder }, (error, _stdout, stderr) =>
    resolve({ code: error?.code ?? 0, stderr }),
  );
  const { code, stderr } = await promise;
  expect(code).toBe(2);
  expect(stderr).toContain('npm run keys -- create');
  expect(stderr).toContain('AISLE_OPEN=1');
  expect(stderr).not.toContain('Ingested');
});
