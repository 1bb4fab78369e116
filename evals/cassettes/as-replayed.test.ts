import { expect, it } from 'vitest';
import { readEnvironment } from '../../ingest/environment.ts';
import { asReplayed } from './as-replayed.ts';

const settings = (variables: Record<string, string>) => {
  const { openaiApiKey, openaiBaseUrl } = asReplayed(readEnvironment(variables));
  return [openaiApiKey, openaiBaseUrl];
};

it('fills in what only a call that is sent needs, and leaves what is set', () => {
  const own = { OPENAI_API_KEY: 'sk-x', OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' };
  expect(settings({ CHAT_MODEL: 'openai:gpt-4.1', ...own })).toEqual(['sk-x', 'http://127.0.0.1:1/v1']);
  expect(settings({ CHAT_MODEL: 'openai:gpt-4.1' })).toEqual(['none', null]);
});

it('gives an address to an embedding model that OpenAI does not have, and none to one of its own', () => {
  expect(settings({ EMBEDDING_MODEL: 'openai:text-embedding-3-small' })).toEqual(['none', null]);
  expect(settings({ EMBEDDING_MODEL: 'openai:nomic-embed' })[1]).toMatch(/^http:.*\/v1$/u);
});
