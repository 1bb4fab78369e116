import { createServer, type Server, type Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';
import { makePlanKeeper, type PlanKeeper } from './plan-keeper.ts';
import { runBatch } from './run-batch.ts';
import { makeSessionLock, type SessionLock } from './session-lock.ts';
import {
  type ClientUnit,
  fatalReply,
  makeUnitReader,
  startupReply,
  tellsOfCrash,
  transactionStatus,
} from './wire-messages.ts';

/** How long clients of a database that has crashed have to take leave, in milliseconds. */
const HANG_UP_MS = 1000;

export interface WireServer {
  /** Connections now, save those of the application that is called `except`. */
  connections(except: string): number;
  close(): Promise<void>;
}

/**
 * Serves one PGlite to many PostgreSQL clients over a Unix socket (a named pipe on Windows).
 *
 * PGlite is a single session, so a client keeps it from the first message of a batch to the end of the batch, and
 * from `begin` to the end of the transaction; a client that goes away within a transaction is rolled back.
 * When it crashes, clients are told and sent away, and `onCrash` is called: it must be made anew from its folder.
 * Session-wide state (`set` without `local`, named prepared statements, `listen`) is shared and must not be used: the
 * names that there are belong to the plan keeper.
 */
export async function serveWire(db: PGlite, path: string, onCrash = () => {}): Promise<WireServer> {
  const lock = makeSessionLock();
  const plans = makePlanKeeper();
  /** The application's name of each client; empty until it has told it. */
  const clients = new Map<Socket, string>();
  const version = await db.query<{ server_version: string }>('show server_version');
  const parameters = {
    server_version: version.rows[0]?.server_version ?? '18',
    server_encoding: 'UTF8',
    client_encoding: 'UTF8',
    DateStyle: 'ISO, MDY',
    integer_datetimes: 'on',
    standard_conforming_strings: 'on',
    TimeZone: 'UTC',
  };
  const server: Server = createServer((socket) => {
    clients.set(socket, '');
    socket.once('close', () => clients.delete(socket));
    serveClient(socket, db, lock, plans, {
      parameters,
      onStart: (name) => clients.set(socket, name),
      crash,
      isCrashed: () => crashed,
    });
  });
  let crashed = false;
  function crash(): void {
    if (crashed) return;
    crashed = true;
    const done = setTimeout(onCrash, HANG_UP_MS);
    server.close(() => {
      clearTimeout(done);
      onCrash();
    });
    for (const socket of clients.keys())
      socket.end(fatalReply('57P02', 'the embedded database has crashed and is started again'));
  }
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  return {
    connections: (except) => [...clients.values()].filter((name) => name !== except).length,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of clients.keys())
        socket.end(fatalReply('57P01', 'the embedded database was closed by its owner'));
      await closed;
    },
  };
}

function serveClient(
  socket: Socket,
  db: PGlite,
  lock: SessionLock,
  plans: PlanKeeper,
  {
    parameters,
    onStart,
    crash,
    isCrashed,
  }: {
    parameters: Record<string, string>;
    onStart: (application: string) => void;
    crash: () => void;
    /** From then on the database must not be touched: it may never return. */
    isCrashed: () => boolean;
  },
): void {
  const owner = {};
  const readUnits = makeUnitReader();
  let inTransaction = false;
  let queue = Promise.resolve();

  const run = async (unit: ClientUnit): Promise<void> => {
    if (unit.kind === 'ssl-request') socket.write('N');
    else if (unit.kind === 'startup') {
      onStart(unit.application);
      socket.write(startupReply(parameters));
    } else if (unit.kind === 'terminate' || unit.kind === 'cancel-request') socket.end();
    else {
      await lock.acquire(owner);
      if (isCrashed()) return;
      try {
        const execute = (bytes: Uint8Array) => runBatch(db, bytes);
        const reply = inTransaction ? await execute(unit.bytes) : await plans.run(unit.bytes, execute);
        const status = transactionStatus(reply);
        // What transactions write is by the hundred rows, or the schema.
        if (inTransaction && status === 'I') plans.forget();
        if (status !== null) inTransaction = status !== 'I';
        socket.write(reply);
        if (status === null && tellsOfCrash(reply)) crash();
      } finally {
        if (!inTransaction) lock.release(owner);
      }
    }
  };
  const fail = (error: unknown): void => {
    const text = error instanceof Error ? error.message : String(error);
    socket.end(fatalReply('XX000', text));
    // WebAssembly that has trapped does not come back.
    if (error instanceof WebAssembly.RuntimeError) crash();
  };
  socket.on('data', (chunk: Buffer) => {
    try {
      for (const unit of readUnits(chunk)) queue = queue.then(() => run(unit)).catch(fail);
    } catch (error) {
      fail(error);
    }
  });
  // A client that dies shows as 'close' too; its error says nothing more.
  socket.on('error', () => {});
  socket.once('close', () => {
    queue = queue.then(async () => {
      if (inTransaction && !isCrashed()) await db.exec('rollback').catch(() => {});
      inTransaction = false;
      lock.release(owner);
    });
  });
}
