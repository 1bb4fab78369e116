import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTurnQueue } from './turn-queue.ts';

const never = new AbortController().signal;

describe('the queue of a conversation', () => {
  it('lets one through at a time, in the order of asking, whoever gives up', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key: fc.constantFrom('a', 'b'), givesUp: fc.boolean() }), { maxLength: 12 }),
        async (asked) => {
          const queue = makeTurnQueue(20);
          const inside = new Set<string>();
          const served: number[] = [];
          await Promise.all(
            asked.map(async ({ key, givesUp }, index) => {
              const controller = new AbortController();
              const entering = queue.enter(key, controller.signal);
              if (givesUp) controller.abort(new Error('gone'));
              const leave = await entering.catch(() => null);
              if (leave === null) return;
              expect(inside.has(key)).toBe(false);
              inside.add(key);
              if (!givesUp) served.push(index);
              await Promise.resolve();
              inside.delete(key);
              leave();
              leave();
            }),
          );
          for (const key of ['a', 'b']) {
            const wanted = asked.flatMap((one, index) => (one.key === key && !one.givesUp ? [index] : []));
            expect(served.filter((index) => asked[index]?.key === key)).toEqual(wanted);
          }
        },
      ),
    );
  });

  it('takes no more than a few that wait', async () => {
    const queue = makeTurnQueue(1);
    const leave = await queue.enter('a', never);
    const second = queue.enter('a', never);
    await expect(queue.enter('a', never)).rejects.toMatchObject({ kind: 'conversation-busy' });
    await (await queue.enter('b', never))();
    leave();
    (await second)();
    (await queue.enter('a', never))();
  });
});
