import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openLocalEmbeddingModel } from '../../ingest/embedding/local-embedding-model.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { makePage, publishStore } from '../answer/made-up-store.fixture.ts';
import { makeOfflineAnswer } from '../answer/offline-answer.fixture.ts';
import type { AnswerQuestion } from '../answer-question.ts';
import { makeApp } from '../app.ts';
import { readEvents, type ServerEvent } from '../client/read-events.ts';
import { makeConversing } from '../conversations/conversing.ts';
import { listen } from '../listen.ts';
import { makeFakeService } from '../mock/fake-service.ts';
import type { ServiceLimits } from '../service-deps.ts';
import { makeFindFinished } from './find-finished.ts';

const embeddingModel = openLocalEmbeddingModel();
const QUESTION = 'How long do refunds take and who pays for the label?';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  const page = makePage('returns', 'Returns', {
    Refunds: 'Refunds take 5 to 7 days after we receive the parcel.',
    Labels: 'The shopper pays 4.95 EUR for the return label.',
  });
  await publishStore(database.pool, embeddingModel, 'wren', [page]);
});
afterAll(() => database.close());

/** An instance of the service on the one database; `hold` keeps its answers after their first words. */
async function startInstance({
  hold = async () => {},
  limits = {},
}: {
  hold?: (signal: AbortSignal) => Promise<unknown>;
  limits?: Partial<ServiceLimits>;
} = {}) {
  const { pool } = database;
  const { deps } = makeFakeService({ stores: ['wren'] });
  const pipeline = makeConversing({ pool, answer: makeOfflineAnswer(pool, embeddingModel) });
  const answer: AnswerQuestion = (request, options) =>
    pipeline(request, {
      ...options,
      onEvent: async (event) => {
        await options.onEvent?.(event);
        if (event.type === 'delta') await hold(options.signal);
      },
    });
  const findFinished = makeFindFinished({ pool, isAlone: false });
  const logger = pino({ level: 'silent' });
  const app = makeApp({ ...deps, answer, findFinished, defaultStore: 'wren', logger, limits });
  const server = await listen(app, 0, '127.0.0.1');
  onTestFinished(() => server.close(0));
  const ask = (headers: Record<string, string> = {}) =>
    fetch(`${server.url}/answer`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
      body: JSON.stringify({ question: QUESTION }),
    });
  return { url: server.url, ask, resume: (last: string) => ask({ 'last-event-id': last }) };
}

async function eventsOf(response: Response): Promise<ServerEvent[]> {
  expect(response.status).toBe(200);
  if (response.body === null) throw new Error('no body');
  const events: ServerEvent[] = [];
  for await (const event of readEvents(response.body)) events.push(event);
  return events;
}

/** Reads up to the first words and loses the connection. */
async function readFirstWords(response: Response): Promise<ServerEvent[]> {
  const read: ServerEvent[] = [];
  if (response.body === null) throw new Error('no body');
  for await (const event of readEvents(response.body)) {
    read.push(event);
    if (event.name === 'delta') return read;
  }
  throw new Error('it ended without a word');
}

const dataOf = (events: ServerEvent[], name: string) =>
  events.filter((event) => event.name === name).map(({ data }) => JSON.parse(data));
const textOf = (events: ServerEvent[]) =>
  dataOf(events, 'delta')
    .map(({ text }) => text)
    .join('');
const lastIdOf = (events: ServerEvent[]) => events.at(-1)?.id ?? '';

