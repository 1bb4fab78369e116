import { describe, expect, it } from 'vitest';
import { ModelUnavailable } from '../turns/model-unavailable.ts';
import { openChatModel } from './open-chat-model.ts';

async function refusal(...args: Parameters<typeof openChatModel>): Promise<string> {
  const error = await openChatModel(...args).then(
    () => expect.fail('expected an error'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ModelUnavailable);
  expect(error).toMatchObject({ retryable: false });
  return String(error);
}

describe('openChatModel', () => {
  it.each(['gpt-4o', 'openai:', ':x', ''])('says how a model is named for %j', async (name) => {
    expect(await refusal(name)).toContain(
      `expected "extractive" or "provider:model", such as openai:gpt-4.1-mini; found "${name}"`,
    );
  });

  it('names the providers when it does not know one', async () => {
    expect(await refusal('acme:large')).toMatch(/expected a provider among openai, .*; found "acme"/);
  });

  it('says which package a provider needs', async () => {
    expect(await refusal('anthropic:claude-x', { apiKey: 'k' })).toContain(
      'Run: npm install @langchain/anthropic',
    );
  });

  it('sends requests through a given fetch, and refuses one for providers that take none', async () => {
    const asked: string[] = [];
    const send: typeof fetch = async (input) => {
      asked.push(String(input));
      return Response.json({ error: { message: 'no' } }, { status: 404 });
    };
    const model = await openChatModel('openai:m', { baseUrl: 'http://127.0.0.1:9/v1', fetch: send });
    await expect(model.invoke('hello')).rejects.toThrow();
    expect(asked).toEqual(['http://127.0.0.1:9/v1/chat/completions']);
    expect(await refusal('anthropic:claude-x', { apiKey: 'k', fetch: send })).toContain(
      'cannot be recorded or replayed: expected a provider among openai, ollama; found "anthropic"',
    );
  });

  it('asks for the key of OpenAI, but not of another server that speaks its protocol', async () => {
    expect(await refusal('openai:gpt-4.1-mini', { apiKey: '' })).toMatch(
      /expected OPENAI_API_KEY, found it unset/,
    );
    await expect(
      openChatModel('openai:qwen3:8b', { baseUrl: 'http://127.0.0.1:9/v1' }),
    ).resolves.toBeDefined();
  });
});
