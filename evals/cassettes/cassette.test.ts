import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeOpenAiServer, startFakeOpenAiServer } from '../../service/answer/llm/fake-openai-server.ts';
import { startFakeRerankServer } from '../../service/answer/rerank-endpoint/fake-rerank-server.ts';
import { inCase } from './case-scope.ts';
import type { Cassette } from './cassette.ts';
import { recordCalls } from './record-calls.ts';
import { replayCalls } from './replay-calls.ts';

const KEY = 'sk-a-key-that-must-not-be-kept';

let folder = '';
let server: FakeOpenAiServer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aisle-cassette-'));
  server = await startFakeOpenAiServer({ kind: 'text', text: 'one' });
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const record = () => recordCalls(folder, { secrets: [KEY] });

async function ask(cassette: Cassette, content: string, more: object = {}): Promise<string> {
  const response = await cassette.fetch(`${server.url}/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model: 'm', messages: [{ role: 'user', content }], ...more }),
  });
  const text = await response.text();
  if (!response.ok) return String(response.status);
  return text.startsWith('data:') ? text : JSON.parse(text).choices[0].message.content;
}

/** What a second run with the same calls reads, with the server gone. */
async function replayed<T>(work: (cassette: Cassette) => Promise<T>): Promise<T> {
  await server.close();
  try {
    return await work(await replayCalls(folder));
  } finally {
    server = await startFakeOpenAiServer();
  }
}

describe('a cassette', () => {
  it('answers without a server what was recorded, whatever the order of keys, the host and the headers', async () => {
    const cassette = await record();
    expect(await ask(cassette, 'hello', { seed: 1, top_p: 1 })).toBe('one');
    expect(await cassette.finish()).toEqual({ replayed: 0, recorded: 1, unanswered: 0, unused: [] });
    const answer = await replayed(async (replaying) => {
      const response = await replaying.fetch('https://other.example/api/v1/chat/completions', {
        method: 'POST',
        body: JSON.stringify({
          top_p: 1,
          seed: 1,
          messages: [{ content: 'hello', role: 'user' }],
          model: 'm',
        }),
      });
      expect(replaying.stale()).toEqual([]);
      return response.json();
    });
    expect(answer.choices[0].message.content).toBe('one');
  });

  it('replays a stream event by event, whole even where the recording run left in the middle', async () => {
    server.become({ kind: 'text', text: 'a text that is longer than a few chunks' });
    const cassette = await record();
    const left = await cassette.fetch(`${server.url}/chat/completions`, {
      method: 'POST',
      body: JSON.stringify({ model: 'm', stream: true, messages: [] }),
    });
    const reader = left.body?.getReader();
    const first = await reader?.read();
    await reader?.cancel();
    await cassette.finish();
    await replayed(async (replaying) => {
      const response = await replaying.fetch('http://h/v1/chat/completions', {
        method: 'POST',
        body: JSON.stringify({ model: 'm', stream: true, messages: [] }),
      });
      const pieces: string[] = [];
      for await (const piece of response.body ?? []) pieces.push(Buffer.from(piece).toString());
      expect(pieces[0]).toBe(Buffer.from(first?.value ?? []).toString());
      expect(pieces.length).toBeGreaterThan(6);
      expect(pieces.every((piece) => piece.startsWith('data: ') && piece.endsWith('\n\n'))).toBe(true);
      expect(pieces.at(-1)).toBe('data: [DONE]\n\n');
    });
  });

  it('gives each case its own answers to the same call, in order, though cases run at the same time', async () => {
    const cassette = await record();
    const answers = ['a1', 'a2', 'b1', 'b2'];
    for (const text of answers) {
      server.become({ kind: 'text', text });
      await inCase(`s/${text[0]}`, () => ask(cassette, 'same'));
    }
    await cassette.finish();
    expect(await readdir(folder)).toHaveLength(1);
    await replayed(async (replaying) => {
      const twice = (name: string) =>
        inCase(name, async () => [await ask(replaying, 'same'), await ask(replaying, 'same')]);
      expect(await Promise.all([twice('s/b'), twice('s/a')])).toEqual([
        ['b1', 'b2'],
        ['a1', 'a2'],
      ]);
      // A case under a new name takes what there is; one that asks more often than any was recorded is stale.
      expect(await twice('s/new')).toEqual(['a1', 'a2']);
      expect(replaying.stale()).toEqual([]);
      expect(await inCase('s/a', () => ask(replaying, 'same'))).toBe('404');
      expect(replaying.stale()).toMatchObject([{ case: 's/a', recorded: 2 }]);
    });
  });

  it('keeps a rate limit only when no try came after it', async () => {
    const cassette = await record();
    server.script({ kind: 'rate-limited' }, { kind: 'server-error' });
    await inCase('s/retried', async () => {
      expect(await ask(cassette, 'x')).toBe('429');
      expect(await ask(cassette, 'x')).toBe('500');
      expect(await ask(cassette, 'x')).toBe('one');
    });
    server.script({ kind: 'rate-limited' }, { kind: 'rate-limited' });
    await inCase('s/limited', async () => {
      expect(await ask(cassette, 'y')).toBe('429');
      expect(await ask(cassette, 'y')).toBe('429');
    });
    expect(await cassette.finish()).toMatchObject({ recorded: 2, unanswered: 0 });
    await replayed(async (replaying) => {
      expect(await inCase('s/retried', () => ask(replaying, 'x'))).toBe('one');
      const tries = await inCase('s/limited', async () => [
        await ask(replaying, 'y'),
        await ask(replaying, 'y'),
      ]);
      expect(tries).toEqual(['429', '429']);
      expect(replaying.stale()).toEqual([]);
    });
  });

  it('does not keep a refused key or a lost connection, and says how many calls that leaves out', async () => {
    const cassette = await record();
    server.script({ kind: 'unauthorized' });
    expect(await ask(cassette, 'x')).toBe('401');
    await server.close();
    await expect(ask(cassette, 'y')).rejects.toThrow();
    expect(await cassette.finish()).toMatchObject({ recorded: 0, unanswered: 2 });
    expect(await readdir(folder)).toEqual([]);
    server = await startFakeOpenAiServer();
  });

  it('adds what is missing to a folder without asking again what is in it, and names what it did not use', async () => {
    const before = await record();
    await ask(before, 'kept');
    await ask(before, 'dropped');
    await before.finish();
    const after = await record();
    await ask(after, 'kept');
    await ask(after, 'added');
    const use = await after.finish();
    expect(use).toMatchObject({ replayed: 1, recorded: 1 });
    expect(use.unused).toHaveLength(1);
    expect(await readFile(join(folder, use.unused[0] ?? ''), 'utf8')).toContain('dropped');
    expect(server.calls).toHaveLength(3);
  });

  it('holds no key, host or header, whatever an answer says', async () => {
    server.become({ kind: 'text', text: `your key is ${KEY}` });
    const cassette = await record();
    expect(await ask(cassette, 'x')).toContain(KEY);
    await cassette.finish();
    for (const name of await readdir(folder)) {
      const text = await readFile(join(folder, name), 'utf8');
      expect(text).not.toContain(KEY);
      expect(text).toContain('your key is [secret]');
      expect(text).not.toContain(new URL(server.url).host);
      expect(text.toLowerCase()).not.toContain('authorization');
    }
  });

  it('shows a prompt line by line and a vector on one, and refuses a file whose request was edited', async () => {
    const cassette = await record();
    await ask(cassette, 'first line\nsecond line');
    await cassette.fetch(`${server.url}/embeddings`, {
      method: 'POST',
      body: JSON.stringify({ model: 'e', input: ['text'], dimensions: 4 }),
    });
    await cassette.finish();
    const [chat = '', embeddings = ''] = (await readdir(folder)).sort();
    const text = await readFile(join(folder, chat), 'utf8');
    expect(text).toMatch(/^ +"first line",\n +"second line"$/mu);
    expect(await readFile(join(folder, embeddings), 'utf8')).toMatch(/"embedding": \[-?[\d.e-]+, .+\]$/mu);
    await writeFile(join(folder, chat), text.replace('second line', 'another line'));
    await replayed(async (replaying) => {
      await expect(ask(replaying, 'first line\nsecond line')).rejects.toThrow('request was edited');
    });
  });

  it('records what a rerank server answers', async () => {
    const reranker = await startFakeRerankServer({
      kind: 'scores',
      form: 'tei',
      score: (text) => text.length,
    });
    const cassette = await record();
    const body = JSON.stringify({ query: 'q', texts: ['a', 'bcd'], truncate: true });
    const asked = await (await cassette.fetch(`${reranker.url}/rerank`, { method: 'POST', body })).json();
    await cassette.finish();
    await reranker.close();
    const replaying = await replayCalls(folder);
    expect(await (await replaying.fetch(`${reranker.url}/rerank`, { method: 'POST', body })).json()).toEqual(
      asked,
    );
  });

  it('refuses to replay a folder without calls', async () => {
    await expect(replayCalls(folder)).rejects.toThrow(`--replay ${folder}: expected a cassette`);
  });
});
