/**
 * Reads batches of the extended query protocol.
 * Source of the format: PostgreSQL documentation, "Frontend/Backend Protocol", section 54.7.
 */

/** Parse, Bind, Describe of the portal, Execute and Sync, all without names: how clients run a query with parameters. */
export interface QueryBatch {
  /** The query's text with the types of its parameters: Parse, without the statement's name. */
  statement: string;
  /** The batch with its statement under a name. */
  prepared(name: string): Buffer;
  /** The batch on a statement that is prepared: without Parse. */
  bound(name: string): Buffer;
}

const SHAPE = 'PBDES';
/** Type and length. */
const HEADER = 5;

/** @returns null for any other batch. */
export function readQueryBatch(bytes: Buffer): QueryBatch | null {
  const messages: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (messages.length === SHAPE.length || bytes[at] !== SHAPE.charCodeAt(messages.length)) return null;
    const end = at + 1 + bytes.readInt32BE(at + 1);
    messages.push(bytes.subarray(at, end));
    at = end;
  }
  const [parse, bind, describe, execute] = messages;
  if (messages.length !== SHAPE.length || !parse || !bind || !describe || !execute) return null;
  // A zero where a name begins is the end of an empty one.
  const isUnnamed =
    parse[HEADER] === 0 &&
    bind[HEADER] === 0 &&
    bind[HEADER + 1] === 0 &&
    describe[HEADER] === 'P'.charCodeAt(0) &&
    describe[HEADER + 1] === 0 &&
    execute[HEADER] === 0;
  if (!isUnnamed) return null;
  const rest = bytes.subarray(parse.length + bind.length);
  const bindTo = (name: string) => withName(bind, HEADER + 1, name);
  return {
    statement: parse.toString('latin1', HEADER + 1),
    prepared: (name) => Buffer.concat([withName(parse, HEADER, name), bindTo(name), rest]),
    bound: (name) => Buffer.concat([bindTo(name), rest]),
  };
}

/** The message with a name where an empty one is. */
function withName(message: Buffer, at: number, name: string): Buffer {
  const named = Buffer.concat([message.subarray(0, at), Buffer.from(name, 'latin1'), message.subarray(at)]);
  named.writeInt32BE(named.length - 1, 1);
  return named;
}

/** Type of a reply's first message; empty where there is none. */
export function firstMessage(reply: Uint8Array): string {
  const [type] = reply;
  return type === undefined ? '' : String.fromCharCode(type);
}

/** SQLSTATE of a reply that begins with an ErrorResponse; null for another reply. */
export function sqlStateOf(reply: Uint8Array): string | null {
  if (firstMessage(reply) !== 'E') return null;
  const bytes = Buffer.from(reply.buffer, reply.byteOffset, reply.byteLength);
  const fields = bytes.toString('utf8', HEADER, 1 + bytes.readInt32BE(1)).split('\0');
  return fields.find((field) => field.startsWith('C'))?.slice(1) ?? null;
}
