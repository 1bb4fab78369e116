import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readRetention } from '../../ingest/config/read-retention.ts';
import { saveAnswer } from '../../sql/answers.ts';
import { ensureStore } from '../../sql/stores.ts';
import { openTestDatabase, type TestDatabase } from '../../sql/testing/open-test-database.ts';
import { makeRetention } from './retention.ts';
import { startRetention } from './start-retention.ts';

const DAY_MS = 86_400_000;

describe('readRetention', () => {
  it.each([
    ['30 days', 30 * DAY_MS],
    [' 1 Day ', DAY_MS],
    ['12hours', DAY_MS / 2],
    ['2 weeks', 14 * DAY_MS],
    ['6 months', 180 * DAY_MS],
    ['1 year', 365 * DAY_MS],
    ['forever', null],
  ])('reads %j', (written, ms) => expect(readRetention(written)).toBe(ms));

  it.each(['', '30', 'days', '0 days', '-1 day', '1.5 days', '200 years', '30 days or so', '999999 years'])(
    'does not take %j for a time',
    (written) => expect(readRetention(written)).toBeUndefined(),
  );

  it('is 90 days for a store that does not say', () => {
    const of = makeRetention([
      { id: 'a', retention: '1 week' },
      { id: 'b' },
      { id: 'c', retention: 'forever' },
    ]);
    expect(['a', 'b', 'c', 'unknown'].map(of)).toEqual([7 * DAY_MS, 90 * DAY_MS, null, 90 * DAY_MS]);
  });
});

describe('the deletion of old conversations', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
    for (const store of ['brief', 'forever']) await ensureStore(database.pool, store, null);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.pool.query('delete from conversations');
    await database.pool.query('delete from handoffs');
  });

  async function converse(storeId: string, conversationId: string, daysAgo: number): Promise<void> {
    const { pool } = database;
    await saveAnswer(pool, {
      ...{ storeId, conversationId, answerId: `ans_${conversationId}`, question: 'q', standalone: 'q' },
      ...{ locale: 'en', status: 'answered', model: 'm', totalMs: 1, response: {} },
    });
    await pool.query(`insert into handoffs (store_id, handoff_id, conversation_id) values ($1, $2, $3)`, [
      storeId,
      `hnd_${conversationId}`,
      conversationId,
    ]);
    const age = `${daysAgo} days`;
    await pool.query('update conversations set last_at = now() - $2::interval where conversation_id = $1', [
      conversationId,
      age,
    ]);
    await pool.query('update handoffs set created_at = now() - $2::interval where conversation_id = $1', [
      conversationId,
      age,
    ]);
  }
  const left = async (table: string) =>
    (await database.pool.query(`select store_id from ${table}`)).rows.map(({ store_id }) => store_id).sort();

  const start = (batch = 2) =>
    startRetention({
      pool: database.pool,
      retentionMs: (store) => (store === 'forever' ? null : 10 * DAY_MS),
      logger: { info: () => {}, warn: () => {} },
      firstMs: 1,
      batch,
    });

  it('takes what is older than its store keeps, in batches, and nothing else', async () => {
    for (let at = 0; at < 5; at++) await converse('brief', `old${at}`, 11 + at);
    await converse('brief', 'new', 9);
    await converse('forever', 'ancient', 4_000);
    await database.pool.query(
      `insert into handoffs (store_id, handoff_id, created_at) values ('brief', 'stray', now() - interval '11 days'), ('brief', 'fresh', now())`,
    );
    const job = start();
    await vi.waitFor(async () => expect(await left('conversations')).toEqual(['brief', 'forever']), {
      timeout: 30_000,
    });
    await vi.waitFor(async () => expect(await left('handoffs')).toEqual(['brief', 'brief', 'forever']), {
      timeout: 30_000,
    });
    await job.stop();
    expect(await left('answers')).toEqual(['brief', 'forever']);
  });

  it('is done by two instances at once', async () => {
    for (let at = 0; at < 9; at++) await converse('brief', `old${at}`, 20);
    const jobs = [start(), start()];
    await vi.waitFor(async () => expect(await left('conversations')).toEqual([]), { timeout: 30_000 });
    for (const job of jobs) await job.stop();
  });

  it('ends when it is stopped, also before it began', async () => {
    await converse('brief', 'old', 20);
    const job = start();
    await job.stop();
    await sleep(5);
    expect(await left('conversations')).toEqual(['brief']);
  });
});
