/**
 * Cuts a client's bytes into units that a single-session PostgreSQL may run one at a time.
 * Source of the format: PostgreSQL documentation, "Frontend/Backend Protocol", sections 54.2 and 54.7.
 */
export type ClientUnit =
  | { kind: 'ssl-request' }
  | { kind: 'cancel-request' }
  /** `application` is the name that the client gives itself; empty when it gives none. */
  | { kind: 'startup'; application: string }
  | { kind: 'terminate' }
  /** One simple query, or every message of an extended query up to its Sync. */
  | { kind: 'batch'; bytes: Buffer };

const SSL_REQUEST = 80877103;
const GSS_REQUEST = 80877104;
const CANCEL_REQUEST = 80877102;

/** Message types after which the server answers and the client waits: Query, Sync, FunctionCall, Flush. */
const ENDS_BATCH = new Set(['Q', 'S', 'F', 'H'].map((type) => type.charCodeAt(0)));
const TERMINATE = 'X'.charCodeAt(0);

/**
 * Returns a function that takes the bytes as they arrive and gives the units completed by them, in order.
 *
 * PGlite is one session: were the messages of two clients mixed, one's Bind would meet the other's unnamed
 * statement. A batch is therefore the smallest unit that can be run whole.
 */
export function makeUnitReader(): (chunk: Buffer) => ClientUnit[] {
  let chunks: Buffer[] = [];
  let buffered = 0;
  /** Bytes to wait for before it is worth looking again: long messages arrive in hundreds of pieces. */
  let needed = 0;
  let started = false;
  let batch: Buffer[] = [];

  return (chunk) => {
    chunks.push(chunk);
    buffered += chunk.length;
    if (buffered < needed) return [];
    const data = chunks.length === 1 ? chunk : Buffer.concat(chunks);
    const units: ClientUnit[] = [];
    let at = 0;
    needed = 0;
    while (true) {
      const header = started ? 5 : 8;
      if (data.length - at < header) break;
      const length = started ? 1 + data.readInt32BE(at + 1) : data.readInt32BE(at);
      if (length < header - (started ? 0 : 4)) throw new Error(`malformed message: length ${length}`);
      if (data.length - at < length) {
        needed = length;
        break;
      }
      const message = data.subarray(at, at + length);
      at += length;
      if (!started) {
        const code = message.readInt32BE(4);
        if (code === SSL_REQUEST || code === GSS_REQUEST) units.push({ kind: 'ssl-request' });
        else if (code === CANCEL_REQUEST) units.push({ kind: 'cancel-request' });
        else {
          started = true;
          units.push({ kind: 'startup', application: applicationName(message) });
        }
        continue;
      }
      const type = message[0];
      if (type === TERMINATE) {
        units.push({ kind: 'terminate' });
        continue;
      }
      batch.push(message);
      if (type !== undefined && ENDS_BATCH.has(type)) {
        units.push({ kind: 'batch', bytes: Buffer.concat(batch) });
        batch = [];
      }
    }
    // Kept slices would hold the whole chunk alive; a copy of the rest does not.
    batch = batch.map((message) => Buffer.from(message));
    const rest = Buffer.from(data.subarray(at));
    chunks = rest.length > 0 ? [rest] : [];
    buffered = rest.length;
    return units;
  };
}

/** Reads `application_name` of a StartupMessage: after its length and version, names and values that each end with a zero. */
function applicationName(startup: Buffer): string {
  const words = startup.toString('utf8', 8).split('\0');
  const at = words.findIndex((word, index) => index % 2 === 0 && word === 'application_name');
  return at === -1 ? '' : (words[at + 1] ?? '');
}

/** Transaction status that the last ReadyForQuery of a reply tells: idle, in a transaction, or in a failed one. */
export type TransactionStatus = 'I' | 'T' | 'E';

/** @returns the status, or null when the reply does not end with ReadyForQuery. */
export function transactionStatus(reply: Uint8Array): TransactionStatus | null {
  const at = reply.length - 6;
  if (at < 0 || reply[at] !== 'Z'.charCodeAt(0) || reply[at + 4] !== 5) return null;
  const status = String.fromCharCode(reply[at + 5] ?? 0);
  return status === 'I' || status === 'T' || status === 'E' ? status : null;
}

/**
 * Whether a reply tells of an error after which PostgreSQL ends: an ErrorResponse whose severity is FATAL or PANIC, as
 * when it cannot write its log for want of room. PGlite reports it and then answers no more.
 */
export function tellsOfCrash(reply: Uint8Array): boolean {
  const bytes = Buffer.from(reply.buffer, reply.byteOffset, reply.byteLength);
  for (let at = 0; at + 5 <= bytes.length; ) {
    const length = bytes.readInt32BE(at + 1);
    if (length < 4) return false;
    if (bytes[at] === 'E'.charCodeAt(0)) {
      const fields = bytes.toString('utf8', at + 5, at + 1 + length).split('\0');
      if (fields.includes('VFATAL') || fields.includes('VPANIC')) return true;
    }
    at += 1 + length;
  }
  return false;
}

function message(type: string, payload: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(payload.length + 4, 1);
  return Buffer.concat([head, payload]);
}

function int32(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => {
    buffer.writeInt32BE(value, index * 4);
  });
  return buffer;
}

/** The reply to a StartupMessage: authentication done, the parameters, ready. The socket's folder is the guard. */
export function startupReply(parameters: Record<string, string>): Buffer {
  return Buffer.concat([
    message('R', int32(0)),
    ...Object.entries(parameters).map(([name, value]) => message('S', Buffer.from(`${name}\0${value}\0`))),
    message('K', int32(process.pid, 0)),
    message('Z', Buffer.from('I')),
  ]);
}

/** An ErrorResponse that ends the connection (SQLSTATE 57P01 and the like). */
export function fatalReply(code: string, text: string): Buffer {
  return message('E', Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${text}\0\0`));
}
