import { describe, expect, it } from 'vitest';
import { keepFresh } from './keep-fresh.ts';

/** Counts reads; each ends when `end` is called. */
function makeRead() {
  let time = 0;
  const reads: PromiseWithResolvers<number>[] = [];
  const read = keepFresh(
    () => {
      const next = Promise.withResolvers<number>();
      reads.push(next);
      return next.promise;
    },
    { freshMs: 10, staleMs: 100, now: () => time },
  );
  const end = async (at: number) => {
    reads[at]?.resolve(at);
    await reads[at]?.promise;
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { read, reads, end, pass: (ms: number) => (time += ms) };
}

describe('what is kept fresh', () => {
  it('is read once for all who ask at the same time, and not again while it is fresh', async () => {
    const { read, reads, end } = makeRead();
    const both = [read(), read()];
    await end(0);
    expect(await Promise.all([...both, read()])).toEqual([0, 0, 0]);
    expect(reads).toHaveLength(1);
  });

  it('is given as it was while it is read again, but not to who wants the newest', async () => {
    const { read, reads, end, pass } = makeRead();
    void read();
    await end(0);
    pass(11);
    expect(await read()).toBe(0);
    expect(reads).toHaveLength(2);
    const newest = read('newest');
    await end(1);
    expect([await newest, await read()]).toEqual([1, 1]);
  });

  it('is waited for when it is too old', async () => {
    const { read, end, pass } = makeRead();
    void read();
    await end(0);
    pass(101);
    const later = read();
    await end(1);
    expect(await later).toBe(1);
  });

  it('is read anew after a failure, which only those meet who waited', async () => {
    const { read, reads, end, pass } = makeRead();
    const failing = read();
    reads[0]?.reject(new Error('down'));
    await expect(failing).rejects.toThrow('down');
    const next = read();
    await end(1);
    expect(await next).toBe(1);
    pass(11);
    expect(await read()).toBe(1);
    reads[2]?.reject(new Error('down'));
    expect(await read()).toBe(1);
  });
});
