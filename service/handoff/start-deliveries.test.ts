import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { retryDeliveries } from '../../sql/handoff-deliveries.ts';
import { ensureStore } from '../../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { readHandoffSettings } from './handoff-settings.ts';
import { makeHandoffs } from './handoffs.ts';
import { startDeliveries } from './start-deliveries.ts';
import { readWebhooks } from './webhook.ts';
import { startWebhookServer } from './webhook-server.fixture.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const patience = { timeout: 30_000 };

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await ensureStore(database.pool, 'shop', null);
});
afterAll(() => database.close());
beforeEach(() => database.pool.query('delete from handoffs'));
const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function serve(...given: Parameters<typeof startWebhookServer> extends [string, ...infer R] ? R : []) {
  const server = await startWebhookServer(secret, ...given);
  opened.push(server.close);
  return server;
}

/** An instance of the service that sends to an address. */
function makeInstance(url: string, { allow = true, secrets = secret } = {}) {
  const { pool } = database;
  const stores = [
    {
      id: 'shop',
      handoff: {
        webhook: url,
        webhookSecret: 'SECRET',
        ...(allow && { allowHosts: [new URL(url).host] }),
      },
    },
  ];
  const handoffs = makeHandoffs({ pool, settingsOf: readHandoffSettings(stores) });
  const lines: object[] = [];
  const note = (fields: object) => {
    lines.push(fields);
  };
  const logger = { info: note, warn: note } as unknown as Parameters<typeof startDeliveries>[0]['logger'];
  const webhooks = readWebhooks(stores, () => secrets);
  return {
    lines,
    request: (message: string) => handoffs.request({ store: 'shop', contact: 'ana@example.com', message }),
    start() {
      const deliveries = startDeliveries({ pool, webhooks, handoffs, logger, everyMs: 20 });
      opened.push(deliveries.stop);
      return deliveries;
    },
  };
}

const rows = async () =>
  (
    await database.pool.query(
      `select status, tries, problem, extract(epoch from next_at - now())::float8 as wait from handoff_deliveries order by place`,
    )
  ).rows;
const settled = (status: string) =>
  vi.waitFor(async () => {
    const all = await rows();
    expect(all.every((row) => row.status === status)).toBe(true);
  }, patience);
/** Lets what is to be tried again be due now. */
const hurry = () => database.pool.query('update handoff_deliveries set next_at = now()');

