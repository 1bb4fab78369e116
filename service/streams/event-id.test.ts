import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEventId, writeEventId } from './event-id.ts';

const count = (max: number) => fc.integer({ min: 0, max });
const place = fc.record({
  number: fc.oneof(count(999_999_999), fc.constant(null)),
  said: fc.record({ text: count(999_999_999), citations: count(9_999) }),
  isLast: fc.constant(false),
});

describe('the id of an event', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(place, (written) => {
        const id = writeEventId('ans_a-1', written);
        expect(readEventId(id)).toEqual({ answerId: 'ans_a-1', place: written });
        expect(readEventId(writeEventId('ans_a-1', { ...written, isLast: true }))?.place).toMatchObject({
          number: written.number,
          isLast: true,
        });
      }),
    );
  });

  it('may lack what was said, as one of an earlier version', () => {
    expect(readEventId('ans_1/12')?.place).toEqual({ number: 12, said: null, isLast: false });
  });

  it.each([
    '7',
    'ans_1',
    'ans_1/',
    'ans_1/x',
    'ans_1/1.2',
    'ans_1/1.2.3.4',
    'ans_1/-1',
    'ans_1/1.end.2',
    'x/1',
  ])('is not %j', (text) => expect(readEventId(text)).toBeNull());
});
