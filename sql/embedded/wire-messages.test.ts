import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeUnitReader, startupReply, tellsOfCrash, transactionStatus } from './wire-messages.ts';

function typed(type: string, body: string): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, Buffer.from(body)]);
}

function startupMessage(body: string): Buffer {
  const head = Buffer.alloc(8);
  head.writeInt32BE(body.length + 8, 0);
  head.writeInt32BE(196_608, 4);
  return Buffer.concat([head, Buffer.from(body)]);
}

const startup = startupMessage('user\0application_name\0application_name\0guest\0\0');
const extended = Buffer.concat([typed('P', 'parse'), typed('B', 'bind'), typed('E', 'run'), typed('S', '')]);

describe('makeUnitReader', () => {
  it('gives one batch for all messages up to Sync, however the bytes are cut', () => {
    const stream = Buffer.concat([startup, extended, typed('Q', 'select 1\0'), typed('X', '')]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 }), (sizes) => {
        const read = makeUnitReader();
        const units = [];
        let at = 0;
        for (let i = 0; at < stream.length; i++) {
          const size = sizes[i % sizes.length] ?? 1;
          units.push(...read(stream.subarray(at, at + size)));
          at += size;
        }
        expect(units.map((unit) => unit.kind)).toEqual(['startup', 'batch', 'batch', 'terminate']);
        expect(units[0]).toEqual({ kind: 'startup', application: 'guest' });
        expect(units[1]).toEqual({ kind: 'batch', bytes: extended });
      }),
    );
  });

  it('takes a client that does not name its application', () => {
    expect(makeUnitReader()(startupMessage(''))).toEqual([{ kind: 'startup', application: '' }]);
  });

  it('rejects a length that cannot be', () => {
    expect(() => makeUnitReader()(Buffer.from([0, 0, 0, 2, 0, 3, 0, 0]))).toThrow('malformed message');
  });
});

describe('tellsOfCrash', () => {
  const error = (severity: string) =>
    typed('E', `S${severity}\0V${severity}\0C53100\0MVPANIC is only a word here\0\0`);

  it('finds the error after which PostgreSQL ends, behind other messages, and takes no other for one', () => {
    expect(tellsOfCrash(Buffer.concat([typed('1', ''), typed('2', ''), error('PANIC')]))).toBe(true);
    expect(tellsOfCrash(error('FATAL'))).toBe(true);
    expect(tellsOfCrash(Buffer.concat([error('ERROR'), typed('Z', 'E')]))).toBe(false);
    expect(tellsOfCrash(typed('D', 'VPANIC\0'))).toBe(false);
  });

  it('reads any bytes to their end', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(typeof tellsOfCrash(bytes)).toBe('boolean');
      }),
    );
  });
});

describe('transactionStatus', () => {
  it('reads the status that ends a reply', () => {
    expect(transactionStatus(startupReply({}))).toBe('I');
    expect(transactionStatus(Buffer.concat([typed('C', 'BEGIN\0'), typed('Z', 'T')]))).toBe('T');
    expect(transactionStatus(typed('C', 'BEGIN\0'))).toBeNull();
  });
});