describe('a delivery', () => {
  it('is signed, so that its receiver can tell who sent it and when', async () => {
    const server = await serve();
    const service = makeInstance(server.origin);
    service.start();
    const { id } = await service.request('Wo ist ñandú 🦤?');
    await settled('delivered');
    const [received, ...more] = server.received;
    expect(more).toEqual([]);
    expect(received).toMatchObject({
      isSigned: true,
      body: { type: 'handoff.requested', data: { id, messages: [{ text: 'Wo ist ñandú 🦤?' }] } },
    });
    expect(received?.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.stringify(service.lines)).not.toMatch(/ana@|ñandú|127\.0/);
  });

  it('is signed with each of two secrets while one takes the other’s place', async () => {
    const server = await serve();
    const service = makeInstance(server.origin, {
      secrets: `an-older-secret-that-is-plain-text ${secret}`,
    });
    service.start();
    await service.request('x');
    await settled('delivered');
    const { headers, isSigned, raw } = server.received[0] ?? {};
    expect(isSigned).toBe(true);
    const content = `${headers?.['webhook-id']}.${headers?.['webhook-timestamp']}.${raw}`;
    const older = createHmac('sha256', 'an-older-secret-that-is-plain-text').update(content).digest('base64');
    expect(headers?.['webhook-signature']).toContain(`v1,${older}`);
  });

  it('is tried again after a failure, as the same one, and then it has arrived', async () => {
    const server = await serve((response, place) =>
      place === 1 ? response.writeHead(500).end('x') : response.writeHead(200).end('{"ok":true}'),
    );
    const service = makeInstance(server.origin);
    service.start();
    await service.request('x');
    await vi.waitFor(async () => expect(await rows()).toMatchObject([{ problem: 'HTTP 500' }]), patience);
    const [{ wait }] = await rows();
    expect(wait).toBeGreaterThan(2);
    expect(wait).toBeLessThanOrEqual(6);
    await hurry();
    await settled('delivered');
    const [first, second] = server.received;
    expect(second).toMatchObject({ id: first?.id, raw: first?.raw, isSigned: true });
    expect(server.received).toHaveLength(2);
  });

  it('waits as long as the receiver asks', async () => {
    const server = await serve((response) => response.writeHead(429, { 'retry-after': '3600' }).end());
    const service = makeInstance(server.origin);
    service.start();
    await service.request('x');
    await vi.waitFor(async () => expect(await rows()).toMatchObject([{ problem: 'HTTP 429' }]), patience);
    expect((await rows())[0].wait).toBeGreaterThan(3_500);
  });

  it('is dead when all tries were in vain, and is sent when somebody asks for it', async () => {
    let isWell = false;
    const server = await serve((response) => response.writeHead(isWell ? 200 : 503).end());
    const service = makeInstance(server.origin);
    const { id } = await service.request('x');
    await database.pool.query('update handoff_deliveries set tries = 11');
    service.start();
    await settled('dead');
    expect(await rows()).toMatchObject([{ tries: 12, problem: 'HTTP 503' }]);
    isWell = true;
    expect(await retryDeliveries(database.pool, ['shop'], id)).toBe(1);
    await settled('delivered');
  });

  it('is dead at once where nothing more is wanted', async () => {
    const server = await serve((response) => response.writeHead(410).end());
    const service = makeInstance(server.origin);
    service.start();
    await service.request('x');
    await settled('dead');
  });

  it('goes neither to a private address unless that is allowed, nor where a redirect leads', async () => {
    const server = await serve((response) => response.writeHead(307, { location: '/elsewhere' }).end());
    const closed = makeInstance(server.origin, { allow: false });
    const deliveries = closed.start();
    await closed.request('x');
    await vi.waitFor(
      async () => expect(await rows()).toMatchObject([{ problem: expect.stringContaining('allowHosts') }]),
      patience,
    );
    expect(server.received).toEqual([]);
    await deliveries.stop();
    makeInstance(server.origin).start();
    await hurry();
    await vi.waitFor(
      async () => expect(await rows()).toMatchObject([{ problem: expect.stringContaining('HTTP 307') }]),
      patience,
    );
    expect(server.requests).toEqual(['/']);
  });

  it('is sent once by two instances', async () => {
    const server = await serve((response) => void setTimeout(() => response.writeHead(200).end(), 20));
    const instances = [makeInstance(server.origin), makeInstance(server.origin)];
    for (const instance of instances) instance.start();
    await Promise.all(Array.from({ length: 12 }, (_, at) => instances[at % 2]?.request(`message ${at}`)));
    await settled('delivered');
    await sleep(100);
    expect(server.received).toHaveLength(12);
    expect(new Set(server.received.map(({ id }) => id)).size).toBe(12);
  });

  it('that was broken off, or whose sender was killed, is sent by the next one', async () => {
    let isDeaf = true;
    const server = await serve((response) => {
      if (!isDeaf) response.writeHead(200).end();
    });
    const first = makeInstance(server.origin);
    const deliveries = first.start();
    await first.request('x');
    await vi.waitFor(() => expect(server.received).toHaveLength(1), patience);
    await deliveries.stop();
    expect(await rows()).toMatchObject([{ status: 'pending', tries: 0 }]);
    await database.pool.query(
      `update handoff_deliveries set holder = 'killed', held_until = now() + interval '200 ms'`,
    );
    isDeaf = false;
    makeInstance(server.origin).start();
    await settled('delivered');
    expect(server.received).toHaveLength(2);
  });

  it('comes after those of the same handoff that were before it', async () => {
    const server = await serve((response, place) => response.writeHead(place === 1 ? 500 : 200).end());
    const service = makeInstance(server.origin);
    const { id } = await service.request('x');
    await database.pool.query(
      `insert into handoff_deliveries (store_id, delivery_id, handoff_id, type, payload, status)
       values ('shop', 'dlv_2', $1, 'handoff.message', '{"type":"handoff.message"}', 'pending')`,
      [id],
    );
    service.start();
    await vi.waitFor(
      async () => expect(await rows()).toMatchObject([{ problem: 'HTTP 500' }, { tries: 0 }]),
      patience,
    );
    await hurry();
    await settled('delivered');
    expect(server.received.map(({ body }) => body.type)).toEqual([
      'handoff.requested',
      'handoff.requested',
      'handoff.message',
    ]);
  });

  it('may be replied to, once however often it is sent', async () => {
    const reply = { events: [{ type: 'message', text: 'On it', by: 'Ana' }, { type: 'sing' }] };
    const server = await serve((response) => response.writeHead(200).end(JSON.stringify(reply)));
    const service = makeInstance(server.origin);
    service.start();
    const { id } = await service.request('x');
    await settled('delivered');
    await database.pool.query(`update handoff_deliveries set status = 'pending'`);
    await vi.waitFor(() => expect(server.received).toHaveLength(2), patience);
    await settled('delivered');
    const { rows: said } = await database.pool.query(
      'select m.sender, m.text, h.status from handoff_messages m join handoffs h using (store_id, handoff_id) where handoff_id = $1 order by place',
      [id],
    );
    expect(said).toEqual([
      { sender: 'shopper', text: 'x', status: 'taken' },
      { sender: 'person', text: 'On it', status: 'taken' },
    ]);
  });
});

describe('the secret', () => {
  it.each([
    ['is missing', undefined, 'found nothing'],
    ['is short', 'hunter2', 'found one of 7'],
    ['is short once decoded', 'whsec_aHVudGVyMg==', 'found one of 7'],
  ])('that %s is told of before anything starts, and not shown', (_name, value, said) => {
    const stores = [{ id: 'shop', handoff: { webhook: 'https://x.example', webhookSecret: 'DESK_SECRET' } }];
    const read = () => readWebhooks(stores, () => value);
    expect(read).toThrow(`DESK_SECRET: expected`);
    expect(read).toThrow(said);
    expect(read).not.toThrow('hunter2');
  });
});
