import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { DatabaseOptions } from '../database-options.ts';
import { DatabaseProblem } from '../database-problem.ts';
import { type DatabaseThread, startDatabaseThread } from './database-thread.ts';
import { type FolderLock, type FolderOwner, readOwner } from './folder-lock.ts';

/** How long a closing owner lets a process that joined it finish. */
const DRAIN_TIMEOUT_MS = 120_000;
/** A process that has just ended its work may take a moment to hang up; only one that stays is worth a word. */
const HANG_UP_MS = 300;
const SOCKET_FOLDER = 'aisle-';
const SOCKET_FILE = '.s.PGSQL.5432';

/** A folder's database, served on a Unix socket by this process. */
export interface ServedFolder {
  socketPath: string;
  /** Why the database is down; null when it is not, or is about to come back. */
  problem(): DatabaseProblem | null;
  /** Ends the database and gives the folder free, once no other application than `except` is connected. */
  close(except: string): Promise<void>;
}

/**
 * Serves the database of a folder, made if it is not there, to this process and others. Node gives the socket to this
 * user alone, by its folder's mode.
 * @param lock the folder's; released when this fails or is closed.
 * @throws DatabaseProblem when the database cannot be made or does not open.
 */
export async function serveFolder(
  folder: string,
  lock: FolderLock,
  options: Pick<DatabaseOptions, 'command' | 'dataDir' | 'onProgress'>,
): Promise<ServedFolder> {
  const owner: FolderOwner = {
    pid: process.pid,
    command: options.command,
    since: new Date().toISOString(),
    socketPath: null,
  };
  removeSocket(readOwner(folder)?.socketPath ?? null);
  const socketPath = join(mkdtempSync(join(tmpdir(), SOCKET_FOLDER)), SOCKET_FILE);
  try {
    lock.announce(owner);
    const dataDir = join(folder, 'pg');
    if (!existsSync(join(dataDir, 'PG_VERSION'))) {
      options.onProgress?.(`Creating the embedded database in ${options.dataDir} …`);
      await makeDatabase(dataDir);
    }
    const thread = await startDatabaseThread(dataDir, socketPath);
    lock.announce({ ...owner, socketPath });
    return {
      socketPath,
      problem: thread.problem,
      async close(except) {
        await drain(thread, except, options.onProgress);
        await thread.close();
        removeSocket(socketPath);
        lock.release();
      },
    };
  } catch (error) {
    removeSocket(socketPath);
    lock.release();
    throw error;
  }
}

/** Removes a socket with its folder; one that is no socket of this project's stays. */
function removeSocket(socketPath: string | null): void {
  if (socketPath === null || basename(socketPath) !== SOCKET_FILE) return;
  const folder = dirname(socketPath);
  if (dirname(folder) !== tmpdir() || !basename(folder).startsWith(SOCKET_FOLDER)) return;
  for (const remove of [() => unlinkSync(socketPath), () => rmdirSync(folder)]) {
    try {
      remove();
    } catch {
      // It is gone already.
    }
  }
}

async function makeDatabase(dataDir: string): Promise<void> {
  const script = fileURLToPath(new URL('./make-database.ts', import.meta.url));
  await promisify(execFile)(process.execPath, [script, dataDir]).catch((error: { stderr?: string }) => {
    rmSync(`${dataDir}.new`, { recursive: true, force: true });
    const reason = error.stderr?.trim().split('\n').at(-1) ?? String(error);
    throw new DatabaseProblem(
      `The embedded database could not be made in ${dirname(dataDir)} (${reason}). Check that the disk has room and that the folder may be written to.`,
      { cause: error },
    );
  });
}

/** Waits until no other process uses the database, so that an ingest in a second terminal is not cut off. */
async function drain(
  thread: DatabaseThread,
  except: string,
  onProgress?: (message: string) => void,
): Promise<void> {
  const began = Date.now();
  let told = false;
  for (let waited = 0; waited < DRAIN_TIMEOUT_MS; waited = Date.now() - began) {
    if ((await thread.connections(except)) === 0) return;
    if (!told && waited >= HANG_UP_MS) {
      told = true;
      onProgress?.('Waiting for another process that uses the embedded database …');
    }
    await sleep(100);
  }
}
