import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readEnvironment } from '../ingest/environment.ts';
import { listDocuments } from '../sql/list-documents.ts';
import { removeDocuments } from '../sql/publish-document.ts';
import { openTestDatabase, type TestDatabase } from '../sql/testing/open-test-database.ts';
import { provideSampleStore } from './provide-sample-store.ts';
import { SAMPLE_SOURCE, SAMPLE_STORE } from './sample-store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function provide(port: number, staysUp = true) {
  const { url, dataDir } = database.options;
  const environment = {
    ...readEnvironment({ AISLE_DATA: dataDir, SAMPLE_STORE_PORT: String(port) }),
    databaseUrl: url,
  };
  const provided = await provideSampleStore({ database, environment, showProgress: false, staysUp });
  closers.push(() => provided.close());
  return provided;
}

async function runs(): Promise<number> {
  return (await database.pool.query('select count(*)::int as n from runs')).rows[0]?.n;
}

/** Something else that listens, and answers every request with that status. */
async function holdPort(status: number, port = 0): Promise<number> {
  const server = createServer((_, response) => response.writeHead(status).end());
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(resolve)));
  return (server.address() as AddressInfo).port;
}

it('says so when its port is taken, and ingests nothing', async () => {
  const port = await holdPort(404);
  await expect(provide(port)).rejects.toThrow(new RegExp(`${port}[\\s\\S]*SAMPLE_STORE_PORT`));
  expect(await runs()).toBe(0);
});

it('ingests once, serves the pages that it cites, and is joined by another', {
  timeout: 120_000,
}, async () => {
  const first = await provide(0);
  const port = Number(new URL(first.server?.url ?? '').port);
  const documents = await listDocuments(database.pool, SAMPLE_STORE, SAMPLE_SOURCE);
  expect(documents.length).toBeGreaterThan(50);
  expect(await runs()).toBe(1);
  for (const { url } of documents.slice(0, 3)) expect((await fetch(url)).status).toBe(200);

  const joined = await provide(port);
  expect(joined.server).toBeNull();
  await first.close();
  closers.length = 0;

  const again = await provide(port);
  expect(again.server?.url).toBe(first.server?.url);
  expect(await runs()).toBe(1);
  await again.close();
  closers.length = 0;

  // Another version of Aisle, with other pages.
  const [{ documentId } = expect.unreachable('no documents')] = documents;
  await removeDocuments(database.pool, SAMPLE_STORE, [documentId]);
  await database.pool.query("update runs set settings_hash = 'of other pages'");
  const newer = await provide(port);
  expect(await runs()).toBe(2);
  expect((await listDocuments(database.pool, SAMPLE_STORE, SAMPLE_SOURCE)).length).toBe(documents.length);
  await newer.close();
  await (await provide(port)).close();
  expect(await runs()).toBe(2);
  closers.length = 0;

  // Its pages are known, but what holds their port does not have them.
  await holdPort(404, port);
  await expect(provide(port)).rejects.toThrow(String(port));
  // Nobody is there to open them either, and what was ingested is enough.
  expect((await provide(port, false)).server).toBeNull();
  expect(await runs()).toBe(2);
});
