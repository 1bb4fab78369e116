import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { queryObjects } from 'node:v8';
import { messages } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPglite } from './open-pglite.ts';
import { runBatch } from './run-batch.ts';
import { serveWire, type WireServer } from './wire-server.ts';

describe('a batch', () => {
  it('gives its reply whole, though PostgreSQL sends it piece by piece from one buffer', async () => {
    const buffer = new Uint8Array(2);
    const db = {
      async execProtocolRawStream(
        batch: Uint8Array,
        { onRawData }: { onRawData: (data: Uint8Array) => void },
      ) {
        for (const byte of batch) onRawData(buffer.fill(byte));
      },
    };
    expect([...(await runBatch(db, Uint8Array.of(7, 8, 9)))]).toEqual([7, 7, 8, 8, 9, 9]);
    expect([...(await runBatch(db, Uint8Array.of(7)))]).toEqual([7, 7]);
    expect([...(await runBatch(db, Uint8Array.of()))]).toEqual([]);
  });
});

describe('the database behind a socket', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-batch-'));
  let db: Awaited<ReturnType<typeof openPglite>>;
  let server: WireServer;
  let pool: pg.Pool;

  beforeAll(async () => {
    db = await openPglite(join(folder, 'pg'));
    server = await serveWire(db, join(folder, '.s.PGSQL.5432'));
    pool = new pg.Pool({ host: folder, user: 'postgres', database: 'postgres', max: 1 });
    // Told to a client that is still taking leave when the server closes.
    pool.on('error', () => {});
  });
  afterAll(async () => {
    await pool.end();
    await server.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps no row that it has sent, of queries, transactions and those that failed', async () => {
    const held = () => queryObjects(messages.DataRowMessage, { format: 'count' });
    const before = held();
    const client = await pool.connect();
    let rows = 0;
    for (let time = 0; time < 5; time += 1) {
      rows += (await client.query('select n from generate_series(1, $1::int) as n', [100])).rows.length;
      await client.query('begin');
      rows += (await client.query('select n from generate_series(1, 100) as n')).rows.length;
      await client.query('commit');
      if (time === 3)
        await expect(client.query('select 1 / $1::int', [0])).rejects.toThrow('division by zero');
    }
    client.release();
    expect(rows).toBe(1000);
    expect(held()).toBe(before);
  });
});
