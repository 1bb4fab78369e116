import { dirname, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Database, DatabaseOptions } from '../database-options.ts';
import { DatabaseProblem } from '../database-problem.ts';
import { poolTypes } from '../pool-types.ts';
import { type FolderLock, type FolderOwner, lockFolder, readOwner } from './folder-lock.ts';
import { type ServedFolder, serveFolder } from './serve-folder.ts';

/** The database is one session: more clients would only queue. Two let a query wait in the server, not here. */
const POOL_SIZE = 2;
/** The first start makes the database, which takes seconds; a joining process waits for that. */
const JOIN_TIMEOUT_MS = 30_000;
/** What the owner's own connections are called, so that closing does not wait for them; a guest's have another name. */
const OWNER = 'aisle owner';
const GUEST = 'aisle';

/**
 * Opens PGlite in a folder, in a thread of its own, and serves it on a Unix socket which this process uses like any
 * other; or joins the process that has done so.
 */
export async function openEmbedded(options: Omit<DatabaseOptions, 'url'>): Promise<Database> {
  const folder = resolve(options.dataDir);
  const lock = lockFolder(folder);
  if (lock !== null) return own(folder, lock, options);
  if (options.whenHeld === 'refuse') throw heldProblem(folder, readOwner(folder));
  return joinOwner(folder, options);
}

async function own(
  folder: string,
  lock: FolderLock,
  options: Omit<DatabaseOptions, 'url'>,
): Promise<Database> {
  const served = await serveFolder(folder, lock, options);
  const pool = socketPool(() => served.socketPath, OWNER);
  return {
    pool,
    kind: 'embedded',
    location: folder,
    recover: async () => {
      const problem = served.problem();
      if (problem !== null) throw problem;
    },
    close: async () => {
      await pool.end();
      await served.close(OWNER);
    },
  };
}

/** @param where the socket, asked for each connection: it moves with the process that serves the database. */
function socketPool(where: () => string, application: string): pg.Pool {
  class SocketClient extends pg.Client {
    constructor(config: pg.ClientConfig) {
      super({ ...config, host: dirname(where()) });
    }
  }
  const pool = new pg.Pool({
    Client: SocketClient as never,
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    application_name: application,
    max: POOL_SIZE,
    types: poolTypes(),
  });
  pool.on('error', () => {});
  return pool;
}

/** Works through the process that holds the folder. */
async function joinOwner(folder: string, options: Omit<DatabaseOptions, 'url'>): Promise<Database> {
  const until = Date.now() + JOIN_TIMEOUT_MS;
  while (Date.now() < until) {
    const socketPath = readOwner(folder)?.socketPath;
    if (socketPath) {
      const database = guest(folder, socketPath, options);
      try {
        await database.pool.query('select 1');
        return database;
      } catch {
        // Left by an owner that is gone, or not listening yet.
        await database.pool.end();
      }
    }
    await sleep(200);
    const lock = lockFolder(folder);
    if (lock !== null) return own(folder, lock, options);
  }
  throw heldProblem(folder, readOwner(folder));
}

/** A database that another process serves, until that one dies: then whoever takes the folder first does. */
function guest(folder: string, at: string, options: Omit<DatabaseOptions, 'url'>): Database {
  let socketPath = at;
  let served: ServedFolder | null = null;
  let recovering: Promise<void> | null = null;
  const pool = socketPool(() => socketPath, GUEST);

  async function recover(): Promise<void> {
    const problem = served?.problem() ?? null;
    if (problem !== null) throw problem;
    if (served !== null) return;
    const lock = lockFolder(folder);
    if (lock !== null) served = await serveFolder(folder, lock, options);
    socketPath = served?.socketPath ?? readOwner(folder)?.socketPath ?? socketPath;
  }

  return {
    pool,
    kind: 'embedded',
    location: folder,
    recover: () => {
      recovering ??= recover().finally(() => {
        recovering = null;
      });
      return recovering;
    },
    close: async () => {
      await pool.end();
      // Its own connections are called guests still, but the pool has hung them up.
      await served?.close(OWNER);
    },
  };
}

function heldProblem(folder: string, owner: FolderOwner | null): DatabaseProblem {
  const who = owner ? `process ${owner.pid} (${owner.command}, since ${owner.since})` : 'another process';
  return new DatabaseProblem(
    `The embedded database in ${folder} is in use by ${who}. Wait until it has ended or stop it; or set AISLE_DATA to another folder; or set DATABASE_URL to a PostgreSQL server, which many processes can share.`,
  );
}
