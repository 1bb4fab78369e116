import { expect, it } from 'vitest';
import { fetchAhead } from './fetch-ahead.ts';

it('starts no more than twice the concurrency ahead of its consumer, and runs no more than that at once', async () => {
  let [started, running, most] = [0, 0, 0];
  const work = async (entry: { id: number }) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return entry.id;
  };
  const next = () => (started < 50 ? { id: started++ } : undefined);
  const seen: number[] = [];
  for await (const { result } of fetchAhead({ next, work, concurrency: 3 })) {
    seen.push(result);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(started - seen.length).toBeLessThanOrEqual(6);
  }
  expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  expect(most).toBeLessThanOrEqual(3);
});
