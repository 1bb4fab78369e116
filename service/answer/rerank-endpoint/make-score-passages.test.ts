import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeEvidence } from './fake-evidence.fixture.ts';
import { type FakeRerank, type FakeRerankServer, startFakeRerankServer } from './fake-rerank-server.ts';
import { makeScorePassages } from './make-score-passages.ts';

const QUESTION = 'may I send back a worn jacket?';
const KEY = 'hunter2-key';
const byLength = (form: 'cohere' | 'tei'): FakeRerank => ({
  kind: 'scores',
  form,
  score: (text) => text.split('\n').at(-1)?.length ?? 0,
});

let server: FakeRerankServer;
let clock = 0;
let log: string[] = [];
let opened: ReturnType<typeof makeScorePassages>[] = [];
beforeEach(async () => {
  server = await startFakeRerankServer(byLength('tei'));
  clock = 0;
  log = [];
  opened = [];
});
afterEach(async () => {
  for (const one of opened) await one.close();
  await server.close();
});

function open(path = '/rerank', { model = null as string | null, budgetMs = 20_000 } = {}) {
  const logger = pino({ level: 'warn' }, { write: (line: string) => void log.push(line) });
  const settings = { url: new URL(path, server.url), model, apiKey: KEY };
  const scorePassages = makeScorePassages(settings, logger, { now: () => clock, budgetMs });
  opened.push(scorePassages);
  return (evidence = fakeEvidence(['a', 'bbb', 'cc']), signal = AbortSignal.timeout(60_000)) =>
    scorePassages(QUESTION, evidence, signal);
}

describe('the form of the request', () => {
  it('is TEI\u2019s at /rerank, and where the address has no path', async () => {
    for (const path of ['/rerank', '/']) {
      expect(await open(path)()).toEqual([1, 3, 2]);
      expect(server.calls.at(-1)).toMatchObject({ path: '/rerank', authorization: `Bearer ${KEY}` });
      expect(server.calls.at(-1)?.body).toEqual({
        query: QUESTION,
        texts: ['Page 0\nSection\na', 'Page 1\nSection\nbbb', 'Page 2\nSection\ncc'],
        truncate: true,
      });
    }
  });

  it('is Cohere\u2019s at a version, and where a model is named', async () => {
    server.become(byLength('cohere'));
    expect(await open('/v2/rerank')()).toEqual([1, 3, 2]);
    expect(server.calls.at(-1)?.body).toMatchObject({ query: QUESTION, top_n: 3 });
    expect(server.calls.at(-1)?.body).not.toHaveProperty('model');
    expect(await open('/rerank', { model: 'm-1' })()).toEqual([1, 3, 2]);
    expect(server.calls.at(-1)?.body).toMatchObject({ model: 'm-1', documents: expect.any(Array) });
    expect(server.calls).toHaveLength(2);
  });

  it.each(['cohere', 'tei'] as const)(
    'is found to be %s where the address suggests the other',
    async (form) => {
      server.become(byLength(form));
      const score = open(form === 'tei' ? '/v1/rerank' : '/rerank');
      expect(await score()).toEqual([1, 3, 2]);
      expect(await score()).toEqual([1, 3, 2]);
      // The second question asks in the right form at once.
      expect(server.calls).toHaveLength(3);
    },
  );

  it('takes the answer in either form, whatever was asked', async () => {
    server.become({
      kind: 'body',
      body: '{"results":[{"index":2,"relevance_score":5},{"index":0,"relevance_score":4},{"index":1,"relevance_score":-3}]}',
    });
    expect(await open()()).toEqual([4, -3, 5]);
  });
});

describe('what is sent', () => {
  it('is at most 24 passages, cut where they are long, and none that gives orders', async () => {
    const evidence = fakeEvidence(Array.from({ length: 30 }, (_, index) => 'x'.repeat(index * 200)));
    const orders = { ...evidence[1], suspect: true } as (typeof evidence)[0];
    const scores = await open()(evidence.with(1, orders));
    const { texts } = server.calls[0]?.body ?? {};
    expect(texts).toHaveLength(24);
    expect(Math.max(...texts.map((text: string) => text.length))).toBe(2_000);
    expect(texts.some((text: string) => text.startsWith('Page 1\n'))).toBe(false);
    expect(scores?.map((score) => score === null)).toEqual(
      evidence.map((_, index) => index === 1 || index > 24),
    );
  });

  it('is well-formed where the cut falls into a character', async () => {
    await open()(fakeEvidence(['😀'.repeat(2_000), `x${'😀'.repeat(2_000)}`]));
    const { texts } = server.calls[0]?.body ?? {};
    expect(texts.map((text: string) => text.isWellFormed())).toEqual([true, true]);
  });

  it('is nothing where there is nothing to order', async () => {
    expect(await open()(fakeEvidence(['a']))).toBeNull();
    expect(server.calls).toHaveLength(0);
  });
});

