import { firstMessage, type QueryBatch, readQueryBatch, sqlStateOf } from './query-batch.ts';

/** Statements kept at a time; the service asks about a dozen. */
const MOST_KEPT = 64;
/** A plan is made for tables of the size that they have then; so long it is taken to fit them, in milliseconds. */
const LONGEST_KEPT_MS = 60_000;
/** A statement of that name does not exist (PostgreSQL documentation, appendix A). */
const NO_SUCH_STATEMENT = '26000';

const PARSE_COMPLETE = Buffer.from([0x31, 0, 0, 0, 4]);

type RunBatch = (bytes: Uint8Array) => Promise<Uint8Array>;

/** Runs batches of clients with the plans of earlier ones. */
export interface PlanKeeper {
  /** @param run runs the bytes of a batch as they are, and gives the reply. */
  run(bytes: Buffer, run: RunBatch): Promise<Uint8Array>;
  /** Plans are made anew from now on: tables may have become others. */
  forget(): void;
}

/**
 * Saves a single session's clients the planning of queries that were run before: a query with parameters that
 * comes again is prepared under a name of this keeper's, and the next with the same text runs that statement. PostgreSQL plans the first five by their
 * parameters, and then decides whether one plan fits all. Clients see what they would see without it.
 */
export function makePlanKeeper(now: () => number = Date.now): PlanKeeper {
  /** Text of a query, with the types of its parameters, to the name of its statement. */
  const kept = new Map<string, string>();
  /** Those that were run once: what is asked once only is not worth a name. */
  const met = new Set<string>();
  /** Statements to be closed before the next batch runs. */
  const closing: string[] = [];
  let since = now();
  let made = 0;

  const forget = (): void => {
    closing.push(...kept.values());
    kept.clear();
    met.clear();
    since = now();
  };

  async function runNamed(batch: QueryBatch, run: RunBatch): Promise<Uint8Array> {
    const known = kept.get(batch.statement);
    if (known !== undefined) {
      const reply = await run(batch.bound(known));
      if (sqlStateOf(reply) !== NO_SUCH_STATEMENT) return Buffer.concat([PARSE_COMPLETE, reply]);
      // A client has removed all statements. Nothing has been run.
      kept.delete(batch.statement);
    }
    made += 1;
    const name = `aisle_${made}`;
    const reply = await run(batch.prepared(name));
    if (firstMessage(reply) === '1') kept.set(batch.statement, name);
    return reply;
  }

  return {
    forget,
    async run(bytes, run) {
      if (now() - since > LONGEST_KEPT_MS) forget();
      const batch = readQueryBatch(bytes);
      if (batch === null) return run(bytes);
      if (!met.has(batch.statement)) {
        if (met.size >= MOST_KEPT) forget();
        met.add(batch.statement);
        return run(bytes);
      }
      for (const name of closing.splice(0)) await run(closeStatement(name));
      return runNamed(batch, run);
    },
  };
}

/** Close and Sync. */
function closeStatement(name: string): Buffer {
  const close = Buffer.alloc(1 + 4 + 1 + name.length + 1);
  close.write('C', 0, 'latin1');
  close.writeInt32BE(close.length - 1, 1);
  close.write(`S${name}`, 5, 'latin1');
  return Buffer.concat([close, Buffer.from([0x53, 0, 0, 0, 4])]);
}
