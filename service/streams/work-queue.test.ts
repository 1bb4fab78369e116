import { describe, expect, it } from 'vitest';
import { makeWorkQueue } from './work-queue.ts';

const never = new AbortController().signal;
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Works that end when they are told to. */
function makeWorks(inTurn: ReturnType<typeof makeWorkQueue>) {
  const begun: number[] = [];
  const gates = new Map<number, PromiseWithResolvers<number>>();
  const start = (name: number, signal = never) => {
    const gate = Promise.withResolvers<number>();
    gates.set(name, gate);
    return inTurn(() => {
      begun.push(name);
      return gate.promise;
    }, signal);
  };
  return { begun, start, end: (name: number) => gates.get(name)?.resolve(name), gates };
}

describe('the queue before answers', () => {
  it('lets so many begin at a time, first come, first served', async () => {
    const { begun, start, end } = makeWorks(makeWorkQueue({ atOnce: 2, busyShare: () => 1 }));
    const all = [1, 2, 3, 4].map((name) => start(name));
    await turn();
    expect(begun).toEqual([1, 2]);
    end(2);
    expect(await all[1]).toBe(2);
    await turn();
    expect(begun).toEqual([1, 2, 3]);
    for (const name of [1, 3, 4]) end(name);
    expect(await Promise.all(all)).toEqual([1, 2, 3, 4]);
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  it('lets more begin while the event loop has time left, for those under way wait for something else', async () => {
    const { begun, start, end } = makeWorks(makeWorkQueue({ atOnce: 1, busyShare: () => 0 }));
    const all = Array.from({ length: 20 }, (_, name) => start(name));
    while (begun.length < 20) await turn();
    for (let name = 0; name < 20; name++) end(name);
    await Promise.all(all);
  });

  it('gives the place of a work that fails to the next', async () => {
    const { begun, start, end, gates } = makeWorks(makeWorkQueue({ atOnce: 1, busyShare: () => 1 }));
    const failing = start(1);
    const next = start(2);
    gates.get(1)?.reject(new Error('down'));
    await expect(failing).rejects.toThrow('down');
    await turn();
    expect(begun).toEqual([1, 2]);
    end(2);
    expect(await next).toBe(2);
  });

  it('forgets who has gone, before and while they wait', async () => {
    const { begun, start, end } = makeWorks(makeWorkQueue({ atOnce: 1, busyShare: () => 1 }));
    await expect(start(0, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    const first = start(1);
    const leaving = new AbortController();
    const left = start(2, leaving.signal);
    const last = start(3);
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    end(1);
    await first;
    end(3);
    expect(await last).toBe(3);
    expect(begun).toEqual([1, 3]);
  });
});