describe('an endpoint that fails', () => {
  it.each<[string, FakeRerank, RegExp, number]>([
    ['a key that is refused', { kind: 'status', status: 401 }, /found status 401. Check RERANK_API_KEY/, 1],
    [
      'a request that is refused in either form',
      { kind: 'status', status: 400 },
      /found status 400. Check RERANK_URL and RERANK_MODEL/,
      2,
    ],
    ['a wrong path', { kind: 'status', status: 404 }, /found status 404/, 1],
    [
      'a redirect',
      { kind: 'status', status: 307, headers: { location: 'http://127.0.0.1:9/rerank' } },
      /Set RERANK_URL to the address that this one leads to/,
      1,
    ],
    ['a server that is down', { kind: 'status', status: 503 }, /found status 503. Check the server/, 2],
    [
      'a limit that lasts',
      { kind: 'status', status: 429, headers: { 'retry-after': '3600' } },
      /found status 429/,
      1,
    ],
    ['a broken connection', { kind: 'hangs-up' }, /expected an HTTP response/, 2],
    ['a body without end', { kind: 'endless' }, /expected at most 262144 bytes/, 1],
    [
      'a body that is too large',
      { kind: 'body', body: 'x'.repeat(300_000) },
      /expected at most 262144 bytes/,
      1,
    ],
    ['NaN', { kind: 'body', body: '[{"index":0,"score":NaN}]' }, /expected JSON/, 1],
    [
      'an index that is none',
      { kind: 'body', body: '[{"index":7,"score":1},{"index":0,"score":1},{"index":1,"score":1}]' },
      /index beyond/,
      1,
    ],
  ])('with %s is done without, and the log says why', async (_, behaviour, reason, calls) => {
    server.become(behaviour);
    expect(await open()()).toBeNull();
    expect(server.calls).toHaveLength(calls);
    expect(log).toHaveLength(1);
    expect(JSON.parse(log[0] ?? '').reason).toMatch(reason);
    expect(log.join('')).not.toMatch(/UPSTREAM|hunter2|worn jacket/);
  });

  it.each([{ kind: 'silent' }, { kind: 'endless' }] as const)(
    'with %j is waited for no longer than the budget',
    async (behaviour) => {
      server.become(behaviour);
      expect(await open('/rerank', { budgetMs: 30 })()).toBeNull();
      expect(server.calls.length).toBeLessThanOrEqual(1);
      expect(log).toHaveLength(1);
    },
  );

  it('is asked once more after what may pass', async () => {
    server.script({ kind: 'status', status: 503 });
    expect(await open()()).toEqual([1, 3, 2]);
    expect(log).toEqual([]);
  });

  it('shows nothing of the query of its address, where a key may stand', async () => {
    server.become({ kind: 'status', status: 500 });
    await open('/rerank?k=hunter2')();
    server.become({ kind: 'hangs-up' });
    clock += 60_000;
    await open('/rerank?k=hunter2')();
    expect(server.calls[0]?.path).toBe('/rerank?k=hunter2');
    expect(log).toHaveLength(2);
    expect(log.join('')).not.toContain('hunter2');
  });

  it('is left alone for a while after three failures, then asked again', async () => {
    server.become({ kind: 'status', status: 404 });
    const score = open();
    for (let question = 0; question < 5; question += 1) expect(await score()).toBeNull();
    expect(server.calls).toHaveLength(3);
    clock += 30_000;
    server.become(byLength('tei'));
    expect(await score()).toEqual([1, 3, 2]);
    server.script({ kind: 'status', status: 404 });
    expect([await score(), await score()]).toEqual([null, [1, 3, 2]]);
  });

  it('is warned of once a minute, with how often it has failed since', async () => {
    server.become({ kind: 'status', status: 404 });
    const score = open();
    await score();
    clock += 59_000;
    await score();
    expect(log).toHaveLength(1);
    clock += 1_000;
    await score();
    expect(log.map((line) => JSON.parse(line).failures)).toEqual([1, 2]);
  });

  it('throws what the caller ended the question with, and counts it as no failure', async () => {
    server.become({ kind: 'silent' });
    const caller = new AbortController();
    const asked = open()(undefined, caller.signal);
    setTimeout(() => caller.abort(new Error('the shopper left')), 20);
    await expect(asked).rejects.toThrow('the shopper left');
    expect(log).toEqual([]);
  });
});
