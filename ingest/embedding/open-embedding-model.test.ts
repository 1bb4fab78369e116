import { expect, test } from 'vitest';
import { openEmbeddingModel } from './open-embedding-model.ts';

test('a name that is not accepted is refused with those that are', async () => {
  for (const name of ['', 'Local', 'cohere:embed-4', 'openai:', 'openai:a b']) {
    await expect(openEmbeddingModel(name)).rejects.toThrow(
      /Expected EMBEDDING_MODEL to be local, or openai:.*openai:text-embedding-3-small.*got "/,
    );
  }
});

test('local opens the table', async () => {
  expect((await openEmbeddingModel('local')).name).toMatch(/^local-/);
});

test('the name of a model that OpenAI does not have needs a server', async () => {
  await expect(openEmbeddingModel('openai:house-model', { apiKey: 'sk-test-0123456789' })).rejects.toThrow(
    'OPENAI_BASE_URL',
  );
});

test('the name of an OpenAI model needs a key', async () => {
  await expect(openEmbeddingModel('openai:text-embedding-3-small')).rejects.toThrow(
    /OPENAI_API_KEY.*not set/,
  );
});

test.each(['localhost', 'localhost:11434/v1', 'ftp://127.0.0.1/v1'])(
  'a base URL that is none of a web server is refused: %s',
  async (baseUrl) => {
    await expect(openEmbeddingModel('openai:house-model', { baseUrl })).rejects.toThrow(
      `Expected OPENAI_BASE_URL to be a URL such as http://127.0.0.1:11434/v1, got "${baseUrl}"`,
    );
  },
);
