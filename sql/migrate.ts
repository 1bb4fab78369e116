import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { DatabaseProblem } from './database-problem.ts';
import { withTransaction } from './queryable.ts';
import { errorCode, SQLSTATE } from './sqlstate.ts';

const FOLDER = new URL('./migrations/', import.meta.url);
/** Any number will do, as long as every Aisle takes the same. */
const LOCK_KEY = 4_117_253;

/** One numbered file of `sql/migrations/`. */
export interface Migration {
  version: number;
  file: string;
}

/** @returns the migrations in order. */
export function listMigrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((file) => /^\d{4}_.+\.sql$/.test(file))
    .sort()
    .map((file) => ({ version: Number(file.slice(0, 4)), file }));
}

/**
 * Brings the schema up to date: forward only, a transaction for each file. Safe when two processes start at once,
 * for each transaction first takes one lock and then looks what is left to do.
 * @returns the files that were applied.
 * @throws DatabaseProblem when pgvector is missing or the role may not create it.
 */
export async function migrate(pool: pg.Pool): Promise<string[]> {
  const applied: string[] = [];
  for (const migration of listMigrations()) {
    const isNew = await withTransaction(pool, async (client) => {
      await client.query('select pg_advisory_xact_lock($1::bigint)', [LOCK_KEY]);
      await client.query(
        'create table if not exists aisle_migrations (version integer primary key, file text not null, applied_at timestamptz not null default now())',
      );
      const inserted = await client.query(
        'insert into aisle_migrations (version, file) values ($1::int, $2::text) on conflict do nothing',
        [migration.version, migration.file],
      );
      if (inserted.rowCount === 0) return false;
      await client.query(readFileSync(new URL(migration.file, FOLDER), 'utf8'));
      return true;
    }).catch((error) => {
      throw explain(error);
    });
    if (isNew) applied.push(migration.file);
  }
  return applied;
}

/** @returns whether every migration has been applied. */
export async function isMigrated(pool: pg.Pool): Promise<boolean> {
  try {
    const result = await pool.query('select coalesce(max(version), 0)::int as version from aisle_migrations');
    return result.rows[0].version >= (listMigrations().at(-1)?.version ?? 0);
  } catch (error) {
    if (errorCode(error) === SQLSTATE.undefinedTable) return false;
    throw error;
  }
}

function explain(error: unknown): unknown {
  const code = errorCode(error);
  const text = error instanceof Error ? error.message : String(error);
  if (/extension "vector"|vector\.control/.test(text)) {
    if (code === SQLSTATE.insufficientPrivilege) {
      return new DatabaseProblem(
        'The database has pgvector, but this role may not enable it. Run `create extension vector` in it once as a superuser, then start again.',
        { cause: error },
      );
    }
    return new DatabaseProblem(
      'The database lacks pgvector (the extension "vector", 0.5 or later). Install it on the server, for example with the image pgvector/pgvector:pg17, or leave DATABASE_URL empty to use the embedded database.',
      { cause: error },
    );
  }
  return error;
}
