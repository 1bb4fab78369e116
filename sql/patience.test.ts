import fc from 'fast-check';
import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { makePatient } from './patience.ts';
import { withTransaction } from './queryable.ts';

const REFUSED = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
const CUT = new Error('Connection terminated unexpectedly');
const SHUTDOWN = Object.assign(new Error('terminating connection'), { code: '57P01' });
const DEADLOCK = Object.assign(new Error('deadlock detected'), { code: '40P01' });
const WRONG = Object.assign(new Error('column "x" does not exist'), { code: '42703' });
const FULL = Object.assign(new Error('could not extend file'), { code: '53100' });

/** A database whose queries fail with these errors in turn, then succeed; its clock goes only while it is waited for. */
function makeFailing(failures: Error[], given: { recover?: () => Promise<void>; signal?: AbortSignal } = {}) {
  const statements: string[] = [];
  const told: string[] = [];
  let time = 0;
  const query = async (statement: string) => {
    statements.push(statement);
    const failure = statement === 'rollback' ? undefined : failures.shift();
    if (failure !== undefined) throw failure;
    return { rows: [{ n: 1 }] };
  };
  const client = { query, on() {}, off() {}, release() {} };
  const database = {
    pool: { query, connect: async () => client } as unknown as pg.Pool,
    kind: 'server',
    location: 'db:5432/shop',
    recover: given.recover ?? null,
    close: async () => {},
  } satisfies Database;
  const patient = makePatient(database, {
    signal: given.signal ?? new AbortController().signal,
    onWait: (message) => told.push(message),
    now: () => time,
    sleep: async (milliseconds, signal) => {
      signal.throwIfAborted();
      time += milliseconds;
    },
    random: () => 1,
  });
  return { pool: patient.pool, statements, told, waited: () => time };
}

describe('a patient database', () => {
  it.each([
    ['a refused connection', REFUSED],
    ['a cut connection', CUT],
    ['a server that shuts down', SHUTDOWN],
  ])(
    'repeats a query after %s, and tells once that it waits and once that it goes on',
    async (_, failure) => {
      const { pool, statements, told } = makeFailing([failure, REFUSED, REFUSED]);
      expect((await pool.query('select 1')).rows).toEqual([{ n: 1 }]);
      expect(statements).toHaveLength(4);
      expect(told).toEqual([
        expect.stringMatching(/db:5432\/shop\) does not answer: .*Waiting up to 60 s/),
        'The database answers again.',
      ]);
    },
  );

  it('repeats a transaction whole, and once more when its commit went unanswered', async () => {
    const ok = undefined as unknown as Error;
    const { pool, statements } = makeFailing([ok, ok, CUT]);
    await withTransaction(pool, (client) => client.query('insert'));
    expect(statements).toEqual(['begin', 'insert', 'commit', 'rollback', 'begin', 'insert', 'commit']);
  });

  it('repeats what another transaction stood in the way of, without a word', async () => {
    const { pool, told, waited } = makeFailing([DEADLOCK, DEADLOCK]);
    await pool.query('update');
    expect(told).toEqual([]);
    expect(waited()).toBeLessThan(100);
  });

  it('repeats nothing that is wrong in itself', async () => {
    const wrong = makeFailing([WRONG]);
    await expect(wrong.pool.query('select x')).rejects.toBe(WRONG);
    expect(wrong.statements).toHaveLength(1);
  });

  it('gives up after a minute, says so, and then does not wait a minute for each further query', async () => {
    const { pool, waited } = makeFailing(new Array(200).fill(REFUSED));
    await expect(pool.query('select 1')).rejects.toThrow(
      /has not answered for 6\d s: .*ECONNREFUSED.*Run again/,
    );
    const first = waited();
    expect(first).toBeGreaterThanOrEqual(60_000);
    expect(first).toBeLessThan(66_000);
    await expect(pool.query('select 2')).rejects.toThrow(/has not answered/);
    expect(waited()).toBe(first);
  });

  it('waits no longer for a run that is stopped', async () => {
    const stop = new AbortController();
    stop.abort(new Error('stopped by the user'));
    const { pool, statements } = makeFailing([REFUSED], { signal: stop.signal });
    await expect(pool.query('select 1')).rejects.toBe(REFUSED);
    expect(statements).toHaveLength(1);
  });

  it('looks where the database is now before each try, and stops where there is no use in waiting', async () => {
    let looked = 0;
    const found = makeFailing([REFUSED, REFUSED], {
      recover: async () => {
        looked += 1;
      },
    });
    await found.pool.query('select 1');
    expect(looked).toBe(2);
    const hopeless = makeFailing([REFUSED, REFUSED], {
      recover: () => Promise.reject(new Error('disk is full')),
    });
    await expect(hopeless.pool.query('select 1')).rejects.toThrow('disk is full');
  });

  it('says what to do about a full disk', async () => {
    const { pool } = makeFailing([FULL]);
    await expect(pool.query('insert')).rejects.toThrow(
      /disk of the database \(db:5432\/shop\) is full: could not extend file.*Make room there, then run again/,
    );
  });

  it('returns what the query returns, whatever went wrong on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(REFUSED, CUT, SHUTDOWN, DEADLOCK), { maxLength: 12 }),
        async (failures) => {
          const { pool, statements, told } = makeFailing([...failures]);
          expect((await pool.query('select 1')).rows).toEqual([{ n: 1 }]);
          expect(statements).toHaveLength(failures.length + 1);
          expect(told).toHaveLength(failures.every((failure) => failure === DEADLOCK) ? 0 : 2);
        },
      ),
    );
  });
});
