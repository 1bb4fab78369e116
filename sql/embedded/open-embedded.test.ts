import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../database.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-embedded-'));
const options = { url: null, dataDir: folder, command: 'npm test', whenHeld: 'join' } as const;
let owner: Database;

beforeAll(async () => {
  owner = await openDatabase(options);
});
afterAll(async () => {
  await owner.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the embedded database', () => {
  it('tells who holds the folder and what to do when it must not be shared', async () => {
    await expect(openDatabase({ ...options, whenHeld: 'refuse' })).rejects.toThrow(
      new RegExp(`in use by process ${process.pid} \\(npm test, since .*AISLE_DATA.*DATABASE_URL`),
    );
  });

  it('keeps the statements and transactions of many clients apart', async () => {
    const guest = await openDatabase(options);
    await owner.pool.query('create table kept (worker int, step int)');
    const errors: unknown[] = [];
    const work = async (worker: number): Promise<void> => {
      const pool = worker % 2 === 0 ? owner.pool : guest.pool;
      for (let step = 0; step < 30; step++) {
        const value = worker * 1000 + step;
        const echo = await pool.query(`select $1::int as v${worker}`, [value]);
        if (echo.rows[0][`v${worker}`] !== value) errors.push(echo.rows[0]);
        if (step % 3 !== 0) continue;
        const client = await pool.connect();
        await client.query('begin');
        await client.query('insert into kept values ($1::int, $2::int)', [worker, step]);
        await client.query(step % 2 === 0 ? 'commit' : 'rollback');
        client.release();
      }
    };
    await Promise.all(Array.from({ length: 6 }, (_, worker) => work(worker)));
    const kept = await guest.pool.query('select count(*)::int as n from kept');
    await guest.close();
    expect(errors).toEqual([]);
    expect(kept.rows[0].n).toBe(6 * 5);
  });

  it('rolls back for a client that goes away within a transaction, and lets the next one in', async () => {
    const guest = await openDatabase(options);
    await owner.pool.query('create table half (n int)');
    const client = await guest.pool.connect();
    await client.query('begin');
    await client.query('insert into half values (1)');
    client.release(new Error('gone'));
    const rows = await owner.pool.query('select count(*)::int as n from half');
    await guest.close();
    expect(rows.rows[0].n).toBe(0);
  });

  it('passes rows of several megabytes both ways', async () => {
    const text = 'ñ'.repeat(2_000_000);
    const result = await owner.pool.query('select $1::text as text', [text]);
    expect(result.rows[0].text).toBe(text);
  });

  it('closes without a word when no other process is there, and waits with one when there is', async () => {
    const other = mkdtempSync(join(tmpdir(), 'aisle-closing-'));
    const open = async () => {
      const lines: string[] = [];
      const told = Promise.withResolvers<void>();
      const database = await openDatabase({
        ...options,
        dataDir: other,
        onProgress: (line) => {
          lines.push(line);
          if (line.startsWith('Waiting')) told.resolve();
        },
      });
      await Promise.all([database.pool.query('select 1'), database.pool.query('select 2')]);
      lines.length = 0;
      return { database, lines, told: told.promise };
    };
    const alone = await open();
    await alone.database.close();
    expect(alone.lines).toEqual([]);

    const joined = await open();
    const guest = await open();
    const closing = joined.database.close();
    await joined.told;
    expect((await guest.database.pool.query('select 3 as n')).rows).toEqual([{ n: 3 }]);
    await guest.database.close();
    await closing;
    rmSync(other, { recursive: true, force: true });
    expect(joined.lines).toEqual([expect.stringContaining('another process')]);
  });

  it('is free again after its owner was killed', async () => {
    const other = mkdtempSync(join(tmpdir(), 'aisle-killed-'));
    const script = `
      const { openDatabase } = await import(${JSON.stringify(new URL('../database.ts', import.meta.url).href)});
      const db = await openDatabase({ url: null, dataDir: ${JSON.stringify(other)}, command: 'victim', whenHeld: 'refuse' });
      await db.pool.query('create table t (n int)');
      await db.pool.query('insert into t values (7)');
      console.log('ready');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const database = await openDatabase({ ...options, dataDir: other, whenHeld: 'refuse' });
    const rows = await database.pool.query('select n from t');
    await database.close();
    rmSync(other, { recursive: true, force: true });
    expect(rows.rows).toEqual([{ n: 7 }]);
  });
});
