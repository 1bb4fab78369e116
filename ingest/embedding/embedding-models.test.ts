import { expect, test } from 'vitest';
import type { EmbeddingModel } from './embedding-model.ts';
import { makeEmbeddingModels } from './embedding-models.ts';
import { openLocalEmbeddingModel } from './local-embedding-model.ts';

const local = openLocalEmbeddingModel();
const environment = {
  embeddingModel: 'openai:house-model',
  openaiApiKey: null,
  openaiBaseUrl: 'http://127.0.0.1:9/v1',
};

/** What opens models, and what it was asked for; the house model's vectors have `dimensions` numbers. */
function opener(dimensions = 8) {
  const opened: string[] = [];
  const open = async (name: string): Promise<EmbeddingModel> => {
    opened.push(name);
    if (name === 'local') return local;
    if (dimensions === 0) throw new Error('No answer');
    return { ...local, name: `${name} ${dimensions}`, dimensions };
  };
  return { opened, open };
}

test('a setting that is missing is told at once, without asking any server', () => {
  const { open, opened } = opener();
  const wrong = { ...environment, embeddingModel: 'openai:text-embedding-3-small', openaiBaseUrl: null };
  expect(() => makeEmbeddingModels(wrong, { open })).toThrow(/OPENAI_API_KEY.*not set/);
  expect(opened).toEqual([]);
});

test('each model is opened once, when it is first asked for, by its setting or by its vectors’ name', async () => {
  const { open, opened } = opener();
  const models = makeEmbeddingModels(environment, { open });
  expect(opened).toEqual([]);
  const [one, two] = await Promise.all([models.configured(), models.named('openai:house-model 8')]);
  expect(two).toBe(one);
  expect((await models.named(local.name)).name).toBe(local.name);
  await models.named(local.name);
  expect(opened).toEqual(['openai:house-model', 'local']);
});

test.each(['local-1-00000000', 'openai:house-model 9'])(
  'vectors that the model does not make any more are refused: %s',
  async (name) => {
    const { open } = opener();
    await expect(makeEmbeddingModels(environment, { open }).named(name)).rejects.toThrow(
      new RegExp(`vectors of ${name}; what can be opened now is .*not comparable`),
    );
  },
);

test('vectors of an earlier version that can still be made are searched by that', async () => {
  const models = makeEmbeddingModels({ ...environment, embeddingModel: 'local' }, opener());
  const [former] = local.former ?? [];
  const model = await models.named(former?.name ?? '');
  expect(model).toBe(former);
  expect(model.languages).toEqual(['en']);
  expect((await models.configured()).name).toBe(local.name);
});

test('a model that cannot be opened is left alone for half a minute, then tried again', async () => {
  const { open, opened } = opener(0);
  let now = 0;
  const models = makeEmbeddingModels(environment, { open, now: () => now });
  for (const at of [0, 1_000, 29_000]) {
    now = at;
    await expect(models.configured()).rejects.toThrow('No answer');
  }
  expect(opened).toHaveLength(1);
  now = 31_000;
  await expect(models.configured()).rejects.toThrow('No answer');
  expect(opened).toHaveLength(2);
});
