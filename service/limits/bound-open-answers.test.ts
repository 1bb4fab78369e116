import { pino } from 'pino';
import { expect, test } from 'vitest';
import { SHOP, testGate, testKey } from '../access/gate.fixture.ts';
import type { AnswerQuestion } from '../answer-question.ts';
import { makeApp } from '../app.ts';
import { makeMetrics } from '../metrics/metrics.ts';
import { makeFakeService } from '../mock/fake-service.ts';

test.each(['application/json', 'text/event-stream'])(
  'beyond so many open answers a question is refused at once, and taken when one has ended: %s',
  async (accept) => {
    const { deps } = makeFakeService();
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    const { promise: bothIn, resolve: enter } = Promise.withResolvers<void>();
    let asked = 0;
    const answer: AnswerQuestion = async (...args) => {
      asked += 1;
      if (asked === 2) enter();
      await gate;
      return deps.answer(...args);
    };
    const metrics = makeMetrics();
    const logger = pino({ level: 'silent' });
    const app = makeApp({ ...deps, logger, answer, metrics, limits: { maxOpenAnswers: 2 } });
    const ask = () =>
      app.request('/answer', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept },
        body: JSON.stringify({ question: 'Can I return it?' }),
      });
    const openNow = async () => /aisle_open_answers (\d+)/.exec((await metrics.render()).text)?.[1];
    const waiting = [ask(), ask()];
    await bothIn;
    // A stream is open after its response has begun.
    if (accept === 'text/event-stream') await Promise.all(waiting);
    expect(await openNow()).toBe('2');
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await refused.json()).toMatchObject({ type: 'urn:aisle:problem:overloaded' });
    expect((await app.request('/stores')).status).toBe(200);
    open();
    for (const response of await Promise.all(waiting)) {
      expect(response.status).toBe(200);
      await response.text();
    }
    expect(await openNow()).toBe('0');
    expect((await ask()).status).toBe(200);
  },
);

test('one address may not take all places through a publishable key; a server may', async () => {
  const { deps } = makeFakeService();
  const [publishable, secret] = [testKey('publishable'), testKey('secret')];
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  const answer: AnswerQuestion = async (...args) => {
    await gate;
    return deps.answer(...args);
  };
  const app = makeApp({
    ...deps,
    logger: pino({ level: 'silent' }),
    answer,
    gate: testGate([publishable, secret]),
    limits: { maxOpenPerAddress: 1 },
  });
  const ask = (key: typeof secret, remoteAddress: string) =>
    app.request(
      '/answer',
      {
        method: 'POST',
        headers: { authorization: `Bearer ${key.text}`, origin: SHOP, 'content-type': 'application/json' },
        body: JSON.stringify({ question: 'Can I return it?' }),
      },
      { incoming: { socket: { remoteAddress, remoteFamily: 'IPv4' } } },
    );
  const first = ask(publishable, '203.0.113.7');
  const refused = await ask(publishable, '203.0.113.7');
  expect(refused.status).toBe(503);
  const others = [ask(publishable, '203.0.113.8'), ask(secret, '203.0.113.7'), ask(secret, '203.0.113.7')];
  open();
  for (const response of await Promise.all([first, ...others])) expect(response.status).toBe(200);
});
