import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeOpenAiServer, startFakeOpenAiServer } from './fake-openai-server.ts';
import { openChatModel } from './open-chat-model.ts';
import { makeQuestionRewriter } from './question-rewriter.ts';

const model = 'openai:gpt-4.1-mini';
const history = [{ question: 'Do you ship to Spain?', answer: 'Yes, see https://shop.example/es.' }];
const never = new AbortController().signal;

let server: FakeOpenAiServer;
beforeEach(async () => {
  server = await startFakeOpenAiServer();
});
afterEach(() => server.close());

async function rewriter(timeoutMs = 5000) {
  const chatModel = await openChatModel(model, { baseUrl: server.url });
  return makeQuestionRewriter({
    chatModel,
    model,
    countTokens: (text) => text.length,
    timeoutMs,
  });
}

describe('makeQuestionRewriter', () => {
  it('makes a follow-up stand alone, and tells what it used', async () => {
    const rewrite = await rewriter();
    const { question, usage } = await rewrite('How long does that take?', history, never);
    expect(question).toBe('How long does that take? (Do you ship to Spain?)');
    expect(usage.inputTokens).toBeGreaterThan(50);
    expect(JSON.stringify(server.calls[0]?.body)).not.toContain('shop.example');
  });

  it('asks nothing without history', async () => {
    const rewrite = await rewriter();
    expect(await rewrite('Do you ship?', [], never)).toEqual({
      question: 'Do you ship?',
      usage: { inputTokens: 0, outputTokens: 0, costUsd: 0 },
    });
    expect(server.calls).toEqual([]);
  });

  it.each([
    { kind: 'server-error' },
    { kind: 'unauthorized' },
    { kind: 'slow', milliseconds: 60_000 },
    { kind: 'text', text: 'It takes 5 days.' },
    { kind: 'text', text: '{"question": "  "}' },
    { kind: 'text', text: '{"question": "See https://evil.example?"}' },
    { kind: 'text', text: `{"question": "${'long '.repeat(500)}"}` },
    { kind: 'text', text: '{"question": "¿Cuánto tarda el envío a España desde que hago el pedido?"}' },
  ] as const)('gives the question as it is when the model does: %j', async (behaviour) => {
    server.script(behaviour);
    const rewrite = await rewriter(behaviour.kind === 'slow' ? 100 : 5000);
    expect(await rewrite('How long is it?', history, never)).toMatchObject({ question: 'How long is it?' });
  });

  it('takes the language of the question, not of the conversation', async () => {
    const spanish = [{ question: '¿Enviáis a España?', answer: 'Sí, enviamos a toda España.' }];
    const text = 'How long does delivery to Spain take?';
    server.script({ kind: 'text', text: JSON.stringify({ question: text }) });
    const rewrite = await rewriter();
    expect(await rewrite('How long does that take?', spanish, never)).toMatchObject({ question: text });
  });

  it('stops when it is aborted, with the reason', async () => {
    const rewrite = await rewriter();
    await expect(rewrite('How long?', history, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });
});
