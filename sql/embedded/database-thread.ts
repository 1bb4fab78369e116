import { rmSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { DatabaseProblem } from '../database-problem.ts';

/** The worker allocates little that lives; V8's default would let it keep three times as much. */
const YOUNG_GENERATION_MB = 16;
/** Pause before a thread that would not start again is tried once more, in milliseconds; doubled each time. */
const FIRST_RESTART_MS = 500;
const LONGEST_RESTART_MS = 30_000;

/** What a start after a crash may take: a file or two of PostgreSQL's log, of 16 MB each, and what it brings up to date. */
const ROOM_TO_START = 64 * 2 ** 20;

/** PGlite in a thread of its own, served on a socket. When it crashes, as on a full disk, it is started again. */
export interface DatabaseThread {
  /** Clients that are connected now, save those of the application that is called `except`; 0 when it is down. */
  connections(except: string): Promise<number>;
  /** Why it could not be started again after a crash; null while it runs or nothing was tried yet. */
  problem(): DatabaseProblem | null;
  /** Ends it well, or at once when it is down. */
  close(): Promise<void>;
}

/**
 * Starts the thread.
 * @param dataDir the database's folder, which exists.
 * @throws DatabaseProblem when the database does not open.
 */
export async function startDatabaseThread(dataDir: string, socketPath: string): Promise<DatabaseThread> {
  const closing = new AbortController();
  let worker: Worker | null = null;
  let problem: DatabaseProblem | null = null;

  async function start(): Promise<void> {
    // Left by a thread that has crashed.
    rmSync(socketPath, { force: true });
    const started = await startWorker(dataDir, socketPath);
    worker = started;
    problem = null;
    started.on('error', () => {});
    started.once('exit', () => {
      worker = null;
      restart().catch(() => {});
    });
  }

  async function restart(): Promise<void> {
    for (
      let pause = FIRST_RESTART_MS;
      !closing.signal.aborted;
      pause = Math.min(pause * 2, LONGEST_RESTART_MS)
    ) {
      try {
        return await start();
      } catch (error) {
        if (error instanceof DatabaseProblem) problem = error;
        // A process that has nothing else to do need not wait for this.
        await sleep(pause, undefined, { signal: closing.signal, ref: false });
      }
    }
  }

  await start();
  return {
    problem: () => problem,
    async connections(except) {
      if (worker === null) return 0;
      const answer = nextMessage<{ type: string; count: number }>(worker, 'connections');
      worker.postMessage({ type: 'connections', except });
      return (await answer.catch(() => ({ count: 0 }))).count;
    },
    async close() {
      closing.abort();
      if (worker === null) return;
      const closed = nextMessage(worker, 'closed');
      worker.postMessage({ type: 'close' });
      // One that crashes now has lost nothing: what is committed is in its log, which the next start reads.
      await closed.catch(() => {});
    },
  };
}

async function startWorker(dataDir: string, socketPath: string): Promise<Worker> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { dataDir, socketPath },
    // The parent's flags, such as --input-type, are not for it.
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  await nextMessage(worker, 'ready').catch((error: unknown) => {
    throw new DatabaseProblem(explainStart(dataDir, error), { cause: error });
  });
  return worker;
}

function explainStart(dataDir: string, error: unknown): string {
  const found = `The embedded database in ${dirname(dataDir)} does not open (${error instanceof Error ? error.message : String(error)}).`;
  const { bavail, bsize } = statfsSync(dataDir);
  return bavail * bsize < ROOM_TO_START
    ? `${found} Its disk is full: ${Math.floor((bavail * bsize) / 2 ** 20)} MB are free. Make room and start again; nothing of it is lost.`
    : `${found} If the folder was damaged or copied while in use, move it away and ingest again.`;
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
