import { afterEach, expect, it } from 'vitest';
import { makeSafeFetch } from '../../ingest/safe-fetch.ts';
import { readReplies } from './people-reply.ts';
import { nextTryAfter } from './retry-plan.ts';
import { signWebhook } from './sign-webhook.ts';
import { sendToWebhook } from './webhook.ts';
import { startWebhookServer } from './webhook-server.fixture.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of opened.splice(0).reverse()) await thing.close();
});

it('signs as Standard Webhooks does, whose own example this is', () => {
  const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  const at = new Date(1_614_265_330_000);
  expect(signWebhook('msg_p5jXN8AQM9LWM0D4loKWxJek', at, '{"test": 2432232314}', [secret])).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

it('backs off, spreads, ends, and heeds the receiver within a day', () => {
  const waits = Array.from({ length: 12 }, (_, at) => nextTryAfter(at + 1, null, 0.5));
  expect(waits).toEqual([
    5_000,
    20_000,
    80_000,
    320_000,
    1_280_000,
    5_120_000,
    20_480_000,
    ...Array(4).fill(21_600_000),
    null,
  ]);
  expect([nextTryAfter(1, null, 0), nextTryAfter(1, null, 1)]).toEqual([4_000, 6_000]);
  expect(nextTryAfter(1, 60_000, 0.5)).toBe(60_000);
  expect(nextTryAfter(1, 1_000, 0.5)).toBe(5_000);
  expect(nextTryAfter(1, 1e9, 0.5)).toBe(86_400_000);
});

it('tries again where no answer comes in time, and where nobody listens', async () => {
  const server = await startWebhookServer('x', () => {});
  opened.push(server);
  const safeFetch = makeSafeFetch({ allowHosts: [server.host] });
  opened.push(safeFetch);
  const webhook = { url: server.origin, secrets: [Buffer.alloc(32)], allowHosts: [] };
  const delivery = { deliveryId: 'dlv_1', payload: '{}', tries: 1 };
  const options = { safeFetch, signal: new AbortController().signal, random: 0.5, timeoutMs: 100 };
  const pending = { status: 'pending', waitMs: 5_000 };
  expect(await sendToWebhook(webhook, delivery, options)).toMatchObject({
    outcome: { ...pending, problem: expect.stringContaining('timeout') },
  });
  await server.close();
  expect(await sendToWebhook(webhook, delivery, options)).toMatchObject({
    outcome: { ...pending, problem: expect.stringContaining('refused') },
  });
});

it('takes no reply for what is none', () => {
  for (const body of ['', 'ok', '[]', 'null', '{"ok":true}', '{"events":{"type":"taken"}}', '{"events":[1]}'])
    expect(readReplies(body, 'dlv_1')).toEqual([]);
  const events = [
    { type: 'taken' },
    { type: 'message', text: ' ' },
    { type: 'message', text: 'Hi', id: 'm' },
  ];
  expect(readReplies(JSON.stringify({ events }), 'dlv_1')).toEqual([
    { type: 'taken', id: 'dlv_1/0' },
    { type: 'message', text: 'Hi', id: 'm' },
  ]);
});
