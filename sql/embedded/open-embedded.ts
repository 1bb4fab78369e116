import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import type { Database, DatabaseOptions } from '../database-options.ts';
import { DatabaseProblem } from '../database-problem.ts';
import { poolTypes } from '../pool-types.ts';
import { type FolderLock, type FolderOwner, lockFolder, readOwner } from './folder-lock.ts';

/** The database is one session: more clients would only queue. Two let a query wait in the server, not here. */
const POOL_SIZE = 2;
/** The first start makes the database, which takes seconds; a joining process waits for that. */
const JOIN_TIMEOUT_MS = 30_000;
/** The worker allocates little that lives; V8's default would let it keep three times as much. */
const YOUNG_GENERATION_MB = 16;
/** How long a closing owner lets a process that joined it finish. */
const DRAIN_TIMEOUT_MS = 120_000;
/** A process that has just ended its work may take a moment to hang up; only one that stays is worth a word. */
const HANG_UP_MS = 300;
/** What the owner's own connections are called, so that closing does not wait for them; a guest's have another name. */
const OWNER = 'aisle owner';
const GUEST = 'aisle';

/**
 * Opens PGlite in a folder, in a thread of its own, and serves it on a Unix socket which this process uses like any
 * other; or joins the process that has done so. Node gives the socket to this user alone, by its folder's mode.
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
  const owner: FolderOwner = {
    pid: process.pid,
    command: options.command,
    since: new Date().toISOString(),
    socketPath: null,
  };
  const socketDir = mkdtempSync(join(tmpdir(), 'aisle-'));
  const socketPath = join(socketDir, '.s.PGSQL.5432');
  try {
    lock.announce(owner);
    const dataDir = join(folder, 'pg');
    if (!existsSync(join(dataDir, 'PG_VERSION'))) {
      options.onProgress?.(`Creating the embedded database in ${options.dataDir} …`);
      await makeDatabase(dataDir);
    }
    const worker = await startWorker(dataDir, socketPath);
    lock.announce({ ...owner, socketPath });
    const pool = socketPool(socketPath, OWNER);
    return {
      pool,
      kind: 'embedded',
      location: folder,
      close: async () => {
        await pool.end();
        await drain(worker, options.onProgress);
        const closed = nextMessage(worker, 'closed');
        worker.postMessage({ type: 'close' });
        await closed;
        rmSync(socketDir, { recursive: true, force: true });
        lock.release();
      },
    };
  } catch (error) {
    rmSync(socketDir, { recursive: true, force: true });
    lock.release();
    throw error;
  }
}

async function makeDatabase(dataDir: string): Promise<void> {
  const script = fileURLToPath(new URL('./make-database.ts', import.meta.url));
  await promisify(execFile)(process.execPath, [script, dataDir]).catch((error: { stderr?: string }) => {
    const reason = error.stderr?.trim().split('\n').at(-1) ?? String(error);
    throw new DatabaseProblem(
      `The embedded database could not be made in ${dirname(dataDir)} (${reason}). Check that the disk has room and that the folder may be written to.`,
      { cause: error },
    );
  });
}

async function startWorker(dataDir: string, socketPath: string): Promise<Worker> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { dataDir, socketPath },
    // The parent's flags, such as --input-type, are not for it.
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  await nextMessage(worker, 'ready').catch((error: unknown) => {
    throw new DatabaseProblem(
      `The embedded database in ${dirname(dataDir)} does not open (${error instanceof Error ? error.message : String(error)}). If the folder was damaged or copied while in use, move it away and ingest again.`,
      { cause: error },
    );
  });
  return worker;
}

function nextMessage<T extends { type: string }>(worker: Worker, type: T['type']): Promise<T> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      finish();
    };
    const onMessage = (message: T): void => {
      if (message.type === type) settle(() => resolve(message));
    };
    const onError = (error: unknown): void => settle(() => reject(error));
    const onExit = (code: number): void => settle(() => reject(new Error(`its thread ended with ${code}`)));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}

/** Waits until no other process uses the database, so that an ingest in a second terminal is not cut off. */
async function drain(worker: Worker, onProgress?: (message: string) => void): Promise<void> {
  const began = Date.now();
  let told = false;
  for (let waited = 0; waited < DRAIN_TIMEOUT_MS; waited = Date.now() - began) {
    const answer = nextMessage<{ type: string; count: number }>(worker, 'connections');
    worker.postMessage({ type: 'connections', except: OWNER });
    const { count } = await answer;
    if (count === 0) return;
    if (!told && waited >= HANG_UP_MS) {
      told = true;
      onProgress?.('Waiting for another process that uses the embedded database …');
    }
    await sleep(100);
  }
}

function socketPool(socketPath: string, application: string): pg.Pool {
  const pool = new pg.Pool({
    host: dirname(socketPath),
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
      const pool = socketPool(socketPath, GUEST);
      try {
        await pool.query('select 1');
        return { pool, kind: 'embedded', location: folder, close: () => pool.end() };
      } catch {
        // Left by an owner that is gone, or not listening yet.
        await pool.end();
      }
    }
    await sleep(200);
    const lock = lockFolder(folder);
    if (lock !== null) return own(folder, lock, options);
  }
  throw heldProblem(folder, readOwner(folder));
}

function heldProblem(folder: string, owner: FolderOwner | null): DatabaseProblem {
  const who = owner ? `process ${owner.pid} (${owner.command}, since ${owner.since})` : 'another process';
  return new DatabaseProblem(
    `The embedded database in ${folder} is in use by ${who}. Wait until it has ended or stop it; or set AISLE_DATA to another folder; or set DATABASE_URL to a PostgreSQL server, which many processes can share.`,
  );
}
