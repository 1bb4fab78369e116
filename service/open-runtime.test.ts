import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AisleConfig } from '../ingest/config/load-config.ts';
import { readEnvironment } from '../ingest/environment.ts';
import { listStores } from '../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../sql/testing/open-test-database.ts';
import { openRuntime } from './open-runtime.ts';

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
const open = (given: AisleConfig, variables: Record<string, string> = {}) =>
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
