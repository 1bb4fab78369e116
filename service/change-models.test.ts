import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { EmbeddingModel } from '../ingest/embedding/embedding-model.ts';
import type { EmbeddingModels } from '../ingest/embedding/embedding-models.ts';
import { openLocalEmbeddingModel } from '../ingest/embedding/local-embedding-model.ts';
import { numberedPages, publishPages } from '../ingest/run/testing/publish-pages.ts';
import { findStore } from '../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../sql/testing/open-test-database.ts';
import { findEmbedded } from '../sql/vectors.ts';
import { makeModelOfStore } from './answer/retrieve/model-of-store.ts';
import { retrieve } from './answer/retrieve/retrieve.ts';
import { questionTerms } from './answer/understand/question-terms.ts';
import { startModelChange } from './change-models.ts';

const local = openLocalEmbeddingModel();
const logger = { info: vi.fn(), warn: vi.fn() };
const PACE = { batch: 4, rest: 0, retryMs: 5 };

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  vi.clearAllMocks();
  await database.pool.query('delete from stores');
  for (const storeId of ['shop', 'else'])
    await publishPages(database.pool, storeId, local, numberedPages(10));
});

/** A model with vectors of another length than the local one's, so that the database refuses to compare the two. */
function nextModel({
  before = async () => {},
  ...given
}: Partial<EmbeddingModel> & { before?: () => Promise<void> } = {}) {
  const embeddings = Object.assign(Object.create(local.embeddings), {
    embedDocuments: async (texts: string[]) => {
      await before();
      return texts.map((text) => [text.length, 1, 0]);
    },
    embedQuery: async (text: string) => [text.length, 1, 0],
  });
  return { ...local, name: 'next', dimensions: 3, embeddings, ...given } satisfies EmbeddingModel;
}
const modelsOf = (next: EmbeddingModel, configured: EmbeddingModels['configured'] = async () => next) =>
  ({
    setting: 'next',
    configured,
    named: async (name) => (name === 'next' ? next : local),
  }) satisfies EmbeddingModels;
const start = (models: EmbeddingModels, more: { maxUsd?: number } = {}) =>
  startModelChange({ pool: database.pool, models, logger, pace: PACE, retryMs: 5, ...more });
const activeModel = async (storeId = 'shop') => (await findStore(database.pool, storeId))?.embeddingModel;

it('changes every store, one after the other, and says what it took', async () => {
  await start(modelsOf(nextModel())).done;
  expect([await activeModel('shop'), await activeModel('else')]).toEqual(['next', 'next']);
  expect(logger.info).toHaveBeenCalledWith(
    expect.objectContaining({ store: 'shop', from: local.name, to: 'next', embedded: 10, costUsd: 0 }),
    expect.any(String),
  );
  expect(logger.warn).not.toHaveBeenCalled();
});

it('lets questions be asked with the store’s own model until the last vector is there, and then with the new one', async () => {
  const models = modelsOf(
    nextModel({
      before: async () => {
        asked.push(await ask());
      },
    }),
  );
  const modelOfStore = makeModelOfStore({ models, logger });
  const asked: { model: string | undefined; cosines: number[] }[] = [];
  async function ask() {
    const store = await findStore(database.pool, 'shop');
    const model = store && (await modelOfStore(store));
    const { evidence } = await retrieve(
      { pool: database.pool, embeddingModel: model, logger },
      {
        storeId: 'shop',
        question: 'tent number 21',
        terms: questionTerms('tent number 21', 'en'),
        locale: 'en',
        limit: 10,
        documentIds: [],
      },
    );
    return { model: model?.name, cosines: evidence.map(({ cosine }) => cosine) };
  }
  await start(models).done;
  const during = asked.filter(({ model }) => model === local.name);
  expect(during.length).toBeGreaterThanOrEqual(3);
  const last = await ask();
  expect(last.model).toBe('next');
  // Every passage has a cosine at any time: never some of them alone.
  for (const { cosines } of [...during, last])
    expect(cosines.filter((cosine) => cosine > 0)).toHaveLength(10);
  expect(logger.warn).not.toHaveBeenCalled();
});

it('tells once that the new model cannot be used, leaves the stores as they are, and tries again', async () => {
  let tries = 0;
  const change = start(
    modelsOf(nextModel(), async () => {
      tries += 1;
      if (tries < 4) throw new Error('The key in OPENAI_API_KEY was refused');
      return nextModel();
    }),
  );
  await change.done;
  expect(tries).toBe(4);
  expect(logger.warn).toHaveBeenCalledOnce();
  expect(logger.warn).toHaveBeenCalledWith(
    expect.objectContaining({ reason: 'The key in OPENAI_API_KEY was refused' }),
    expect.any(String),
  );
  expect(await activeModel()).toBe('next');
});

it('leaves a change that costs too much to a person', async () => {
  await start(modelsOf(nextModel({ usdPerMillionTokens: 1_000 })), { maxUsd: 0.01 }).done;
  expect(await activeModel()).toBe(local.name);
  expect(logger.warn).toHaveBeenCalledWith(
    expect.objectContaining({ store: 'shop', embeddings: 10, maxUsd: 0.01 }),
    expect.stringContaining('npm run ingest'),
  );
});

it('keeps what is embedded when the service stops', async () => {
  const change = start(
    modelsOf(
      nextModel({
        before: async () => {
          batches += 1;
          if (batches === 2) void change.stop();
        },
      }),
    ),
  );
  let batches = 0;
  await change.done;
  expect(await activeModel()).toBe(local.name);
  const { rows } = await database.pool.query<{ hash: string }>('select embed_hash as hash from passages');
  const hashes = rows.map(({ hash }) => hash);
  const kept = await Promise.all(
    ['shop', 'else'].map((id) => findEmbedded(database.pool, id, 'next', hashes)),
  );
  expect(kept.map((set) => set.size).reduce((sum, size) => sum + size)).toBe(8);
  expect(logger.warn).not.toHaveBeenCalled();
});
