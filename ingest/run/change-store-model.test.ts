import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countUnembedded } from '../../sql/list-unembedded-passages.ts';
import { findStore } from '../../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { type EmbeddingModels, makeEmbeddingModels } from '../embedding/embedding-models.ts';
import { openLocalEmbeddingModel } from '../embedding/local-embedding-model.ts';
import { openOpenAIEmbeddingModel } from '../embedding/openai-embedding-model.ts';
import {
  type FakeEmbeddingServer,
  startFakeEmbeddingServer,
} from '../embedding/testing/fake-embedding-server.ts';
import { makeStoreModelChange } from './change-store-model.ts';
import { numberedPages, publishPages } from './testing/publish-pages.ts';

const DIMENSIONS = 12;
const REMOTE = `openai:house-model ${DIMENSIONS}`;
const local = openLocalEmbeddingModel();

let database: TestDatabase;
let server: FakeEmbeddingServer;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  server = await startFakeEmbeddingServer({ dimensions: DIMENSIONS });
  await database.pool.query('delete from stores');
  return () => server.close();
});

/** Models of a process whose `EMBEDDING_MODEL` is this, and whose server is asked once. */
const modelsOf = (embeddingModel: string): EmbeddingModels =>
  makeEmbeddingModels(
    { embeddingModel, openaiApiKey: 'sk-test-0123456789', openaiBaseUrl: server.url },
    {
      open: async (name, options) =>
        name === 'local'
          ? local
          : openOpenAIEmbeddingModel('house-model', { ...options, retries: 0, question: { retries: 0 } }),
    },
  );
let told: string[] = [];
const change = (embeddingModel: string, { dryRun = false } = {}) => {
  told = [];
  return makeStoreModelChange({
    pool: database.pool,
    models: modelsOf(embeddingModel),
    signal: new AbortController().signal,
    dryRun,
    progress: { update() {}, stop() {} },
    tell: (line) => told.push(line),
  });
};
const activeModel = async () => (await findStore(database.pool, 'shop'))?.embeddingModel;
const missing = (model: string) => countUnembedded(database.pool, 'shop', model);

describe('a run with another model configured', () => {
  it('makes the vectors of both for what it publishes, and the rest and the switch at its end', async () => {
    await publishPages(database.pool, 'shop', local, numberedPages(10));
    const run = change('openai:house-model');
    const model = await run.begin('shop');
    expect(model.name).toBe(local.name);
    server.texts.length = 0;
    await publishPages(database.pool, 'shop', model, { new: 'Something new.' });
    expect(server.texts).toEqual(['new\nAbout new\nSomething new.']);
    expect([await missing(local.name), await missing(REMOTE), await activeModel()]).toEqual([
      0,
      10,
      local.name,
    ]);
    expect(await run.finish('shop')).toBe(true);
    expect([await missing(REMOTE), await activeModel(), server.texts.length]).toEqual([0, REMOTE, 11]);
    expect(told).toEqual([
      expect.stringMatching(
        /^shop uses the embedding model openai:house-model 12 instead of local-\S+: 10 embeddings of \d+ tokens, price unknown, /,
      ),
    ]);
  });

  it('says in a dry run what the change would take, and changes nothing', async () => {
    await publishPages(database.pool, 'shop', local, numberedPages(4));
    const run = change('openai:house-model', { dryRun: true });
    expect((await run.begin('shop')).name).toBe(local.name);
    server.texts.length = 0;
    expect(await run.finish('shop')).toBe(true);
    expect(told).toEqual([
      expect.stringMatching(/^shop: embedding model local-\S+ → openai:house-model 12: 4 embeddings of/),
    ]);
    expect([server.texts, await activeModel(), await missing(REMOTE)]).toEqual([[], local.name, 4]);
  });

  it.each([401, 503])(
    'stays on the store’s model when the server answers %i, and says so',
    async (status) => {
      await publishPages(database.pool, 'shop', local, numberedPages(4));
      server.refuseWith = status;
      const run = change('openai:house-model');
      await publishPages(database.pool, 'shop', await run.begin('shop'), { new: 'Something new.' });
      expect(await run.finish('shop')).toBe(false);
      expect([await activeModel(), await missing(local.name)]).toEqual([local.name, 0]);
      expect(told[0]).toMatch(
        new RegExp(
          `^shop stays on the embedding model local-\\S+: .*${status === 401 ? 'OPENAI_API_KEY' : '503'}`,
        ),
      );
      expect(told.join()).not.toContain('sk-test');
      server.refuseWith = null;
      expect(await change('openai:house-model').finish('shop')).toBe(true);
      expect(await activeModel()).toBe(REMOTE);
    },
  );

  it('goes on with the store’s model when the other fails half-way', async () => {
    await publishPages(database.pool, 'shop', local, numberedPages(2));
    const run = change('openai:house-model');
    const model = await run.begin('shop');
    server.refuseWith = 400;
    await publishPages(database.pool, 'shop', model, { new: 'Something new.', newer: 'Something newer.' });
    expect([await missing(local.name), await missing(REMOTE)]).toEqual([0, 4]);
    expect(told).toHaveLength(1);
    server.refuseWith = null;
    expect(await run.finish('shop')).toBe(true);
    expect(await activeModel()).toBe(REMOTE);
  });

  it('changes first where the store’s model is gone, so that questions are searched by words no longer than needed', async () => {
    const first = change('openai:house-model');
    await publishPages(database.pool, 'shop', await first.begin('shop'), numberedPages(4));
    expect(await activeModel()).toBe(REMOTE);
    server.refuseWith = 404;
    const model = await change('local').begin('shop');
    expect(model.name).toBe(local.name);
    expect([await activeModel(), await missing(local.name)]).toEqual([local.name, 0]);
    expect(told[0]).toMatch(/cannot be used any more: .*does not have openai:house-model/);
    expect(told[1]).toMatch(/uses the embedding model local-.*4 embeddings of \d+ tokens, \$0/);
  });

  it('has no model at all when neither works', async () => {
    await publishPages(database.pool, 'shop', { ...local, name: 'local-of-old' }, numberedPages(1));
    server.refuseWith = 401;
    await expect(change('openai:house-model').begin('shop')).rejects.toThrow('OPENAI_API_KEY');
    expect(await activeModel()).toBe('local-of-old');
  });
});

it('takes the configured model for a new store, and has nothing to change after its first run', async () => {
  const run = change('openai:house-model');
  await publishPages(database.pool, 'shop', await run.begin('shop'), numberedPages(3));
  const asked = server.texts.length;
  expect(await run.finish('shop')).toBe(true);
  expect(await run.finish('nowhere')).toBe(true);
  expect([told, server.texts.length, await activeModel()]).toEqual([[], asked, REMOTE]);
});
