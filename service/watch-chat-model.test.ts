import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeOpenAiServer, startFakeOpenAiServer } from './answer/llm/fake-openai-server.ts';
import { makeChatModelWatch } from './watch-chat-model.ts';

const chatModel = 'openai:gpt-4.1-mini';
const key = 'sk-test-0123456789';
const signal = new AbortController().signal;

let server: FakeOpenAiServer;
const errors: string[] = [];
beforeEach(async () => {
  server = await startFakeOpenAiServer();
  errors.length = 0;
});
afterEach(() => server.close());

function makeWatch(given: { chatModel?: string; openaiBaseUrl?: string } = {}) {
  return makeChatModelWatch(
    { chatModel, openaiApiKey: key, openaiBaseUrl: `${server.url}/`, ...given },
    {
      error: (...said: unknown[]) => void errors.push(JSON.stringify(said)),
      debug: () => {},
    },
  );
}

describe('makeChatModelWatch', () => {
  it('knows nothing before it has asked, and that the key is taken once it has', async () => {
    const watch = makeWatch();
    expect(watch.describe()).toMatchObject({ ok: true, state: 'unknown' });
    await watch.ask(signal);
    expect(watch.describe()).toMatchObject({ ok: true, state: 'ok' });
    expect(server.calls.map(({ path, authorization }) => [path, authorization])).toEqual([
      ['/v1/models', `Bearer ${key}`],
    ]);
    expect(errors).toEqual([]);
  });

  it('logs one error when the key is refused, with what to do and without the key, and stays ok', async () => {
    server.become({ kind: 'unauthorized' });
    const watch = makeWatch();
    await watch.ask(signal);
    await watch.ask(signal);
    expect(watch.describe()).toMatchObject({ ok: true, state: 'refused' });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('OPENAI_API_KEY');
    expect(errors[0]).toContain('401');
    expect(errors.join('') + JSON.stringify(watch.describe())).not.toMatch(/sk-test|UPSTREAM|127\.0\.0\.1/);
  });

  it.each([{ kind: 'server-error' }, { kind: 'rate-limited' }] as const)(
    'knows no more where the server is %j',
    async (behaviour) => {
      server.become(behaviour);
      const watch = makeWatch();
      await watch.ask(signal);
      expect(watch.describe()).toMatchObject({ ok: true, state: 'unknown' });
      expect(errors).toEqual([]);
    },
  );

  it('knows no more of a key that may not list models: it may answer chats', async () => {
    const restricted = createServer((_, response) => response.writeHead(403).end('{}'));
    await new Promise<void>((resolve) => restricted.listen(0, '127.0.0.1', resolve));
    const { port } = restricted.address() as AddressInfo;
    try {
      const watch = makeWatch({ openaiBaseUrl: `http://127.0.0.1:${port}/v1` });
      await watch.ask(signal);
      expect(watch.describe()).toMatchObject({ state: 'unknown' });
      expect(errors).toEqual([]);
      watch.note('ok');
      expect(watch.describe()).toMatchObject({ state: 'ok' });
    } finally {
      restricted.close();
    }
  });

  it('knows no more where nobody answers, or the asking is ended', async () => {
    const gone = await startFakeOpenAiServer();
    await gone.close();
    const watch = makeWatch({ openaiBaseUrl: gone.url });
    await watch.ask(signal);
    await makeWatch().ask(AbortSignal.abort());
    expect(watch.describe()).toMatchObject({ ok: true, state: 'unknown' });
    expect(errors).toEqual([]);
  });

  it('believes what a request has shown more than the list of models', async () => {
    server.become({ kind: 'unauthorized' });
    const watch = makeWatch();
    watch.note('ok');
    await watch.ask(signal);
    expect(watch.describe()).toMatchObject({ state: 'ok' });
    watch.note('refused');
    expect(watch.describe()).toMatchObject({ state: 'refused' });
    expect(errors).toEqual([]);
  });

  it('asks no other provider, and has nothing to say of extractive answers', async () => {
    const other = makeWatch({ chatModel: 'anthropic:claude' });
    await other.ask(signal);
    expect(server.calls).toEqual([]);
    expect(other.describe()).toMatchObject({ state: 'unknown' });
    expect(makeWatch({ chatModel: 'extractive' }).describe()).toBeNull();
  });
});
