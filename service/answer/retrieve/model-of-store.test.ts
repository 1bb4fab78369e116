import { beforeEach, expect, it, vi } from 'vitest';
import type { EmbeddingModels } from '../../../ingest/embedding/embedding-models.ts';
import { openLocalEmbeddingModel } from '../../../ingest/embedding/local-embedding-model.ts';
import { makeModelOfStore } from './model-of-store.ts';

const local = openLocalEmbeddingModel();
const warn = vi.fn();
beforeEach(() => void warn.mockClear());

const modelOf = (named: EmbeddingModels['named'], patienceMs = 20) =>
  makeModelOfStore({
    models: { setting: 'local', configured: async () => local, named },
    logger: { warn },
    patienceMs,
  });
const store = (embeddingModel: string | null) => ({ storeId: 'heron', embeddingModel });

it('is the model of the store’s vectors, and the configured one for a store without any', async () => {
  const modelOfStore = modelOf(async (name) => ({ ...local, name }));
  expect((await modelOfStore(store('other')))?.name).toBe('other');
  expect(await modelOfStore(store(null))).toBe(local);
});

it('is none when it cannot be used, which is logged once for each reason', async () => {
  let reason = 'No answer';
  const modelOfStore = modelOf(() => (reason ? Promise.reject(new Error(reason)) : Promise.resolve(local)));
  expect(await modelOfStore(store('other'))).toBeNull();
  expect(await modelOfStore(store('other'))).toBeNull();
  expect(warn).toHaveBeenCalledOnce();
  reason = 'The key was refused';
  expect(await modelOfStore(store('other'))).toBeNull();
  expect(warn).toHaveBeenCalledTimes(2);
  reason = '';
  expect(await modelOfStore(store('other'))).toBe(local);
  reason = 'No answer';
  await modelOfStore(store('other'));
  expect(warn).toHaveBeenCalledTimes(3);
});

it('does not let a question wait for one that is long in opening', async () => {
  let open = () => {};
  const opening = new Promise<typeof local>((resolve) => {
    open = () => resolve(local);
  });
  const modelOfStore = modelOf(() => opening);
  expect(await modelOfStore(store('other'))).toBeNull();
  open();
  expect(await modelOfStore(store('other'))).toBe(local);
  expect(warn).not.toHaveBeenCalled();
});
