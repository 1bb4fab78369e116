import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AisleConfig } from '../ingest/config/load-config.ts';
import { openLocalEmbeddingModel } from '../ingest/embedding/local-embedding-model.ts';
import { startFakeEmbeddingServer } from '../ingest/embedding/testing/fake-embedding-server.ts';
import { readEnvironment } from '../ingest/environment.ts';
import { numberedPages, publishPages } from '../ingest/run/testing/publish-pages.ts';
import { findStore, listStores } from '../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../sql/testing/open-test-database.ts';
import { startFakeOpenAiServer } from './answer/llm/fake-openai-server.ts';
import { openRuntime, type RuntimeOptions } from './open-runtime.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const config = (...ids: string[]): AisleConfig => ({
  file: 'aisle.yaml',
  folder: '/',
  stores: ids.map(
    (id) => ({ id, name: `The ${id}`, sources: [] }) as unknown as AisleConfig['stores'][number],
  ),
});
const open = (
  given: AisleConfig,
  variables: Record<string, string> = {},
  more: Partial<RuntimeOptions> = {},
) =>
  openRuntime({
    environment: {
      ...readEnvironment({ AISLE_DATA: database.options.dataDir, ...variables }),
      databaseUrl: database.options.url,
    },
    config: given,
    logger: pino({ level: 'silent' }),
    progress: null,
    command: 'npm test',
    whenHeld: 'join',
    ...more,
  });

describe('openRuntime', () => {
  it('makes the configured stores, and takes the only one for the default', async () => {
    const runtime = await open(config('heron'));
    try {
      expect(runtime.defaultStore).toBe('heron');
      expect(runtime.sampleUrl).toBeNull();
      expect(runtime.info).toMatchObject({
        chatModel: 'extractive',
        database: expect.stringContaining(database.kind),
      });
      expect((await runtime.deps.checkReady()).ok).toBe(true);
      expect((await listStores(database.pool)).map(({ name }) => name)).toEqual(['The heron']);
    } finally {
      await runtime.close();
    }
  });

  it('takes none for the default where there are several', async () => {
    const runtime = await open(config('heron', 'owl'));
    expect(runtime.defaultStore).toBeUndefined();
    expect((await runtime.deps.listStores()).map(({ id }) => id)).toEqual(['heron', 'owl']);
    await runtime.close();
    await runtime.close();
  });

  it('closes what it has opened when a model cannot be, and says which setting is missing', async () => {
    await expect(open(config('heron'), { CHAT_MODEL: 'openai:gpt-5-mini' })).rejects.toThrow(
      'OPENAI_API_KEY',
    );
    const runtime = await open(config('heron'));
    await runtime.close();
  });
});

describe('openRuntime with a chat model', () => {
  const variables = (url: string) => ({
    CHAT_MODEL: 'openai:gpt-4.1-mini',
    OPENAI_API_KEY: 'sk-test-0123456789',
    OPENAI_BASE_URL: url,
  });

  it('says at start that the key is refused, and is ready all the same', async () => {
    const server = await startFakeOpenAiServer({ kind: 'unauthorized' });
    const logged: string[] = [];
    const logger = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
    try {
      const runtime = await open(config('heron'), variables(server.url), { runsOn: true, logger });
      const { checkReady } = runtime.deps;
      await vi.waitFor(async () => expect((await checkReady()).checks.chatModel?.state).toBe('refused'));
      expect((await checkReady()).ok).toBe(true);
      await runtime.close();
      expect(logged.filter((line) => line.includes('OPENAI_API_KEY'))).toHaveLength(1);
      expect(logged.join('')).not.toContain('sk-test');
    } finally {
      await server.close();
    }
  });

  it('asks nobody when it does not run on, nor with extractive answers', async () => {
    const server = await startFakeOpenAiServer();
    try {
      const once = await open(config('heron'), variables(server.url));
      expect((await once.deps.checkReady()).checks.chatModel?.state).toBe('unknown');
      await once.close();
      const extractive = await open(
        config('heron'),
        { ...variables(server.url), CHAT_MODEL: 'extractive' },
        { runsOn: true },
      );
      expect((await extractive.deps.checkReady()).checks).not.toHaveProperty('chatModel');
      await extractive.close();
      expect(server.calls).toEqual([]);
    } finally {
      await server.close();
    }
  });
});

describe('openRuntime with another embedding model configured', () => {
  const local = openLocalEmbeddingModel();
  const remote = 'openai:house-model 12';
  const ask = { question: 'What does page 3 say of a tent?', store: 'shop' };
  const activeModel = async () => (await findStore(database.pool, 'shop'))?.embeddingModel;

  it('answers whether or not the model works, and changes the store to it once it does', async () => {
    await publishPages(database.pool, 'shop', local, numberedPages(10));
    const server = await startFakeEmbeddingServer({ dimensions: 12 });
    const variables = {
      EMBEDDING_MODEL: 'openai:house-model',
      OPENAI_BASE_URL: server.url,
      OPENAI_API_KEY: 'sk-test-0123456789',
    };
    try {
      server.refuseWith = 401;
      const refused = await open(config('shop'), variables, { runsOn: true });
      const { citations } = await refused.deps.answer(ask, { signal: new AbortController().signal });
      expect(citations[0]?.title).toBe('page-3');
      expect((await refused.deps.checkReady()).checks.model).toMatchObject({ ok: true });
      await refused.close();
      expect(await activeModel()).toBe(local.name);

      server.refuseWith = null;
      const working = await open(config('shop'), variables, { runsOn: true });
      await vi.waitFor(async () => expect(await activeModel()).toBe(remote), { timeout: 60_000 });
      server.texts.length = 0;
      await working.deps.answer(ask, { signal: new AbortController().signal });
      expect(server.texts).toEqual([ask.question]);
      expect((await working.deps.checkReady()).checks.model?.detail).toContain(remote);
      await working.close();

      // The store's own model goes away: words alone, and no error.
      server.refuseWith = 503;
      const down = await open(config('shop'), variables, { runsOn: true });
      const again = await down.deps.answer(ask, { signal: new AbortController().signal });
      expect(again.citations[0]?.title).toBe('page-3');
      await down.close();
    } finally {
      await server.close();
    }
  });

  it('changes nothing by itself for what does not run on, and does without no model that the store uses', async () => {
    await database.pool.query(`update stores set embedding_model = 'local-of-old' where store_id = 'shop'`);
    await expect(open(config('shop'))).rejects.toThrow('local-of-old');
    await database.pool.query(`update stores set embedding_model = $1 where store_id = 'shop'`, [local.name]);
    const server = await startFakeEmbeddingServer({ dimensions: 12 });
    const runtime = await open(config('shop'), {
      EMBEDDING_MODEL: 'openai:house-model',
      OPENAI_BASE_URL: server.url,
    });
    expect(runtime.info.embeddingModel).toContain(local.name);
    await runtime.close();
    await server.close();
    expect(await activeModel()).toBe(local.name);
  });
});
