import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeEventLog } from './event-log.ts';

describe('the log of a stream', () => {
  it('gives what comes after any number, or says that it is not kept, and lets go only of what was read', () => {
    const step = fc.oneof(
      fc.record({ append: fc.string({ maxLength: 8 }) }),
      fc.record({ read: fc.nat(20) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.nat(30), (steps, most) => {
        const log = makeEventLog(most);
        const all: string[] = [];
        let readTo = 0;
        for (const each of steps) {
          if ('append' in each) {
            expect(log.append((number) => `${number}:${each.append};`)).toBe(all.length + 1);
            all.push(`${all.length + 1}:${each.append};`);
          } else {
            const to = Math.min(each.read, all.length);
            // A reader can only be where events are kept.
            if (log.after(to) === null) continue;
            readTo = Math.max(readTo, to);
            log.read(to);
          }
          expect(log.last).toBe(all.length);
          for (let number = 0; number <= all.length; number++) {
            const after = log.after(number);
            if (number >= readTo) expect(after).not.toBeNull();
            if (after !== null) expect(after).toBe(all.slice(number).join(''));
          }
        }
      }),
    );
  });

  it('lets writers wait for a reader that is too far behind, and no longer than to the end', async () => {
    const log = makeEventLog(1_000);
    log.append(() => 'x'.repeat(10));
    await log.room(11);
    let isFree = false;
    const waiting = log.room(10).then(() => {
      isFree = true;
    });
    await Promise.resolve();
    expect(isFree).toBe(false);
    log.read(1);
    await waiting;
    log.append(() => 'x'.repeat(10));
    const atEnd = log.room(1);
    log.end();
    await atEnd;
  });
});
