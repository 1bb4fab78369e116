import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveWire } from './embedded/wire-server.ts';
import { isMigrated, listMigrations, migrate } from './migrate.ts';
import { openTestDatabase, type TestDatabase } from './testing/open-test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

describe('migrate', () => {
  it('does nothing the second time, and is safe when two processes start at once', async () => {
    expect(await migrate(database.pool)).toEqual([]);
    await database.pool.query('drop schema public cascade');
    await database.pool.query('create schema public');
    expect(await isMigrated(database.pool)).toBe(false);
    const both = await Promise.all([migrate(database.pool), migrate(database.pool)]);
    // Whichever comes first to one applies it.
    expect(both.flat().sort()).toEqual(listMigrations().map((migration) => migration.file));
    expect(await isMigrated(database.pool)).toBe(true);
  });

  it('says what to do about a database without pgvector, and leaves nothing behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'aisle-bare-'));
    const db = await PGlite.create();
    const server = await serveWire(db, join(folder, '.s.PGSQL.5432'));
    const pool = new pg.Pool({ host: folder, user: 'postgres', database: 'postgres', max: 1 });
    pool.on('error', () => {});
    await expect(migrate(pool)).rejects.toThrow(/lacks pgvector.*Install it.*DATABASE_URL/s);
    const tables = await pool.query(`select tablename from pg_tables where schemaname = 'public'`);
    await pool.end();
    await server.close();
    await db.close();
    rmSync(folder, { recursive: true });
    expect(tables.rows).toEqual([]);
  });
});