describe('a stream that is gone on with at another instance', () => {
  it('goes on after any of its events with the same text, citations and end', async () => {
    const [one, two] = [await startInstance(), await startInstance()];
    const whole = await eventsOf(await one.ask());
    const [done] = dataOf(whole, 'done');
    expect(textOf(whole)).toBe(done.answer);
    expect(dataOf(whole, 'citation').length).toBeGreaterThan(0);
    for (const [at, { id }] of whole.slice(0, -1).entries()) {
      const rest = await eventsOf(await two.resume(id ?? ''));
      const both = [...whole.slice(0, at + 1), ...rest];
      expect(textOf(both)).toBe(done.answer);
      expect(dataOf(both, 'citation')).toEqual(done.citations);
      expect(dataOf(both, 'start')).toHaveLength(1);
      expect(dataOf(rest, 'done')).toEqual([done]);
    }
    expect((await two.resume(lastIdOf(whole))).status).toBe(204);
  });

  it('is read from its beginning by its address, and goes on from there at any instance', async () => {
    const [one, two] = [await startInstance(), await startInstance()];
    const whole = await eventsOf(await one.ask());
    const [{ id }] = dataOf(whole, 'start');
    const told = await eventsOf(await fetch(`${two.url}/answer/${id}/events`));
    expect(dataOf(told, 'start')).toEqual(dataOf(whole, 'start'));
    expect(textOf(told)).toBe(textOf(whole));
    const delta = told.findIndex(({ name }) => name === 'delta');
    for (const instance of [one, two]) {
      const rest = await eventsOf(await instance.resume(told[delta]?.id ?? ''));
      expect(rest.map(({ name }) => name)).toEqual(told.slice(delta + 1).map(({ name }) => name));
    }
    expect((await one.resume(lastIdOf(told))).status).toBe(204);
  });

  it('is waited for while the instance that makes it goes on', async () => {
    const gate = Promise.withResolvers<void>();
    const [one, two] = [await startInstance({ hold: () => gate.promise }), await startInstance()];
    const begun = await readFirstWords(await one.ask());
    const rest = two.resume(lastIdOf(begun)).then(eventsOf);
    const first = await Promise.race([
      rest,
      new Promise((resolve) => setTimeout(resolve, 300, 'still waiting')),
    ]);
    expect(first).toBe('still waiting');
    gate.resolve();
    const [done] = dataOf(await rest, 'done');
    expect(textOf([...begun, ...(await rest)])).toBe(done.answer);
  });

  it('is told to be asked again when it was not finished', async () => {
    const limits = { resumeGraceMs: 20 };
    const stopped = Promise.withResolvers<void>();
    const hold = (signal: AbortSignal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          stopped.resolve();
          resolve(null);
        });
      });
    const [one, two] = [await startInstance({ hold, limits }), await startInstance({ limits })];
    const begun = await readFirstWords(await one.ask());
    const response = await two.resume(lastIdOf(begun));
    await stopped.promise;
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({
      type: 'urn:aisle:problem:unknown-stream',
      detail: expect.stringContaining('ask again'),
    });
  });

  it('is a whole message for useChat, and nothing where nothing is answered', async () => {
    const [one, two] = [await startInstance(), await startInstance()];
    const [{ conversationId, id }] = dataOf(await eventsOf(await one.ask()), 'start');
    const response = await fetch(`${two.url}/chat/${conversationId}/stream`);
    expect(response.headers.get('x-vercel-ai-ui-message-stream')).toBe('v1');
    const parts = (await response.text()).match(/^data: \{.*$/gm)?.map((line) => JSON.parse(line.slice(6)));
    expect(parts?.[0]).toMatchObject({ type: 'start', messageId: id });
    expect(parts?.at(-1)).toEqual({ type: 'finish' });
    expect((await fetch(`${two.url}/chat/cnv_nobody/stream`)).status).toBe(204);
  });

  it.each(['/9999.9999.0', '/kept.0.99', '/7'])(
    'is not gone on with at %s, which is not of it',
    async (place) => {
      const [one, two] = [await startInstance(), await startInstance()];
      const [{ id }] = dataOf(await eventsOf(await one.ask()), 'start');
      expect((await two.resume(`${id}${place}`)).status).toBe(404);
    },
  );
});

describe('what was finished', () => {
  const signal = AbortSignal.timeout(60_000);

  it('is found with the key that it was asked with, for its time', async () => {
    const { pool } = database;
    const answer = makeConversing({ pool, answer: makeOfflineAnswer(pool, embeddingModel) });
    const said = await answer({ store: 'wren', question: QUESTION }, { signal, keyId: 'key_1' });
    const find = makeFindFinished({ pool, isAlone: true });
    const options = { keptMs: 60_000, waitMs: 0, signal };
    const owner = { store: 'wren', keyId: 'key_1' };
    const { id: answerId, conversationId } = said;
    expect(await find({ answerId, ...owner }, options)).toEqual(said);
    expect(await find({ conversationId, ...owner }, options)).toEqual(said);
    for (const other of [{ keyId: 'key_2' }, { keyId: null }, { store: 'other' }]) {
      expect(await find({ answerId, ...owner, ...other }, options)).toBeNull();
      expect(await find({ conversationId, ...owner, ...other }, options)).toBeNull();
    }
    await vi.waitFor(async () =>
      expect(await find({ answerId, ...owner }, { ...options, keptMs: 1 })).toBeNull(),
    );
  });

  it('is not waited for where no other instance is, nor by who has gone', async () => {
    const { pool } = database;
    const name = { answerId: 'ans_nobody', store: 'wren', keyId: null };
    const never = { keptMs: 60_000, waitMs: 3_600_000 };
    expect(await makeFindFinished({ pool, isAlone: true })(name, { ...never, signal })).toBeNull();
    const gone = AbortSignal.timeout(20);
    const waiting = makeFindFinished({ pool, isAlone: false })(name, { ...never, signal: gone });
    await expect(waiting).rejects.toThrow('timeout');
  });
});
