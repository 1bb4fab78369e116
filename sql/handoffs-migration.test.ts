import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findTakeover, listHandoffMessages, listMessagesOf } from './handoff-messages.ts';
import { findHandoff } from './handoffs.ts';
import { ensureStore } from './stores.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it('keeps the handoffs that were there before: the latest of a conversation open, none without its conversation', async () => {
  const { pool } = database;
  await ensureStore(pool, 'shop', null);
  await pool.query(`
    drop table handoff_deliveries, handoff_messages, handoffs;
    alter table feedback drop column wrong_citations;
    create table handoffs (
      store_id text not null references stores on delete cascade, handoff_id text not null, conversation_id text,
      contact text, message text, created_at timestamptz not null default now(), primary key (store_id, handoff_id));
    insert into conversations (store_id, conversation_id) values ('shop', 'cnv_1');
    insert into handoffs values ('shop', 'hnd_1', 'cnv_1', 'ana', 'first', now() - interval '2 hours'),
      ('shop', 'hnd_2', 'cnv_1', 'ana', 'second', now() - interval '1 hour'),
      ('shop', 'hnd_3', 'cnv_gone', 'bob', 'stray', now()), ('shop', 'hnd_4', null, 'eve', null, now())`);
  await pool.query(readFileSync(new URL('./migrations/0017_handoffs.sql', import.meta.url), 'utf8'));

  expect(await findTakeover(pool, 'shop', 'cnv_1')).toMatchObject({ handoffId: 'hnd_2', status: 'waiting' });
  expect((await findHandoff(pool, ['shop'], 'hnd_1'))?.status).toBe('closed');
  expect(await findHandoff(pool, ['shop'], 'hnd_3')).toMatchObject({ conversationId: null, contact: 'bob' });
  expect(await findHandoff(pool, ['other'], 'hnd_1')).toBeNull();
  const said = (await listHandoffMessages(pool, 'shop', 'cnv_1', 9)).map(({ from, text }) => [from, text]);
  expect(said.sort()).toEqual([
    ['shopper', 'first'],
    ['shopper', 'second'],
  ]);
  expect(await listMessagesOf(pool, 'shop', 'hnd_3')).toMatchObject([{ text: 'stray' }]);
  expect(await listMessagesOf(pool, 'shop', 'hnd_4')).toEqual([]);
});
